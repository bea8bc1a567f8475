#include "core/connectors/signal/frames.h"

#include <utility>

namespace comanda::signal {

std::vector<QByteArray> Lines::feed(const QByteArray& bytes, bool emptyToo) {
    std::vector<QByteArray> lines;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype found = bytes.indexOf('\n', at);
        const qsizetype end = found < 0 ? bytes.size() : found;
        if (!dropping_) {
            line_.append(bytes.constData() + at, end - at);
        }
        if (!dropping_ && line_.size() > kLineMax) {
            lines.push_back(line_.first(kKeptOfTooLong));
            line_.clear();
            dropping_ = true;
        }
        if (found >= 0) {
            if (line_.endsWith('\r')) {
                line_.chop(1);
            }
            if (!dropping_ && (emptyToo || !line_.trimmed().isEmpty())) {
                lines.push_back(line_);
            }
            line_.clear();
            dropping_ = false;
        }
        at = end + 1;
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
