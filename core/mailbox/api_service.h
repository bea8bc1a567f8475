// Carries out what the hub asks, on a thread of its own with an event loop: the server's thread
// only takes webhooks and never waits for the journal.
#pragma once

#include "core/mailbox/api.h"
#include "core/mailbox/meta_calls.h"

#include <QObject>
#include <QTimer>

namespace comanda::mailbox {

class ApiService final : public QObject {
    Q_OBJECT
public:
    using Respond = net::HttpServer::Respond;
    using CertificateEnds = std::function<std::optional<Time>()>;

    ApiService(const MailboxConfig& config, store::Journal& journal, const Clock& clock,
               QObject* parent = nullptr);

    // All in this object's thread.
    void start(CertificateEnds ends);
    void handle(const net::ServerRequest& request, const Respond& respond);
    void wake(); // something new is in the journal
    void noteHandshake(const QString& route);

private:
    void carryOut(const ApiCall& call, const GetHealth& what, const Respond& respond);
    void carryOut(const ApiCall& call, const GetDeliveries& what, const Respond& respond);
    void carryOut(const ApiCall& call, const PostAck& what, const Respond& respond);
    void carryOut(const ApiCall& call, const GetStatus& what, const Respond& respond);
    void carryOut(const ApiCall& call, const PostTakeover& what, const Respond& respond);
    void carryOut(const ApiCall& call, const PostProof& what, const Respond& respond);
    void carryOut(const ApiCall& call, const PostDebugToken& what, const Respond& respond);
    void carryOut(const ApiCall& call, const PostExchange& what, const Respond& respond);

    // The first hub that asks becomes the one. Fails with Conflict "mailbox.other_hub".
    [[nodiscard]] Result<> admitHub(const QString& hubId);
    [[nodiscard]] bool answerIfAny(qint64 after, const Respond& respond, bool evenEmpty);
    [[nodiscard]] net::ServerResponse startOver();
    void endPoll(); // answers the waiting poll with what there is, or nothing
    void prune();

    struct Poll {
        qint64 after = 0;
        Respond respond;
    };

    MailboxConfig config_;
    store::Journal& journal_;
    const Clock& clock_;
    CertificateEnds certificateEnds_;
    MetaCalls meta_;
    std::optional<QString> hub_; // as the journal has it
    std::optional<Poll> poll_;   // one at a time: a newer one ends the older
    QTimer pollTimer_, pruneTimer_;
};

} // namespace comanda::mailbox
