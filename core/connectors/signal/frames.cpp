#include "core/connectors/signal/frames.h"

#include <utility>

namespace comanda::signal {

// The beginning of a line that became too long.
std::optional<QByteArray> Lines::append(QByteArrayView part) {
    if (dropping_) {
        return std::nullopt;
    }
    line_.append(part);
    if (line_.size() <= kLineMax) {
        return std::nullopt;
    }
    dropping_ = true;
    return std::exchange(line_, {}).first(kKeptOfTooLong);
}

// nullopt: of this one the beginning has been told.
std::optional<QByteArray> Lines::end() {
    QByteArray line = std::exchange(line_, {});
    if (std::exchange(dropping_, false)) {
        return std::nullopt;
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    return line;
}

std::vector<QByteArray> Lines::feed(const QByteArray& bytes, bool emptyToo) {
    std::vector<QByteArray> lines;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype found = bytes.indexOf('\n', at);
        const qsizetype stop = found < 0 ? bytes.size() : found;
        if (auto beginning = append(QByteArrayView(bytes).sliced(at, stop - at))) {
            lines.push_back(std::move(*beginning));
        }
        auto line = found < 0 ? std::nullopt : end();
        if (line && (emptyToo || !line->trimmed().isEmpty())) {
            lines.push_back(std::move(*line));
        }
        at = stop + 1;
    }
    return lines;
}

std::vector<QByteArray> EventStream::feed(const QByteArray& bytes) {
    std::vector<QByteArray> events;
    for (const QByteArray& line : lines_.feed(bytes, true)) {
        if (line.startsWith("data:")) {
            const QByteArray more = line.sliced(line.startsWith("data: ") ? 6 : 5);
            data_ += data_.isEmpty() ? more : '\n' + more;
        }
        // An event without end grows no further than a line may.
        if ((line.isEmpty() || data_.size() > kLineMax) && !data_.isEmpty()) {
            events.push_back(std::exchange(data_, {}));
        }
    }
    return events;
}

} // namespace comanda::signal
