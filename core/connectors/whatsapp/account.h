// What the platform says about our number. Pure.
#pragma once

#include "core/domain/channel.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::whatsapp {

// The fields of GET /{phone-number-id} that readAccount() understands.
[[nodiscard]] QString accountFields();
// Facts: "name", "number" (as shown), "link_name" (digits, for wa.me), "quality", "status".
// Warnings: "whatsapp.on_biz_app" (the number lives in the phone's app too and can leave us by
// itself), "whatsapp.quality_low", "whatsapp.sending_limited", "whatsapp.sending_blocked".
[[nodiscard]] AccountCheck readAccount(const QJsonObject& node, const QString& phoneNumberId);
// Of these the one that a light shows, though every call works; empty: none.
[[nodiscard]] QString standingOf(const AccountCheck& account);
// Of GET /{waba-id}/subscribed_apps: without a subscribed app nothing ever arrives.
[[nodiscard]] bool isSubscribed(const QJsonObject& answer);

} // namespace comanda::whatsapp
