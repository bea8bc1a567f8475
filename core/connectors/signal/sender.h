// Sends: one message may be several calls, made one after the other, and one message at a time to
// each person, for a daemon has lost what was sent to one person in parallel.
//
// Signal has no idempotency key. Once a part has been accepted, or may have been, the message is
// never started again by itself: what cannot be finished ends as "not sure".
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/signal/daemon.h"
#include "core/connectors/signal/doubts.h"

#include <QElapsedTimer>

#include <map>

namespace comanda::signal {

class Sender final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(SendOutcome)>;

    Sender(const connect::Host& host, Daemon& daemon, const Timing& timing, QString account,
           Doubts& doubts, QObject* parent);

    void send(const OutgoingMessage& message, Done done);
    // A reason for which nothing can be sent until somebody signs in again; empty: none.
    void setSignIn(const QString& reason) { signIn_ = reason; }
    void tell(const Call& call); // courtesies: nobody waits for the answer

    [[nodiscard]] bool isIdle() const { return jobs_.empty(); }
    void stop(); // ends what may have left as unsure; nothing is sent any more

Q_SIGNALS:
    void idle();

private:
    struct Job {
        std::vector<Call> calls;
        size_t next = 0;    // the call under way
        bool asked = false; // it has been made; else it waits for its turn
        QString name;       // of the call that was made last
        QString firstId;    // of the first message that was made
        QString reference, recipient;
        Millis budget{0};
        Time from; // when the call under way was made
        QElapsedTimer since;
        Done done;
    };

    [[nodiscard]] Result<std::vector<Call>> callsFor(const OutgoingMessage& message) const;
    void startNext(const QString& recipient);
    void callNext(quint64 id);
    void answered(quint64 id, const Answer& answer);
    void failed(quint64 id, const Answer& answer, const SendOutcome& outcome);
    void end(quint64 id, const SendOutcome& outcome);
    [[nodiscard]] static Millis left(const Job& job);

    const connect::Host& host_;
    Daemon& daemon_;
    Timing timing_;
    QString account_;
    Doubts& doubts_;
    QString signIn_;
    std::map<quint64, Job> jobs_; // in their order
    quint64 lastJob_ = 0;
    bool stopped_ = false;
};

} // namespace comanda::signal
