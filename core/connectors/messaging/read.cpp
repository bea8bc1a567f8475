#include "core/connectors/messaging/read.h"

#include "core/connectors/graph/owner.h"
#include "core/connectors/messaging/history.h"
#include "core/connectors/messaging/message.h"
#include "core/connectors/messaging/profile.h"
#include "core/connectors/messaging/report.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

struct Member {
    const char16_t* name;
    Events (*read)(const QJsonObject& body, const Item& item);
};

constexpr std::array kMembers{
    Member{u"message", readMessage},   Member{u"message_edit", readEdit},
    Member{u"postback", readPostback}, Member{u"order", readOrder},
    Member{u"referral", readReferral}, Member{u"reaction", readReaction},
    Member{u"delivery", readDelivery}, Member{u"read", readRead},
};

Events readMember(const QString& name, const QJsonValue& body, const Item& item) {
    const auto* const known =
        std::find_if(kMembers.begin(), kMembers.end(),
                     [&](const Member& member) { return name == QStringView(member.name); });
    if (known == kMembers.end()) {
        const auto notice =
            body.isObject() ? readNotice(name, body.toObject(), item) : std::nullopt;
        return notice ? Events{*notice} : Events();
    }
    if (body.isNull()) {
        return {};
    }
    if (!body.isObject()) {
        return {item.unread(name + u" is not a readable object"_s)};
    }
    return item.parties().self ? Events{item.understood(name, u"the account speaks to itself"_s)}
                               : known->read(body.toObject(), item);
}

Events readItem(const Item& item) {
    Events events;
    QStringList names = item.json().keys();
    for (const QString& name : names) {
        Events read = readMember(name, item.json().value(name), item);
        std::move(read.begin(), read.end(), std::back_inserter(events));
    }
    if (events.empty()) {
        for (const auto* about : {u"sender", u"recipient", u"timestamp"}) {
            names.removeAll(QString::fromUtf16(about));
        }
        events.push_back(item.unread(names.isEmpty()
                                         ? u"an item that says nothing"_s
                                         : u"an item of a kind that is not read: "_s
                                               + names.mid(0, 5).join(u", "_s).left(200)));
    }
    return events;
}

bool isItem(const QJsonObject& value) {
    return graph::isMessagingItem(value)
           || std::any_of(kMembers.begin(), kMembers.end(), [&](const Member& member) {
                  return value.value(QStringView(member.name)).isObject();
              });
}

Events readPart(const graph::Part& part, const QString& account, const Dialect& dialect) {
    const auto owner = graph::ownerOf(part);
    if (owner && *owner != dialect.platform) {
        return {graph::foreign(account, *owner)};
    }
    const QString asset = assetOf(part);
    const QString ours = asset.isEmpty() ? account : asset;
    if (part.kind == graph::PartKind::Broken) {
        return {ignored(ours, part.reason)};
    }
    if (part.kind != graph::PartKind::Change || isItem(part.value)) {
        return readItem(Item(part.value, {asset, account, part.entryTime}, dialect));
    }
    if (dialect.readChange != nullptr) {
        return dialect.readChange(part, ours);
    }
    return {ignored(ours, u"a change that is not read: "_s + part.field.left(64))};
}

} // namespace

QString assetOf(const graph::Part& part) {
    return part.entryId == "0"_L1 ? QString() : part.entryId;
}

Events read(const QByteArray& body, const QString& account, const Dialect& dialect) {
    if (const auto history = historyIn(body)) {
        return readHistory(*history, account, dialect);
    }
    if (const auto profile = profileIn(body)) {
        return {readProfile(*profile, account, dialect)};
    }
    const auto parts = graph::takeApart(body);
    if (!parts) {
        return {ignored(account, graph::wordsFor(parts.error()))};
    }
    Events events;
    for (const graph::Part& part : *parts) {
        Events read = readPart(part, account, dialect);
        std::move(read.begin(), read.end(), std::back_inserter(events));
    }
    if (events.empty()) {
        events.push_back(ignored(account, u"the payload is empty"_s));
    }
    return events;
}

} // namespace comanda::messaging
