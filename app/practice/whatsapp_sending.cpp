// The half of WhatsAppCloud that takes the restaurant's messages.
#include "app/practice/whatsapp_checks.h"
#include "app/practice/whatsapp_cloud.h"
#include "app/practice/whatsapp_templates.h"

#include <QTimer>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kWindow{24};
constexpr int kPairSeconds = 6; // one message to the same customer in so many seconds
constexpr int kPairBurst = 45;  // borrowed from the future
constexpr qsizetype kReferenceMax = 512;

QString digits(const QString& number) {
    QString plain = number;
    return plain.remove(u'+').remove(u' ').remove(u'-').remove(u'(').remove(u')');
}

} // namespace

void WhatsAppCloud::failNext(int code, int times) {
    failures_.insert(failures_.end(), std::size_t(std::max(times, 0)), code);
}

void WhatsAppCloud::failNextAsStatus(int code, int times) {
    laterFailures_.insert(laterFailures_.end(), std::size_t(std::max(times, 0)), code);
}

SimResponse WhatsAppCloud::messages(const Call& call) {
    const QJsonObject& body = call.parameters.values;
    if (body.value(u"messaging_product").toString() != u"whatsapp") {
        return toResponse(graphError(100, u"The parameter messaging_product is required."_s));
    }
    if (body.contains(u"status")) {
        return markRead(body);
    }
    const QString to = body.value(u"to").toString();
    const QString recipient = body.value(u"recipient").toString();
    if (to.isEmpty() && recipient.isEmpty()) {
        return toResponse(
            graphError(131008, errorTitle(131008), u"The parameter to is required."_s));
    }
    if (!to.isEmpty() && digits(to) == digits(options_.displayNumber)) {
        return toResponse(graphError(131021, errorTitle(131021)));
    }
    Shopper* shopper = people_.find(to.isEmpty() ? recipient : to);
    if (const auto refusal = refuseSend(body, shopper)) {
        return toResponse(*refusal);
    }
    return accept(body, shopper);
}

SimResponse WhatsAppCloud::markRead(const QJsonObject& body) {
    const QString id = body.value(u"message_id").toString();
    for (const auto& entry : people_.all()) {
        if (entry.second.own.contains(id)) {
            ++reads_;
            return succeeded();
        }
    }
    return toResponse(graphError(131009, errorTitle(131009), u"Message id is not known."_s));
}

std::optional<GraphError> WhatsAppCloud::refuseSend(const QJsonObject& body, Shopper* shopper) {
    if (auto problem = contentProblem(body)) {
        return problem;
    }
    if (body.value(u"biz_opaque_callback_data").toString().size() > kReferenceMax) {
        return graphError(131009, errorTitle(131009), u"biz_opaque_callback_data is too long"_s);
    }
    const QString type = body.value(u"type").toString(u"text"_s);
    if (type == u"template") {
        if (auto problem = templateProblem(options_.templates, body[type].toObject())) {
            return problem;
        }
    }
    const QString media = body[type][u"id"].toString();
    if (isMediaType(type) && !media.isEmpty() && !people_.media(media, clock_.now())) {
        return graphError(131009, errorTitle(131009), u"Media id %1 is not known."_s.arg(media));
    }
    if (!failures_.empty()) {
        const int code = failures_.front();
        failures_.pop_front();
        return graphError(code, errorTitle(code));
    }
    if (auto problem = overLimits(shopper)) {
        return problem;
    }
    if (shopper != nullptr && type != u"template" && !options_.windowAsStatus
        && !windowOpen(*shopper)) {
        return graphError(
            131047, errorTitle(131047),
            u"Message failed to send because more than 24 hours have passed since the "
            "customer last replied to this number."_s);
    }
    return std::nullopt;
}

std::optional<GraphError> WhatsAppCloud::overLimits(Shopper* shopper) {
    const Monotonic now = clock_.monotonic();
    while (!recentSends_.empty() && now - recentSends_.front() >= options_.second) {
        recentSends_.pop_front();
    }
    if (int(recentSends_.size()) >= options_.perSecond) {
        GraphError error = graphError(130429, errorTitle(130429));
        error.status = 429;
        return error;
    }
    if (shopper != nullptr) {
        const auto step = kPairSeconds * options_.second;
        const Monotonic busy = std::max(shopper->pairBusy.value_or(now), now);
        if (busy - now > (kPairBurst - 1) * step) {
            return graphError(131056, errorTitle(131056));
        }
        shopper->pairBusy = busy + step;
    }
    recentSends_.push_back(now);
    return std::nullopt;
}

bool WhatsAppCloud::windowOpen(const Shopper& shopper) const {
    return shopper.lastWord && clock_.now() - *shopper.lastWord < kWindow;
}

int WhatsAppCloud::laterFailure(const QJsonObject& body, const Shopper* shopper) {
    if (!laterFailures_.empty()) {
        const int code = laterFailures_.front();
        laterFailures_.pop_front();
        return code;
    }
    if (shopper == nullptr || !shopper->reachable) {
        return 131026;
    }
    const QString type = body.value(u"type").toString(u"text"_s);
    if (type != u"template" && !windowOpen(*shopper)) {
        return 131047;
    }
    // There is nothing beyond loopback to fetch a link from.
    return isMediaType(type) && body[type][u"id"].toString().isEmpty() ? 131053 : 0;
}

SimResponse WhatsAppCloud::accept(const QJsonObject& body, Shopper* shopper) {
    const QString to = body.value(u"to").toString();
    Sent sent;
    sent.byNumber = !to.isEmpty();
    sent.recipient = sent.byNumber ? digits(to) : body.value(u"recipient").toString();
    sent.wamid = people_.newWamid(sent.byNumber ? sent.recipient : options_.displayNumber, true);
    sent.reference = body.value(u"biz_opaque_callback_data").toString();
    sent.customer = shopper == nullptr ? QString() : shopper->key();
    ++sends_;
    const int failure = laterFailure(body, shopper);
    if (failure == 0) {
        deliverTo(*shopper, body, sent);
    } else {
        later(0.2, [this, sent, failure] { failedStatus(sent, failure); });
    }
    QJsonObject contact{{u"input"_s, sent.byNumber ? to : sent.recipient}};
    if (sent.byNumber) {
        contact.insert(u"wa_id"_s, sent.recipient);
    } else {
        contact.insert(u"user_id"_s, sent.recipient);
    }
    return jsonResponse(
        200, {{u"messaging_product"_s, u"whatsapp"_s},
              {u"contacts"_s, QJsonArray{contact}},
              {u"messages"_s, QJsonArray{QJsonObject{{u"id"_s, sent.wamid},
                                                     {u"message_status"_s, u"accepted"_s}}}}});
}

void WhatsAppCloud::deliverTo(Shopper& shopper, const QJsonObject& body, const Sent& sent) {
    const QString type = body.value(u"type").toString(u"text"_s);
    Received entry;
    entry.id = sent.wamid;
    entry.kind = type;
    entry.text = type == u"template" ? templateText(options_.templates, body[type].toObject())
                                     : shownText(body);
    entry.buttons = shownButtons(body);
    entry.replyTo = body[u"context"][u"message_id"].toString();
    entry.reference = sent.reference;
    entry.at = clock_.now();
    entry.raw = body;
    if (const auto media = people_.media(body[type][u"id"].toString(), clock_.now())) {
        entry.file = media->bytes;
        entry.fileName = body[type][u"filename"].toString(media->name);
    }
    shopper.inbox.push_back(entry);
    announce_(shopper.key(), entry);
    if (type == u"reaction") {
        return; // these have no life of their own
    }
    if (options_.statusFirst) {
        status(sent, u"sent"_s, true);
    } else {
        later(0.05, [this, sent] { status(sent, u"sent"_s, true); });
    }
    later(0.3, [this, sent] { status(sent, u"delivered"_s); });
    if (shopper.who.receipts) {
        later(1.5, [this, sent] { status(sent, u"read"_s); });
    }
}

void WhatsAppCloud::later(double seconds, std::function<void()> work) {
    const auto wait =
        std::chrono::duration_cast<std::chrono::milliseconds>(options_.second * seconds);
    QTimer::singleShot(wait, context_, std::move(work));
}

void WhatsAppCloud::status(const Sent& sent, const QString& word, bool priced) {
    QJsonObject status{{u"id"_s, sent.wamid},
                       {u"status"_s, word},
                       {u"timestamp"_s, QString::number(unixSeconds(clock_.now()))}};
    const Shopper* shopper = people_.find(sent.customer);
    if (sent.byNumber) {
        status.insert(u"recipient_id"_s, sent.recipient);
    }
    if (shopper != nullptr) {
        status.insert(u"recipient_user_id"_s, shopper->who.bsuid);
    }
    if (!sent.reference.isEmpty()) {
        status.insert(u"biz_opaque_callback_data"_s, sent.reference);
    }
    if (priced) {
        status.insert(u"pricing"_s, QJsonObject{{u"billable"_s, false},
                                                {u"pricing_model"_s, u"PMP"_s},
                                                {u"type"_s, u"free_customer_service"_s},
                                                {u"category"_s, u"service"_s}});
    }
    QJsonObject value = envelope();
    if (shopper != nullptr) {
        value.insert(u"contacts"_s, QJsonArray{contact(*shopper)});
    }
    value.insert(u"statuses"_s, QJsonArray{status});
    change(u"messages"_s, value, {});
}

void WhatsAppCloud::failedStatus(const Sent& sent, int code) {
    const QString title = errorTitle(code);
    QJsonObject status{{u"id"_s, sent.wamid},
                       {u"status"_s, u"failed"_s},
                       {u"timestamp"_s, QString::number(unixSeconds(clock_.now()))},
                       {u"errors"_s, QJsonArray{QJsonObject{
                                         {u"code"_s, code},
                                         {u"title"_s, title},
                                         {u"message"_s, title},
                                         {u"error_data"_s, QJsonObject{{u"details"_s, title}}}}}}};
    status.insert(sent.byNumber ? u"recipient_id"_s : u"recipient_user_id"_s, sent.recipient);
    if (!sent.reference.isEmpty()) {
        status.insert(u"biz_opaque_callback_data"_s, sent.reference);
    }
    QJsonObject value = envelope(); // without contacts
    value.insert(u"statuses"_s, QJsonArray{status});
    change(u"messages"_s, value, {});
}

} // namespace comanda::practice
