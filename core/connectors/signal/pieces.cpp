#include "core/connectors/signal/pieces.h"

#include "core/base/json.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array kStreamFields{QByteArrayView("event:"), QByteArrayView("id:"),
                                   QByteArrayView("retry:"), QByteArrayView(":")};

class Splitting {
public:
    void body(const QByteArray& bytes) {
        if (const auto whole = parseJson(bytes)) {
            value(*whole);
            return;
        }
        const QByteArray text = QString::fromUtf8(bytes).toUtf8(); // without what is no UTF-8
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype end = endOfSegment(text, at);
            segment(text.mid(at, end - at).trimmed());
            at = end;
        }
    }

    [[nodiscard]] std::vector<Piece> take() { return std::move(pieces_); }

private:
    static bool beginsSegment(QByteArrayView text, qsizetype at) {
        const QByteArrayView rest = text.sliced(at);
        return rest.startsWith('{') || rest.startsWith('[') || rest.startsWith("data:")
               || isStreamField(rest);
    }

    static bool isStreamField(QByteArrayView text) {
        return std::any_of(kStreamFields.begin(), kStreamFields.end(),
                           [&](QByteArrayView field) { return text.startsWith(field); });
    }

    static qsizetype endOfSegment(const QByteArray& text, qsizetype at) {
        for (qsizetype end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (end + 1 < text.size() && beginsSegment(text, end + 1)) {
                return end + 1;
            }
        }
        return text.size();
    }

    void segment(QByteArray text) {
        if (text.startsWith("data:")) {
            text = text.mid(5).trimmed();
        } else if (isStreamField(text)) {
            return;
        }
        if (text.isEmpty() || isRead(text)) {
            return;
        }
        const qsizetype end = text.indexOf('\n');
        if (end > 0 && isRead(text.first(end))) { // what follows is no part of it
            text = text.mid(end).trimmed();
        }
        if (!isRead(text)) {
            salvage(text, u"a line that cannot be read"_s);
        }
    }

    bool isRead(QByteArray text) {
        text = text.trimmed();
        if (text.endsWith(',')) { // an array with its items at the margin
            text.chop(1);
        }
        const auto parsed = parseJson(text);
        if (parsed) {
            value(*parsed);
        }
        return parsed.has_value();
    }

    // Of an array that is broken in one place the items that are whole.
    void salvage(const QByteArray& text, const QString& why) {
        static const QRegularExpression head(uR"(^(?:\{[^\[\]{}]{0,200}"result"\s*:\s*)?\[)"_s);
        const auto match = head.match(QString::fromLatin1(text.left(256)));
        if (!match.hasMatch()) {
            broken(why);
            return;
        }
        bool explained = false;
        qsizetype at = text.indexOf('{', match.capturedEnd());
        while (at >= 0) {
            const auto end = endOfValue(text, at);
            const auto parsed =
                end ? parseObject(text.mid(at, *end - at)) : Result<QJsonObject>({});
            if (end && parsed) {
                pieces_.push_back({QJsonValue(*parsed), {}});
            } else {
                broken(why);
                explained = true;
            }
            at = end ? text.indexOf('{', *end) : -1;
        }
        if (!explained) {
            broken(why);
        }
    }

    void value(const QJsonValue& value) {
        if (!value.isArray()) {
            pieces_.push_back({value, {}});
            return;
        }
        for (const QJsonValue item : value.toArray()) {
            this->value(item);
        }
    }

    void broken(const QString& why) { pieces_.push_back({{}, why}); }

    std::vector<Piece> pieces_;
};

} // namespace

std::vector<Piece> pieces(const QByteArray& body) {
    Splitting splitting;
    splitting.body(body);
    return splitting.take();
}

} // namespace comanda::signal
