// Telegram's connector: sign-in, the long poll, sends and files over the Bot API.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/telegram/files.h"
#include "core/connectors/telegram/poller.h"
#include "core/connectors/telegram/sender.h"

#include <QTimer>

namespace comanda::telegram {

class TelegramConnector final : public connect::Connector {
    Q_OBJECT
public:
    TelegramConnector(const ChannelConfig& config, connect::Host host, const Timing& timing = {});

    void start(const std::optional<QString>& cursor) override;
    void stop() override;
    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override;
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
               std::function<void(Result<connect::FetchedMedia>)> done) override;
    void check(std::function<void(Result<AccountCheck>)> done) override;
    void markRead(const QString& conversationKey, const QString& externalId) override;
    void typing(const QString& conversationKey) override;

private:
    [[nodiscard]] Access access() const;
    void signIn();
    void signedIn(const ApiAnswer& answer);
    void learnFacts();
    void signInFailed(const ApiAnswer& answer);
    void answerCallbacks(const Events& events);
    void learnFrom(const OutgoingMessage& message, const SendOutcome& outcome);
    void tell(const Event& event); // what an answer to a send told of a conversation
    void tellMoved(const QString& from, const QString& to);
    void checkWebhook(const AccountCheck& account, std::function<void(Result<AccountCheck>)> done);
    void finishStop();

    ChannelConfig config_;
    connect::Host host_;
    Timing timing_;
    net::HttpClient account_; // getMe and its like
    BusinessRights rights_;
    Poller poller_;
    Sender sender_;
    Files files_;
    QTimer signInAgain_;
    std::optional<QString> cursor_;
    QJsonObject facts_; // of getMe
    int failures_ = 0;  // of signing in, consecutive
    std::map<quint64, std::function<void(Result<AccountCheck>)>> checks_; // under way
    quint64 lastCheck_ = 0;
    bool running_ = false;
    bool stopping_ = false;
};

} // namespace comanda::telegram
