// Brings one message out: makes its calls one after another.
//
// How many of them the platform has taken already is remembered by our client reference while this
// object lives, so that a second try goes on where the first one stopped.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/facebook/write.h"
#include "core/connectors/graph/caller.h"

#include <QCache>
#include <QObject>

#include <memory>

namespace comanda::facebook {

class Sender final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(SendOutcome)>;

    Sender(graph::Caller& caller, QString page, const connect::Host& host,
           QObject* parent = nullptr);

    void send(const OutgoingMessage& message, Done done);

private:
    struct Job {
        QString reference;
        std::vector<Call> calls;
        std::size_t accepted = 0;
        Done done;
    };
    using JobPtr = std::shared_ptr<Job>;

    void callNext(const JobPtr& job);
    void answered(const JobPtr& job, const net::HttpResult& result);

    graph::Caller& caller_;
    const QString page_;
    connect::Host host_;
    QCache<QString, std::size_t> accepted_; // by client reference
};

} // namespace comanda::facebook
