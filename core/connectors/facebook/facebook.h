// The thin loop of a page's comments: what arrives is brought by a mailbox or our own receiver, and
// by a poll what they missed; between times it asks whether the page is alive and still subscribed.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/facebook/poll.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/graph/comment_sender.h"
#include "core/connectors/graph/media.h"
#include "core/connectors/messaging/watch.h"

namespace comanda::facebook {

class Facebook final : public connect::Connector {
    Q_OBJECT
public:
    Facebook(const ChannelConfig& config, connect::Host host);

    void start(const std::optional<QString>& cursor) override;
    void stop() override;
    // Everything in the body is read, others' events too: the hub knows whose they are.
    void deliver(const Delivery& delivery, connect::Stored stored) override;
    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override;
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
               std::function<void(Result<connect::FetchedMedia>)> done) override;
    void check(std::function<void(Result<AccountCheck>)> done) override;
    void subscribe(std::function<void(Result<>)> done) override;

private:
    using Checked = std::function<void(Result<AccountCheck>)>;

    void checkReading(AccountCheck found, const Checked& done);

    connect::Host host_;
    const QString page_;
    graph::Caller caller_;
    graph::CommentSender sender_;
    graph::MediaFetcher media_;
    Poll poll_;
    messaging::Watch watch_;
    bool stopped_ = false;
};

} // namespace comanda::facebook
