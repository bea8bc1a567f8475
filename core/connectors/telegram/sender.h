// Sends: one message may be several calls, made one after the other.
//
// Telegram has no idempotency key. Once a part has been accepted, or may have been, the message is
// never started again by itself: what cannot be finished ends as "not sure".
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/telegram/api.h"
#include "core/connectors/telegram/pace.h"

#include <QElapsedTimer>
#include <QObject>

#include <map>

namespace comanda::telegram {

class Sender final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(SendOutcome)>;

    Sender(const connect::Host& host, QObject* parent);

    void setAccess(const Access& access) { access_ = access; }
    void send(const OutgoingMessage& message, Done done);
    // Courtesies: nobody waits for the answer.
    void tell(const ApiCall& call, Millis deadline);

    [[nodiscard]] bool isIdle() const { return jobs_.empty(); }
    void stop(); // ends what may have left as unsure; nothing is sent any more

Q_SIGNALS:
    void idle();
    void moved(const QString& from, const QString& to); // a group has another address now

private:
    struct Job {
        std::vector<ApiCall> calls;
        size_t next = 0; // the call under way
        QString firstId; // of the first message that was made
        bool repaired = false;
        bool isFile = false;
        QElapsedTimer since;
        quint64 handle = 0;
        bool asked = false; // the call under way has been made; else it waits for its turn
        Done done;
    };

    void sendNext(quint64 id);
    [[nodiscard]] bool waitsForTurn(quint64 id);
    void answered(quint64 id, const ApiAnswer& answer);
    void afterFailure(quint64 id, const SendOutcome& outcome);
    void observe(const ApiAnswer& answer);
    void end(quint64 id, const SendOutcome& outcome);
    [[nodiscard]] static Millis left(const Job& job);

    const connect::Host& host_;
    Access access_;
    net::HttpClient client_;
    Pace pace_;
    QElapsedTimer paceClock_; // not the host's: a turn comes in real time
    std::map<quint64, Job> jobs_;
    quint64 lastJob_ = 0;
    bool stopped_ = false;
};

} // namespace comanda::telegram
