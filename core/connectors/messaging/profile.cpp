#include "core/connectors/messaging/profile.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/messaging/item.h"

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

constexpr int kAskedMax = 20'000;

QString nameIn(const QJsonObject& profile) {
    QStringList parts{profile.value(u"first_name"_s).toString().trimmed(),
                      profile.value(u"last_name"_s).toString().trimmed()};
    parts.removeAll(QString());
    return textIn(profile, u"name").value_or(parts.join(u' '));
}

// Of somebody who wrote to us, without a name.
bool asksFor(const Event& event, const QString& account) {
    const bool said = event.kind == EventKind::Message || event.kind == EventKind::Order
                      || event.kind == EventKind::Postback;
    return said && event.direction == Direction::In && event.account == account
           && event.senderName.isEmpty() && !event.ids.isEmpty()
           && !event.ids.contains(u"user_ref"_s);
}

} // namespace

std::optional<QJsonObject> profileIn(const QByteArray& body) {
    if (body.contains("\"entry\"") || !body.contains("\"profile\"")) {
        return std::nullopt; // spares every webhook a second reading
    }
    const Result<QJsonObject> whole = parseObject(body);
    const bool is = whole && whole->value(u"profile"_s).isObject() && whole->size() == 1;
    return is ? std::optional(whole->value(u"profile"_s).toObject()) : std::nullopt;
}

Event readProfile(const QJsonObject& profile, const QString& account, const Dialect& dialect) {
    const QString id = idText(profile.value(u"id"_s));
    if (id.isEmpty()) {
        return ignored(account, u"a profile that does not say whose"_s);
    }
    const Person person{id, {}, profile.value(u"username"_s).toString(), nameIn(profile)};
    Event event = ignored(account, u"profile: what a customer calls themselves"_s);
    event.conversationKey = person.key();
    event.ids = person.ids(QString::fromUtf16(dialect.personId));
    event.senderId = id;
    event.senderName = person.name;
    event.eventKey = u"i:profile:"_s + id + u':' + digestOf(profile);
    return event;
}

Profiles::Profiles(graph::Caller& caller, Place place, const connect::Host& host, QObject* parent)
    : QObject(parent), caller_(caller), place_(std::move(place)), host_(host) {}

void Profiles::arrived(const Events& events) {
    if (asked_.size() > kAskedMax) {
        asked_.clear();
    }
    for (const Event& event : events) {
        if (asksFor(event, place_.account) && !asked_.contains(event.conversationKey)) {
            asked_.insert(event.conversationKey);
            waiting_.append(event.conversationKey);
        }
    }
    next();
}

void Profiles::next() {
    if (asking_ || stopped_ || waiting_.isEmpty()) {
        return;
    }
    const QString person = waiting_.takeFirst();
    if (caller_.shouldSlowDown()) {
        asked_.remove(person); // when they write again
        next();
        return;
    }
    asking_ = true;
    caller_.get(person, {{u"fields"_s, place_.fields}},
                [this, person](const net::HttpResult& result) { told(person, result); });
}

void Profiles::told(const QString& person, const net::HttpResult& result) {
    asking_ = false;
    const auto answer = graph::readAnswer(result, host_.clock->now());
    QJsonObject profile = answer.value_or(QJsonObject());
    profile.insert(u"id"_s, person);
    const bool says =
        !nameIn(profile).isEmpty() || !profile.value(u"username"_s).toString().isEmpty();
    if (says && !stopped_) {
        Delivery delivery;
        delivery.body = toCompactJson({{u"profile"_s, profile}});
        delivery.source = u"profile"_s;
        delivery.receivedAt = host_.clock->now();
        Events events = host_.read(delivery.body, place_.account);
        host_.intake(delivery, std::move(events), std::nullopt, [](const Result<>&) {});
    }
    next();
}

} // namespace comanda::messaging
