// Brings one answer to a comment out: makes its calls one after another.
//
// How many of them the platform has taken already is remembered by our client reference while this
// object lives, so that a second try goes on where the first one stopped. Many comments at once
// look like spam: after a short burst there is a second between them.
#pragma once

#include "core/base/result.h"
#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/graph/comment_call.h"

#include <QCache>
#include <QObject>

#include <memory>

namespace comanda::graph {

class CommentSender final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(SendOutcome)>;
    using Calls = std::vector<CommentCall>; // in the order in which they have to be accepted
    // How the platform says it; an error is what the message is refused with.
    using Write = std::function<Result<Calls>(const OutgoingMessage& message)>;

    CommentSender(Caller& caller, Write write, const connect::Host& host,
                  QObject* parent = nullptr);

    void send(const OutgoingMessage& message, Done done);

private:
    struct Job {
        QString reference;
        Calls calls;
        std::size_t accepted = 0;
        Done done;
    };
    using JobPtr = std::shared_ptr<Job>;

    [[nodiscard]] Millis pauseBefore(const Job& job);
    void callNext(const JobPtr& job);
    void answered(const JobPtr& job, const net::HttpResult& result);
    void askWhetherItArrived(const JobPtr& job, const SendOutcome& unsure);
    void finish(const JobPtr& job, const SendOutcome& outcome);

    Caller& caller_;
    const Write write_;
    connect::Host host_;
    Monotonic due_;                         // when the next comment would be made in an even flow
    QCache<QString, std::size_t> accepted_; // by client reference
};

} // namespace comanda::graph
