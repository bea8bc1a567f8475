#include "core/connectors/graph/envelope.h"

#include "core/base/json.h"
#include "core/connectors/graph/salvage.h"

#include <QJsonArray>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

class Walk {
public:
    explicit Walk(QString object) : object_(std::move(object)) {}

    void entry(const QJsonValue& json) {
        if (!json.isObject()) {
            broken(u"an entry is not a readable object"_s);
            return;
        }
        const QJsonObject object = json.toObject();
        entryId_ = idText(object.value(u"id"_s));
        entryTime_ = timeFrom(object.value(u"time"_s));
        const std::size_t before = parts_.size();
        list(object, u"changes"_s, PartKind::Change);
        list(object, u"messaging"_s, PartKind::Messaging);
        list(object, u"standby"_s, PartKind::Standby);
        if (object.contains(u"field"_s)) {
            change(object);
        }
        if (parts_.size() != before) {
            return;
        }
        if (object.contains(u"changed_fields"_s)) {
            broken(u"the webhook carries no values: \"Include Values\" is off"_s);
        } else if (!anyList(object)) {
            broken(u"an entry has nothing in it that is known"_s);
        }
    }

    void broken(const QString& reason) {
        Part part = blank(PartKind::Broken);
        part.reason = reason;
        parts_.push_back(std::move(part));
    }

    [[nodiscard]] std::vector<Part> take() { return std::move(parts_); }

private:
    static bool anyList(const QJsonObject& object) {
        return object.value(u"changes"_s).isArray() || object.value(u"messaging"_s).isArray()
               || object.value(u"standby"_s).isArray();
    }

    void list(const QJsonObject& entry, const QString& key, PartKind kind) {
        const QJsonValue value = entry.value(key);
        if (value.isUndefined() || value.isNull()) {
            return;
        }
        if (!value.isArray()) {
            broken(key + u" is not a list"_s);
            return;
        }
        for (const QJsonValue item : value.toArray()) {
            if (!item.isObject()) {
                broken(u"an item of "_s + key + u" is not a readable object"_s);
            } else if (kind == PartKind::Change) {
                change(item.toObject());
            } else {
                Part part = blank(kind);
                part.value = item.toObject();
                parts_.push_back(std::move(part));
            }
        }
    }

    void change(const QJsonObject& object) {
        const QString field = object.value(u"field"_s).toString();
        const QJsonValue value = object.value(u"value"_s);
        if (!value.isObject()) {
            broken(u"the value of a change ("_s + field.left(64) + u") is not a readable object"_s);
            parts_.back().field = field;
            return;
        }
        Part part = blank(PartKind::Change);
        part.field = field;
        part.value = value.toObject();
        parts_.push_back(std::move(part));
    }

    [[nodiscard]] Part blank(PartKind kind) const {
        Part part;
        part.kind = kind;
        part.object = object_;
        part.entryId = entryId_;
        part.entryTime = entryTime_;
        return part;
    }

    std::vector<Part> parts_;
    const QString object_;
    QString entryId_;
    std::optional<Time> entryTime_;
};

QString objectOf(const QJsonObject& body) {
    return body.value(u"object"_s).toString().left(64);
}

void walkBody(const QJsonObject& body, Walk& walk) {
    const QJsonValue entries = body.value(u"entry"_s);
    if (entries.isArray()) {
        for (const QJsonValue entry : entries.toArray()) {
            walk.entry(entry);
        }
    } else if (body.contains(u"field"_s)) {
        // The dashboard's "Test" button shows a change without its entry.
        QJsonObject entry = body;
        entry.remove(u"id"_s);
        walk.entry(entry);
    } else {
        walk.broken(u"there is no list of entries"_s);
    }
}

} // namespace

QString wordsFor(const Error& error) {
    if (error.id == "json.too_deep"_L1) {
        return u"the payload is nested too deep"_s;
    }
    return error.id == "json.not_an_object"_L1 ? u"the payload is not an object"_s
                                               : u"the payload is not JSON"_s;
}

Result<std::vector<Part>> takeApart(const QByteArray& body) {
    Result<QJsonObject> object = parseObject(body);
    const QByteArray text =
        object ? QByteArray() : QString::fromUtf8(body).toUtf8(); // without what is no UTF-8
    if (!object && text != body) {
        object = parseObject(text);
    }
    if (object) {
        Walk walk(objectOf(*object));
        walkBody(*object, walk);
        return walk.take();
    }
    const Salvage rest = salvage(text);
    if (rest.whole == 0) {
        return fail(object.error());
    }
    Walk walk(objectOf(rest.body));
    walkBody(rest.body, walk);
    if (rest.lost) {
        walk.broken(u"a part of the payload cannot be read: "_s + object.error().id);
    }
    return walk.take();
}

} // namespace comanda::graph
