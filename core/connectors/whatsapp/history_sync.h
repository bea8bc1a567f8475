// A number that also lives in the phone's app brings its conversations of the last months, once,
// within a day of being connected:
//   POST /{phone-number-id}/smb_app_data {"messaging_product", "sync_type"}
//   sync_type = "smb_app_state_sync", then "history"
// What comes then comes by webhooks (read.h) and is applied as old: it never rings and makes no
// order.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/embedded-signup/onboarding-business-app-users
#pragma once

#include "core/connectors/graph/caller.h"

#include <QObject>

namespace comanda::whatsapp {

// The state's word, kept among the account's facts: one of these, or how much has come, in percent.
// Empty: it was never asked for.
constexpr char16_t kHistoryAsked[] = u"asked";
constexpr char16_t kHistoryDone[] = u"done";
constexpr char16_t kHistoryDeclined[] = u"declined"; // by the owner, in the app
constexpr char16_t kHistoryLate[] = u"too_late";
constexpr char16_t kHistoryUsed[] = u"used"; // another program had it
constexpr char16_t kHistoryRefused[] = u"refused";

class HistorySync final : public QObject {
    Q_OBJECT
public:
    HistorySync(graph::Caller& caller, QString phoneNumberId, QString state,
                const connect::Host& host, QObject* parent = nullptr);

    // Asks if nobody has; what could not be asked is asked the next time.
    void askOnce();
    void heard(const QString& state); // the platform says so
    void stop() { stopped_ = true; }
    [[nodiscard]] const QString& state() const { return state_; }

Q_SIGNALS:
    void changed();

private:
    void ask(const QString& what, const std::function<void()>& then);
    void set(const QString& state);

    graph::Caller& caller_;
    QString phoneNumberId_, state_;
    connect::Host host_;
    bool asking_ = false;
    bool stopped_ = false;
};

} // namespace comanda::whatsapp
