// Everything that the bot does to a chat: sending, editing, deleting, reacting.
#pragma once

#include "app/practice/telegram_chats.h"
#include "app/practice/telegram_reply.h"

namespace comanda::practice {

class TelegramSending {
public:
    using Announce = std::function<void(qint64 customer, const Received& message)>;

    TelegramSending(const TelegramOptions& options, const Clock& clock, TelegramChats& chats,
                    QRandomGenerator& random, const QJsonObject& me, Announce announce);

    // nullopt: not one of these methods. `method` in lower case.
    [[nodiscard]] std::optional<BotReply> handle(const QString& method,
                                                 const Parameters& parameters);
    void openQuery(const QString& id) { queries_.insert(id, clock_.now()); }
    [[nodiscard]] const QStringList& answeredQueries() const { return answered_; }

private:
    using Method = BotReply (TelegramSending::*)(const Parameters&);
    // A message about to be sent: its entry on the customer's phone and the fields of its JSON.
    struct Draft {
        Received entry;
        QJsonObject content;
    };

    BotReply sendMessage(const Parameters& parameters);
    BotReply sendPhoto(const Parameters& parameters);
    BotReply sendDocument(const Parameters& parameters);
    BotReply sendVoice(const Parameters& parameters);
    BotReply sendAudio(const Parameters& parameters);
    BotReply sendVideo(const Parameters& parameters);
    BotReply sendSticker(const Parameters& parameters);
    BotReply sendLocation(const Parameters& parameters);
    BotReply sendVenue(const Parameters& parameters);
    BotReply sendContact(const Parameters& parameters);
    BotReply sendMediaGroup(const Parameters& parameters);
    BotReply sendChatAction(const Parameters& parameters);
    BotReply editMessageText(const Parameters& parameters);
    BotReply deleteMessage(const Parameters& parameters);
    BotReply setMessageReaction(const Parameters& parameters);
    BotReply answerCallbackQuery(const Parameters& parameters);
    BotReply readBusinessMessage(const Parameters& parameters);
    BotReply deleteBusinessMessages(const Parameters& parameters);

    [[nodiscard]] std::optional<BotReply> refuseChat(const Parameters& parameters, Chat*& chat);
    [[nodiscard]] std::optional<BotReply> refuseBusiness(const Parameters& parameters,
                                                         qint64 chat) const;
    [[nodiscard]] std::optional<BotReply> refuseReply(const Parameters& parameters,
                                                      const Chat& chat) const;
    [[nodiscard]] std::optional<BotReply> throttle(Chat& chat);
    BotReply sendFile(const Parameters& parameters, const QString& kind);
    [[nodiscard]] std::optional<BotReply> fileDraft(const Parameters& parameters,
                                                    const QString& kind, const QString& source,
                                                    Draft& draft);
    BotReply send(const Parameters& parameters, Draft draft);
    [[nodiscard]] QJsonObject commit(Chat& chat, const Parameters& parameters, Draft draft);
    [[nodiscard]] Received* findSent(Chat& chat, qint64 message) const;

    const TelegramOptions& options_;
    const Clock& clock_;
    TelegramChats& chats_;
    QRandomGenerator& random_;
    const QJsonObject& me_;
    Announce announce_;
    QHash<QString, Time> queries_; // callback queries that may be answered
    QStringList answered_;
};

} // namespace comanda::practice
