// What the platform says about our page or account. Pure.
#pragma once

#include "core/domain/channel.h"

#include <QJsonObject>
#include <QStringList>

namespace comanda::messaging {

// The fields of the page or account that readAccount() understands.
[[nodiscard]] QString accountFields();
// Facts: "name", "link_name" (for m.me and ig.me).
[[nodiscard]] AccountCheck readAccount(const QJsonObject& node, const QString& account);

// Of GET …/subscribed_apps.
enum class Subscription {
    None,    // nothing arrives
    Partial, // messages do, but not everything that was asked for
    Whole
};
[[nodiscard]] Subscription readSubscription(const QJsonObject& answer, const QString& wanted);

// Webhook fields of a page. One list for all channels that share the page, because subscribing
// replaces what was there.
constexpr char16_t kPageFields[] =
    u"messages,messaging_postbacks,message_echoes,message_reads,message_deliveries,"
    "message_reactions,message_edits,messaging_referrals,messaging_optins,messaging_handovers,"
    "standby,send_cart,feed,mention";
// Of an Instagram account that is logged in by itself.
constexpr char16_t kInstagramFields[] =
    u"messages,messaging_postbacks,message_reactions,messaging_seen,messaging_referral,comments";

} // namespace comanda::messaging
