// The thin loop of a page's Messenger or an account's Instagram: what arrives is brought by a
// mailbox or our own receiver, and by a backfill what they missed; what leaves goes through the
// Send API; between times it asks whether the account is alive and still subscribed.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/graph/comment_sender.h"
#include "core/connectors/graph/media.h"
#include "core/connectors/graph/sender.h"
#include "core/connectors/messaging/backfill.h"
#include "core/connectors/messaging/profile.h"
#include "core/connectors/messaging/watch.h"
#include "core/connectors/messaging/write.h"

namespace comanda::messaging {

// All in which the channels of Messenger and Instagram differ.
struct Line {
    QString account;       // of the events
    QString sends;         // the page or account whose edges are called
    QString subscribes;    // the path of subscribed_apps
    QString wantedFields;  // subscribed to
    QString conversations; // "platform" of the Conversations API
    const Manner* manner;  // outlives the channel
    graph::TokenLife::Of token;
    // How an answer under a picture is written; empty: there are no comments here. `sends` as
    // above.
    Result<std::vector<graph::CommentCall>> (*comment)(const QString& sends,
                                                       const OutgoingMessage& message) = nullptr;
};

class Channel final : public connect::Connector {
    Q_OBJECT
public:
    Channel(Line line, const connect::Host& host);

    void start(const std::optional<QString>& cursor) override;
    void stop() override;
    // Everything in the body is read, others' events too: the hub knows whose they are.
    void deliver(const Delivery& delivery, connect::Stored stored) override;
    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override;
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
               std::function<void(Result<connect::FetchedMedia>)> done) override;
    void check(std::function<void(Result<AccountCheck>)> done) override;
    void subscribe(std::function<void(Result<>)> done) override;
    void markRead(const QString& conversationKey, const QString& externalId) override;
    void typing(const QString& conversationKey) override;

private:
    void act(const QString& conversationKey, const QString& action);
    [[nodiscard]] bool isUnderPicture(const OutgoingMessage& message) const;
    void sendOrTakeOver(graph::Sender& sender, const OutgoingMessage& message,
                        std::function<void(SendOutcome)> done);

    const Line line_;
    connect::Host host_;
    graph::Caller caller_;
    graph::Sender sender_, reactions_;
    graph::CommentSender comments_;
    graph::MediaFetcher media_;
    Backfill backfill_;
    Profiles profiles_;
    Watch watch_;
    bool stopped_ = false;
};

} // namespace comanda::messaging
