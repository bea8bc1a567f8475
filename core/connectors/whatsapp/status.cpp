#include "core/connectors/whatsapp/status.h"

#include "core/base/json.h"
#include "core/connectors/graph/errors.h"
#include "core/connectors/graph/parts.h"

#include <QJsonArray>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

std::optional<DeliveryStatus> statusFrom(const QString& word) {
    if (word == "played"_L1) {
        return DeliveryStatus::Read;
    }
    return deliveryStatusFrom(word);
}

void addRecipient(const QJsonObject& json, const Surroundings& around, Event& event) {
    const QString recipient = idText(json.value(u"recipient_id"_s));
    if (json.value(u"recipient_type"_s).toString() == "group"_L1) {
        event.conversationKey = recipient;
        return;
    }
    const Person person =
        around.people.complete(personOf(recipient, idText(json.value(u"recipient_user_id"_s))));
    event.conversationKey = person.key();
    event.ids = person.ids();
}

// What the code means for a message that is lost: nothing tries it again.
QString whyLost(const graph::GraphError& error) {
    const graph::Judgement judged = graph::judge(0, error);
    switch (judged.meaning) {
    case graph::Meaning::WindowClosed:
    case graph::Meaning::SignIn:
    case graph::Meaning::Blocked:
    case graph::Meaning::Refused:
        return judged.why == "graph.refused"_L1 ? QString() : judged.why;
    case graph::Meaning::TryAgain:
    case graph::Meaning::ThrottledAccount:
    case graph::Meaning::ThrottledPerson:
    case graph::Meaning::Missing:
    case graph::Meaning::Unclear:
        return {};
    }
    Q_UNREACHABLE();
}

void addError(const QJsonObject& json, Event& event) {
    const QJsonArray errors = json.value(u"errors"_s).toArray();
    if (errors.isEmpty()) {
        return;
    }
    const graph::GraphError error = graph::errorFrom(errors.first().toObject());
    event.errorCode = QString::number(error.code);
    event.errorDetail = error.inWords();
    event.errorWhy = whyLost(error);
}

// Older payloads give every conversation an end, which is about prices. Only that of a chat which
// an advertisement began says how long we may write.
void addWindow(const QJsonObject& json, Event& event) {
    const QJsonObject conversation = json.value(u"conversation"_s).toObject();
    const QString origin = conversation.value(u"origin"_s).toObject().value(u"type"_s).toString();
    if (origin == "referral_conversion"_L1) {
        event.windowEnds = timeFrom(conversation.value(u"expiration_timestamp"_s));
    }
}

} // namespace

Event readStatus(const QJsonValue& json, const Surroundings& around) {
    if (!json.isObject()) {
        return ignored(around.account, u"a status is not a readable object"_s);
    }
    const QJsonObject object = json.toObject();
    const QString word = object.value(u"status"_s).toString();
    Event event;
    event.account = around.account;
    event.externalId = idText(object.value(u"id"_s));
    if (event.externalId.isEmpty() || word.isEmpty()) {
        return ignored(around.account, u"a status without a message or a word"_s);
    }
    event.targetId = event.externalId;
    event.timestamp = timeFrom(object.value(u"timestamp"_s));
    // That an earlier part arrived says nothing of the whole message; that it failed does.
    const graph::PartReference part =
        graph::partFrom(idText(object.value(u"biz_opaque_callback_data"_s)));
    if (part.last || word == "failed"_L1) {
        event.clientReference = part.reference;
    }
    addRecipient(object, around, event);
    event.eventKey = u"s:"_s + event.externalId + u':' + word;
    const std::optional<DeliveryStatus> status = statusFrom(word);
    if (!status) {
        event.kind = EventKind::Ignored;
        event.reason = u"status: "_s + word.left(64);
        if (word != "warning"_L1 && word != "deleted"_L1) {
            event.eventKey.clear(); // not understood: a later version may know it
        }
        return event;
    }
    event.kind = EventKind::Status;
    event.status = status;
    event.direction = Direction::Out;
    addError(object, event);
    addWindow(object, event);
    return event;
}

} // namespace comanda::whatsapp
