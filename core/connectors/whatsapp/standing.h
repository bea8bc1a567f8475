// How the account stands, as the platform tells it in passing, beside the customers' messages:
//
//   account_update              {"event", "ban_info", "restriction_info", "waba_info"}
//   account_alerts              {"alert_severity", "alert_status", "alert_type"}
//   phone_number_quality_update {"display_phone_number", "event", "current_limit"}
//   message_template_*          a text was approved, refused, paused, …
//   history                     {"history": [{"metadata": {"phase", "progress"}, "errors"}]}
//
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace comanda::whatsapp {

struct News {
    bool templates = false;         // they have to be read again
    std::optional<QString> note;    // id of what the light says from now on; empty: it is over
    std::optional<bool> connected;  // the phone's app has let go of us, or has us again
    std::optional<QString> history; // HistorySync's word

    bool operator==(const News&) const = default;
};

// `businessAccount` and `number` (digits, as shown): ours, where they are known; what speaks of
// another one is no news. Pure.
[[nodiscard]] News newsIn(const QByteArray& body, const QString& businessAccount,
                          const QString& number, const QString& phoneNumberId);

} // namespace comanda::whatsapp
