#include "core/connectors/whatsapp/read.h"

#include "core/base/json.h"
#include "core/connectors/graph/envelope.h"
#include "core/connectors/graph/errors.h"
#include "core/connectors/graph/owner.h"
#include "core/connectors/whatsapp/message.h"
#include "core/connectors/whatsapp/status.h"
#include "core/connectors/whatsapp/system.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

// Fields of a WhatsApp account that an app may subscribe to and that change nothing here. A field
// that is not in this list was made after this program: what it brings stays marked as unread.
constexpr std::array kFieldsWithoutEffect{
    u"account_alerts",
    u"account_review_update",
    u"account_settings_update",
    u"account_update",
    u"business_capability_update",
    u"business_status_update",
    u"calls",
    u"flows",
    u"history",
    u"message_template_components_update",
    u"message_template_quality_update",
    u"message_template_status_update",
    u"messaging_handovers",
    u"partner_solutions",
    u"payment_configuration_update",
    u"phone_number_name_update",
    u"phone_number_quality_update",
    u"security",
    u"smb_app_state_sync",
    u"template_category_update",
    u"tracking_events",
};

class Reading {
public:
    Reading(QString account, Events& events)
        : defaultAccount_(std::move(account)), events_(events) {}

    void part(const graph::Part& part) {
        account_ = defaultAccount_;
        const auto owner = graph::ownerOf(part);
        if (owner && *owner != Platform::WhatsApp) {
            add(graph::foreign(account_, *owner));
            return;
        }
        switch (part.kind) {
        case graph::PartKind::Change:
            change(part);
            return;
        case graph::PartKind::Messaging:
        case graph::PartKind::Standby:
            add(ignored(account_, u"an event of another platform"_s));
            return;
        case graph::PartKind::Broken:
            add(ignored(account_, part.reason));
            return;
        }
    }

private:
    void change(const graph::Part& part) {
        const QJsonObject& value = part.value;
        const Surroundings around = surroundings(part);
        account_ = around.account;
        partKey_ = keyOf(part);
        understood_ = 0;
        const std::size_t before = events_.size();
        each(value, u"messages"_s,
             [&](const QJsonValue& json) { return readMessage(json, around); });
        each(value, u"message_echoes"_s,
             [&](const QJsonValue& json) { return readEcho(json, around); });
        each(value, u"statuses"_s,
             [&](const QJsonValue& json) { return readStatus(json, around); });
        for (const QJsonValue chunk : list(value, u"history"_s)) {
            history(chunk, around);
        }
        each(value, u"user_id_update"_s,
             [&](const QJsonValue& json) { return readUserIdUpdate(json, account_); });
        for (const QJsonValue json : list(value, u"user_preferences"_s)) {
            understand(readPreference(json, account_));
        }
        errors(value);
        if (events_.size() == before) {
            nothingRead(part);
        }
    }

    [[nodiscard]] Surroundings surroundings(const graph::Part& part) const {
        const QJsonObject metadata = part.value.value(u"metadata"_s).toObject();
        Surroundings around;
        around.account = idText(metadata.value(u"phone_number_id"_s));
        if (around.account.isEmpty()) {
            around.account = defaultAccount_;
        }
        around.businessNumber = digitsOf(idText(metadata.value(u"display_phone_number"_s)));
        around.people = People(part.value.value(u"contacts"_s).toArray());
        around.history = part.field == "history"_L1;
        around.mediaLater = around.history;
        return around;
    }

    void history(const QJsonValue& chunk, const Surroundings& around) {
        if (!chunk.isObject()) {
            add(ignored(account_, u"a chunk of history is not a readable object"_s));
            return;
        }
        const QJsonObject object = chunk.toObject();
        const std::size_t before = events_.size();
        for (const QJsonValue thread : list(object, u"threads"_s)) {
            const QJsonObject conversation = thread.toObject();
            Surroundings inside = around;
            inside.history = true;
            inside.mediaLater = false;
            inside.threadId = idText(conversation.value(u"id"_s));
            each(conversation, u"messages"_s,
                 [&](const QJsonValue& json) { return readMessage(json, inside); });
        }
        errors(object);
        if (events_.size() == before) {
            understand(ignored(account_, u"history: a chunk without messages"_s));
        }
    }

    void errors(const QJsonObject& value) {
        for (const QJsonValue json : list(value, u"errors"_s)) {
            const graph::GraphError error = graph::errorFrom(json.toObject());
            Event event = ignored(account_, u"error "_s + error.inWords());
            event.errorCode = QString::number(error.code);
            event.errorDetail = error.inWords();
            understand(std::move(event));
        }
    }

    void nothingRead(const graph::Part& part) {
        const QString field =
            part.field.isEmpty() ? u"a change of an unnamed field"_s : part.field.left(64);
        const QString what = part.value.value(u"event"_s).toString().left(64);
        Event event = ignored(account_, what.isEmpty() ? field : field + u": "_s + what);
        const bool known =
            std::any_of(kFieldsWithoutEffect.begin(), kFieldsWithoutEffect.end(),
                        [&](const char16_t* name) { return part.field == QStringView(name); });
        if (known) {
            understand(std::move(event));
        } else {
            add(std::move(event));
        }
    }

    // What we know to have no effect gets a key, so that nobody is told of something unread. The
    // platform gives these no id; the same notice repeated has the same content and time.
    void understand(Event event) {
        event.eventKey = partKey_ + u':' + QString::number(understood_++);
        add(std::move(event));
    }

    static QString keyOf(const graph::Part& part) {
        const QJsonObject whole{
            {u"field"_s, part.field},
            {u"value"_s, part.value},
            {u"time"_s, part.entryTime ? toMillis(*part.entryTime) : qint64{0}}};
        const QByteArray digest =
            QCryptographicHash::hash(toCompactJson(whole), QCryptographicHash::Sha256);
        return u"i:"_s + QString::fromLatin1(digest.toHex());
    }

    template <typename Read>
    void each(const QJsonObject& value, const QString& key, Read read) {
        for (const QJsonValue json : list(value, key)) {
            add(read(json));
        }
    }

    // A list that is something else is said once and read as empty.
    QJsonArray list(const QJsonObject& value, const QString& key) {
        const QJsonValue found = value.value(key);
        if (!found.isUndefined() && !found.isNull() && !found.isArray()) {
            add(ignored(account_, key + u" is not a list"_s));
        }
        return found.toArray();
    }

    void add(Event event) { events_.push_back(std::move(event)); }

    QString defaultAccount_;
    QString account_;
    QString partKey_;
    int understood_ = 0;
    Events& events_;
};

} // namespace

Events read(const QByteArray& body, const QString& account) {
    Events events;
    const auto parts = graph::takeApart(body);
    if (!parts) {
        events.push_back(ignored(account, graph::wordsFor(parts.error())));
        return events;
    }
    Reading reading(account, events);
    for (const graph::Part& part : *parts) {
        reading.part(part);
    }
    if (events.empty()) {
        events.push_back(ignored(account, u"the payload is empty"_s));
    }
    return events;
}

} // namespace comanda::whatsapp
