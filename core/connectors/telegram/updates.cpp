#include "core/connectors/telegram/updates.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kUpdateIdMax = 0x7fffffff; // they are int32 on the wire

std::optional<qint64> idOf(std::optional<qint64> value) {
    return value && *value > 0 && *value <= kUpdateIdMax ? value : std::nullopt;
}

Update fromValue(const QJsonValue& value) {
    Update update;
    if (!value.isObject()) {
        update.broken = u"an update that is no object"_s;
        return update;
    }
    update.content = value.toObject();
    update.id = idOf(integerIn(update.content, u"update_id"));
    return update;
}

Update fromBytes(const QByteArray& bytes) {
    const Result<QJsonObject> parsed = parseObject(bytes);
    if (parsed) {
        return fromValue(*parsed);
    }
    Update update;
    update.broken = u"an update that cannot be read: "_s + parsed.error().id;
    // Its id is still needed: an update that is never confirmed would come for ever.
    static const QRegularExpression id(uR"(^\{\s*"update_id"\s*:\s*([0-9]{1,10})\s*[,}])"_s);
    const auto match = id.match(QString::fromLatin1(bytes.left(64)));
    update.id =
        idOf(match.hasMatch() ? std::optional(match.captured(1).toLongLong()) : std::nullopt);
    return update;
}

// Walks over the objects of an array without understanding them.
class Walker {
public:
    Walker(const QByteArray& bytes, qsizetype from) : bytes_(bytes), at_(from) {}

    // The next object of an array; empty at the array's end or where the text is cut.
    QByteArray nextObject() {
        while (at_ < bytes_.size() && bytes_[at_] != '{' && bytes_[at_] != ']') {
            ++at_;
        }
        if (at_ >= bytes_.size() || bytes_[at_] == ']') {
            const QByteArray rest = bytes_.mid(at_).simplified();
            complete_ = bytes_.startsWith('[') ? rest == "]" : rest == "]}" || rest == "] }";
            return {};
        }
        const qsizetype start = at_;
        const std::optional<qsizetype> end = endOfValue(bytes_, start);
        at_ = end.value_or(bytes_.size());
        return end ? bytes_.mid(start, at_ - start) : QByteArray();
    }

    [[nodiscard]] bool complete() const { return complete_; }

private:
    const QByteArray& bytes_;
    qsizetype at_;
    bool complete_ = false;
};

Updates takeApart(const QByteArray& bytes, const QString& why) {
    const QByteArray body = bytes.trimmed();
    Updates updates;
    static const QRegularExpression updateStart(uR"(^\{\s*"update_id"\s*:)"_s);
    static const QRegularExpression head(uR"(^(?:\{[^\[\]]{0,200}"result"\s*:\s*)?\[)"_s);
    const auto match = head.match(QString::fromLatin1(body.left(256)));
    if (!match.hasMatch()) {
        if (updateStart.match(QString::fromLatin1(body.left(64))).hasMatch()) {
            updates.all.push_back(fromBytes(body));
        } else {
            updates.broken = u"cannot be read: "_s + why;
        }
        return updates;
    }
    Walker walker(body, match.capturedEnd());
    for (QByteArray piece = walker.nextObject(); !piece.isEmpty(); piece = walker.nextObject()) {
        updates.all.push_back(fromBytes(piece));
    }
    const bool explained =
        std::any_of(updates.all.begin(), updates.all.end(),
                    [](const Update& update) { return !update.broken.isEmpty(); });
    if (!walker.complete() || !explained) {
        updates.broken = u"cannot be read to its end: "_s + why;
    }
    return updates;
}

Updates fromArray(const QJsonArray& array) {
    Updates updates;
    for (const auto& value : array) {
        updates.all.push_back(fromValue(value));
    }
    return updates;
}

} // namespace

Updates splitUpdates(const QByteArray& body) {
    const Result<QJsonValue> parsed = parseJson(body);
    if (!parsed) {
        const QByteArray clean = QString::fromUtf8(body).toUtf8(); // without what is no UTF-8
        return clean == body ? takeApart(body, parsed.error().id) : splitUpdates(clean);
    }
    if (parsed->isArray()) {
        return fromArray(parsed->toArray());
    }
    const QJsonObject object = parsed->toObject();
    const QJsonValue result = object.value("result"_L1);
    if (result.isArray()) {
        return fromArray(result.toArray());
    }
    if (object.contains("update_id"_L1) || !object.contains("ok"_L1)) {
        return {{fromValue(object)}, {}};
    }
    if (result.toObject().contains("update_id"_L1)) {
        return {{fromValue(result)}, {}};
    }
    return {{},
            u"an answer without updates: "_s + object.value("description"_L1).toString().left(200)};
}

QString numberText(const QJsonValue& value) {
    bool ok = false;
    const qint64 number = idText(value).toLongLong(&ok);
    return ok ? QString::number(number) : QString();
}

QString personName(const QJsonObject& person) {
    const QString name =
        (person.value("first_name"_L1).toString() + u' ' + person.value("last_name"_L1).toString())
            .trimmed();
    return name.isEmpty() ? person.value("title"_L1).toString() : name;
}

std::optional<qint64> nextOffset(const Updates& updates) {
    std::optional<qint64> next;
    for (const Update& update : updates.all) {
        if (update.id) {
            next = std::max(next.value_or(0), *update.id + 1);
        }
    }
    return next;
}

} // namespace comanda::telegram
