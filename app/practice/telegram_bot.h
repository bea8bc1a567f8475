// The simulated Bot API itself: tokens, methods, polls, and what customers do to it. Lives in the
// server's thread.
#pragma once

#include "app/practice/telegram_chats.h"
#include "app/practice/telegram_reply.h"
#include "app/practice/telegram_sending.h"
#include "app/practice/telegram_updates.h"

namespace comanda::practice {

class TelegramBot {
public:
    TelegramBot(TelegramOptions options, TelegramSending::Announce announce);

    void attach(QObject* context) { context_ = context; } // for timers
    void handle(const SimRequest& request, const Respond& respond);

    // Customers; see TelegramSimulator.
    qint64 addCustomer(TelegramCustomer customer);
    qint64 write(qint64 customer, QJsonObject content, std::optional<Time> date = std::nullopt);
    qint64 writeFile(qint64 customer, const QString& kind, const TelegramFile& file);
    void edit(qint64 customer, qint64 message, const QString& text);
    QString press(qint64 customer, qint64 message, const QString& data);
    void react(qint64 customer, qint64 message, const QString& emoji);
    void setBlocked(qint64 customer, bool blocked);
    void push(const QString& kind, const QJsonObject& body, Time date, qint64 message = 0);
    QString connectBusiness(qint64 owner, bool canReply);
    void announceBusiness(const BusinessConnection& connection);
    qint64 writeBusiness(const QString& connection, qint64 customer, const QString& text);
    void deleteBusiness(const QString& connection, qint64 customer, qint64 message);

    void setSilent(bool on);
    void setRevoked(bool on);
    void setHook(const QString& url);

    [[nodiscard]] const TelegramOptions& options() const { return options_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] qint64 botId() const { return botId_; }
    [[nodiscard]] TelegramChats& chats() { return chats_; }
    [[nodiscard]] UpdateQueue& queue() { return queue_; }
    [[nodiscard]] const TelegramSending& sending() const { return sending_; }
    [[nodiscard]] int calls(const QString& method) const { return calls_.value(method.toLower()); }
    [[nodiscard]] int lastPollSeconds() const { return lastPollSeconds_; }
    [[nodiscard]] bool isPolling() const { return poll_.has_value(); }

private:
    struct Poll {
        quint64 serial = 0;
        int limit = 100;
        Respond respond;
    };

    [[nodiscard]] std::optional<SimResponse> refuseToken(const QByteArray& token) const;
    void callMethod(const QString& method, const SimRequest& request, const Respond& respond);
    [[nodiscard]] BotReply account(const QString& method, const Parameters& parameters);
    void getUpdates(const Parameters& parameters, const Respond& respond);
    void endPoll(const BotReply& reply);
    void conflict();
    void wake();
    [[nodiscard]] BotReply getFile(const Parameters& parameters) const;
    [[nodiscard]] SimResponse download(const QByteArray& path) const;
    [[nodiscard]] BotReply setWebhook(const Parameters& parameters);
    [[nodiscard]] BotReply deleteWebhook(const Parameters& parameters);
    [[nodiscard]] BotReply webhookInfo() const;
    [[nodiscard]] BotReply businessConnection(const Parameters& parameters) const;
    [[nodiscard]] QJsonObject messageOf(const Chat& chat, qint64 message) const;
    [[nodiscard]] QJsonObject memberJson(const QString& status) const;

    TelegramOptions options_;
    SystemClock systemClock_;
    const Clock& clock_;
    QRandomGenerator random_;
    qint64 botId_;
    QJsonObject me_;
    UpdateQueue queue_;
    TelegramChats chats_;
    TelegramSending sending_;
    QObject* context_ = nullptr;
    std::optional<Poll> poll_;
    quint64 lastSerial_ = 0;
    std::optional<Monotonic> lastConflict_;
    QHash<QString, int> calls_;
    QString hook_;
    int lastPollSeconds_ = 0;
    bool silent_ = false;
    bool revoked_ = false;
};

} // namespace comanda::practice
