// The thin loop of one WhatsApp number: what arrives is brought by a mailbox or our own receiver;
// what leaves goes through the Cloud API; between times it asks whether the number is alive.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/graph/media.h"
#include "core/connectors/graph/sender.h"
#include "core/connectors/graph/token.h"
#include "core/connectors/whatsapp/catalogue.h"
#include "core/connectors/whatsapp/history_sync.h"
#include "core/connectors/whatsapp/templates.h"

#include <QCache>
#include <QTimer>

namespace comanda::whatsapp {

class WhatsApp final : public connect::Connector {
    Q_OBJECT
public:
    WhatsApp(const ChannelConfig& config, connect::Host host);

    void start(const std::optional<QString>& cursor) override;
    void stop() override;
    // Everything in the body is read, other numbers' events too: the hub knows whose they are.
    void deliver(const Delivery& delivery, connect::Stored stored) override;
    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override;
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
               std::function<void(Result<connect::FetchedMedia>)> done) override;
    void check(std::function<void(Result<AccountCheck>)> done) override;
    void subscribe(std::function<void(Result<>)> done) override;
    void markRead(const QString& conversationKey, const QString& externalId) override;
    void typing(const QString& conversationKey) override;

private:
    using Checked = std::function<void(Result<AccountCheck>)>;

    // Is the number alive? Every minute, sooner while it does not answer.
    void look();
    void looked(const net::HttpResult& result);
    void learn();
    void checkSubscription(AccountCheck found, const Checked& done);
    void checkToken(AccountCheck found, const Checked& done);
    void lookAtSubscription();
    void noteLastMessages(const Events& events);
    void hearNews(const QByteArray& body);
    void tellStanding();
    void keepFacts();

    connect::Host host_;
    QString phoneNumberId_, businessAccountId_;
    graph::Caller caller_;
    graph::Sender sender_;
    graph::MediaFetcher media_;
    Catalogue catalogue_;
    TemplateList templates_;
    HistorySync history_;
    graph::TokenLife token_;
    QTimer nextLook_;
    QJsonObject facts_;
    QString told_,
        seen_; // how the account stands: as the platform told it, as the last look saw it
    bool connected_ = true; // the phone's app has not let go of us
    int failedLooks_ = 0;
    int looks_ = 0;                        // that succeeded
    QCache<QString, QString> lastMessage_; // by conversation key: what "typing" has to name
    bool stopped_ = false;
};

} // namespace comanda::whatsapp
