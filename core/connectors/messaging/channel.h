// The thin loop of a page's Messenger or an account's Instagram: what arrives is brought by a
// mailbox or our own receiver, and by a backfill what they missed; what leaves goes through the
// Send API; between times it asks whether the account is alive and still subscribed.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/graph/media.h"
#include "core/connectors/graph/sender.h"
#include "core/connectors/messaging/backfill.h"
#include "core/connectors/messaging/token.h"
#include "core/connectors/messaging/write.h"

#include <QTimer>

namespace comanda::messaging {

// All in which the channels of Messenger and Instagram differ.
struct Line {
    QString account;       // of the events
    QString sends;         // the page or account whose edges are called
    QString subscribes;    // the path of subscribed_apps
    QString wantedFields;  // subscribed to
    QString conversations; // "platform" of the Conversations API
    const Manner* manner;  // outlives the channel
    bool tokenRenews = false;
};

class Channel final : public connect::Connector {
    Q_OBJECT
public:
    Channel(Line line, const graph::Endpoint& endpoint, const connect::Host& host);

    void start(const std::optional<QString>& cursor) override;
    void stop() override;
    // Everything in the body is read, others' events too: the hub knows whose they are.
    void deliver(const Delivery& delivery, connect::Stored stored) override;
    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override;
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
               std::function<void(Result<connect::FetchedMedia>)> done) override;
    void check(std::function<void(Result<AccountCheck>)> done) override;
    void markRead(const QString& conversationKey, const QString& externalId) override;
    void typing(const QString& conversationKey) override;

private:
    using Checked = std::function<void(Result<AccountCheck>)>;

    // Is the account alive? Every minute, sooner while it does not answer.
    void look();
    void looked(const net::HttpResult& result);
    void lookAtSubscription();
    void subscribe(bool nothingArrives);
    void reportSubscription(bool subscribed);
    void learn();
    void checkSubscription(AccountCheck found, const Checked& done);
    void act(const QString& conversationKey, const QString& action);

    const Line line_;
    connect::Host host_;
    graph::Caller caller_;
    graph::Sender sender_, reactions_;
    graph::MediaFetcher media_;
    Backfill backfill_;
    TokenLife token_;
    QTimer nextLook_;
    QJsonObject facts_;
    std::optional<Time> lastLook_; // that succeeded
    int failedLooks_ = 0;
    int looks_ = 0; // that succeeded
    bool stopped_ = false;
};

} // namespace comanda::messaging
