#include "core/connectors/graph/owner.h"

#include "core/base/json.h"

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

bool isWhatsApp(const Part& part) {
    return part.value.value(u"messaging_product"_s).toString() == "whatsapp"_L1
           || part.object == "whatsapp_business_account"_L1;
}

// The account as an entry names it, or, for WhatsApp, the number that a value is about.
bool isOf(const Part& part, const QString& account) {
    const QJsonObject metadata = part.value.value(u"metadata"_s).toObject();
    return part.entryId == account || idText(metadata.value(u"phone_number_id"_s)) == account;
}

} // namespace

bool isMessagingItem(const QJsonObject& value) {
    return value.value(u"sender"_s).isObject() || value.value(u"recipient"_s).isObject();
}

std::optional<Platform> ownerOf(const Part& part) {
    if (part.kind == PartKind::Broken) {
        return std::nullopt;
    }
    const bool item = part.kind != PartKind::Change || isMessagingItem(part.value);
    if (!item && isWhatsApp(part)) {
        return Platform::WhatsApp;
    }
    if (part.object == "instagram"_L1) {
        return Platform::Instagram;
    }
    if (part.object == "page"_L1) {
        return item ? Platform::Messenger : Platform::Facebook;
    }
    return std::nullopt;
}

Event foreign(const QString& account, Platform owner) {
    Event event = ignored(account, u"an event of "_s + toWord(owner));
    event.platform = owner;
    return event;
}

bool concerns(const QByteArray& body, Platform platform, const QString& account) {
    const auto parts = takeApart(body);
    return parts && std::any_of(parts->begin(), parts->end(), [&](const Part& part) {
               return ownerOf(part) == platform && (account.isEmpty() || isOf(part, account));
           });
}

} // namespace comanda::graph
