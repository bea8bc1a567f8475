#include "core/connectors/whatsapp/history_sync.h"

#include "core/connectors/graph/answers.h"

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

QString wordFor(const Error& error) {
    if (error.id == "whatsapp.history_used"_L1) {
        return QString::fromUtf16(kHistoryUsed);
    }
    if (error.id == "whatsapp.history_late"_L1) {
        return QString::fromUtf16(kHistoryLate);
    }
    return error.id == "whatsapp.history_declined"_L1 ? QString::fromUtf16(kHistoryDeclined)
                                                      : QString::fromUtf16(kHistoryRefused);
}

} // namespace

HistorySync::HistorySync(graph::Caller& caller, QString phoneNumberId, QString state,
                         const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      phoneNumberId_(std::move(phoneNumberId)),
      state_(std::move(state)),
      host_(host) {}

void HistorySync::askOnce() {
    if (!state_.isEmpty() || asking_ || stopped_) {
        return;
    }
    asking_ = true;
    ask(u"smb_app_state_sync"_s,
        [this] { ask(u"history"_s, [this] { set(QString::fromUtf16(kHistoryAsked)); }); });
}

void HistorySync::ask(const QString& what, const std::function<void()>& then) {
    caller_.post(phoneNumberId_ + u"/smb_app_data"_s,
                 {{u"messaging_product"_s, u"whatsapp"_s}, {u"sync_type"_s, what}},
                 [this, then](const net::HttpResult& result) {
                     if (stopped_) {
                         return;
                     }
                     const auto answer = graph::readAnswer(result, host_.clock->now());
                     if (answer) {
                         then();
                     } else if (answer.error().kind == ErrorKind::Rejected) {
                         set(wordFor(answer.error()));
                     } else {
                         asking_ = false;
                     }
                 });
}

void HistorySync::heard(const QString& state) {
    const bool ended = state_ == QStringView(kHistoryDone); // chunks may come out of order
    if (!ended) {
        set(state);
    }
}

void HistorySync::set(const QString& state) {
    asking_ = false;
    if (state_ != state) {
        state_ = state;
        Q_EMIT changed();
    }
}

} // namespace comanda::whatsapp
