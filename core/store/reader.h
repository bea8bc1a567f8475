// Everything that is asked of the store, read-only, on a reading thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/people.h"
#include "core/domain/shop.h"
#include "core/store/rows.h"

namespace comanda::store {

class Connection;

class Reader {
public:
    explicit Reader(Connection& connection);

    [[nodiscard]] Result<std::vector<ChannelConfig>> channels();
    [[nodiscard]] Result<Shop> shop(); // defaults when nothing was saved
    [[nodiscard]] Result<std::optional<QJsonValue>> setting(const QString& key);
    [[nodiscard]] Result<std::optional<QByteArray>> sealed(const QString& name);
    [[nodiscard]] Result<QStringList> sealedNames();
    [[nodiscard]] Result<std::optional<QString>> channelCursor(ChannelId channel);
    [[nodiscard]] Result<std::optional<QString>> cursor(const QString& name);
    // By name and language.
    [[nodiscard]] Result<std::vector<MessageTemplate>> templates(ChannelId channel);

    struct ConversationFilter {
        bool unreadOnly = false;
        bool withOpenOrder = false;
        QString search; // folded words and prefixes in name and handle
        int limit = 200;
        std::optional<Time> before; // for paging: lastAt strictly older
    };
    [[nodiscard]] Result<std::vector<Conversation>> conversations(const ConversationFilter& filter);
    [[nodiscard]] Result<std::optional<Conversation>> conversation(ConversationId id);
    [[nodiscard]] Result<int> unreadConversations();

    // The newest `limit` messages older than `before` (sort time, id), oldest first.
    struct MessageBefore {
        Time at;
        MessageId id;
    };
    [[nodiscard]] Result<std::vector<Message>> messages(ConversationId conversation, int limit,
                                                        std::optional<MessageBefore> before = {});

    [[nodiscard]] Result<std::vector<Order>> openOrders(); // and those closed in the last 10 min
    [[nodiscard]] Result<std::optional<Order>> order(OrderId id);
    [[nodiscard]] Result<std::vector<OrderEvent>> orderEvents(OrderId id);
    [[nodiscard]] Result<std::vector<Order>> ordersOf(ConversationId conversation, int limit);
    [[nodiscard]] Result<std::vector<Order>> ordersBetween(QDate from, QDate to); // business days
    [[nodiscard]] Result<std::vector<Order>> recentlyClosed(int limit);           // for recall

    // Whose conversation it is, with their last orders; under a post those who commented last, the
    // newest first. Empty: nobody's.
    [[nodiscard]] Result<std::vector<Person>> people(ConversationId conversation, int orders);
    // Who may be the same person, with the reasons; whom staff called somebody else is left out.
    [[nodiscard]] Result<std::vector<Suggestion>> alike(CustomerId customer);

    // Newest first. Words are folded; the last one matches as a prefix.
    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString& text, int limit);

    struct ChannelCounts {
        ChannelId channel;
        int waiting = 0;
        std::optional<Time> lastMessage; // last real message in
    };
    [[nodiscard]] Result<std::vector<ChannelCounts>> channelCounts();
    // The earliest time at which something in the outbox may leave; nullopt: nothing waits.
    [[nodiscard]] Result<std::optional<Time>> nextSendAt();

    [[nodiscard]] Result<std::vector<DeliveryRow>> unreadDeliveries(int limit,
                                                                    DeliveryId after = {});
    [[nodiscard]] Result<StoreFigures> figures();

private:
    Connection& connection_;
};

} // namespace comanda::store
