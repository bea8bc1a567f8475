#include "tests/faults/kill_account.h"

#include "core/store/reader.h"
#include "core/store/store.h"

#include <QMap>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

struct Stored {
    QMap<QString, int> times; // conversation and external id of a message
    QSet<QString> ids;        // external ids
    QSet<QString> ordered;    // of messages that have an order
    int orders = 0, halfOrders = 0;
    int unread = 0;
};

Result<bool> isHalf(store::Reader& reader, const Order& order) {
    const auto events = reader.orderEvents(order.id);
    if (!events) {
        return fail(events.error());
    }
    return events->empty() || order.lines.empty() || order.sources.empty() || order.number == 0;
}

Result<> add(store::Reader& reader, const Conversation& conversation, Stored& stored) {
    const auto messages = reader.messages(conversation.id, 1'000'000);
    const auto orders = reader.ordersOf(conversation.id, 1'000'000);
    if (!messages || !orders) {
        return fail(messages ? orders.error() : messages.error());
    }
    for (const Message& message : *messages) {
        ++stored.times[conversation.key + u'/' + message.externalId];
        stored.ids.insert(message.externalId);
        if (message.order) {
            stored.ordered.insert(message.externalId);
        }
    }
    for (const Order& order : *orders) {
        const auto half = isHalf(reader, order);
        if (!half) {
            return fail(half.error());
        }
        ++stored.orders;
        stored.halfOrders += *half ? 1 : 0;
    }
    return Done{};
}

Result<> readAll(store::Reader& reader, Stored& stored) {
    store::Reader::ConversationFilter all;
    all.limit = 100'000;
    const auto conversations = reader.conversations(all);
    const auto figures = reader.figures();
    if (!conversations || !figures) {
        return fail(conversations ? figures.error() : conversations.error());
    }
    stored.unread = static_cast<int>(figures->unreadDeliveries);
    for (const Conversation& conversation : *conversations) {
        if (auto added = add(reader, conversation, stored); !added) {
            return added;
        }
    }
    return Done{};
}

} // namespace

Result<KillAccount> drawUp(const QString& folder, const Acknowledged& acknowledged) {
    const SystemClock clock;
    store::StoreConfig config;
    config.path = folder + u"/comanda.db"_s;
    config.dataDir = folder;
    const auto store = store::Store::open(config, store::Access::ReadOnly, clock);
    if (!store) {
        return fail(store.error());
    }
    Stored stored;
    const auto read =
        (*store)->readNow([&](store::Reader& reader) { return readAll(reader, stored); });
    if (!read) {
        return fail(read.error());
    }
    KillAccount account;
    account.halfOrders = stored.halfOrders;
    account.unread = stored.unread;
    for (const int times : stored.times) {
        account.doubled += times > 1 ? 1 : 0;
    }
    account.doubled += std::max(0, stored.orders - static_cast<int>(stored.ordered.size()));
    for (const QString& message : acknowledged.messages) {
        ++account.acknowledged;
        account.lost += stored.ids.contains(message) ? 0 : 1;
        if (acknowledged.carts.contains(message)) {
            ++account.ordersAsked;
            account.ordersMissing += stored.ordered.contains(message) ? 0 : 1;
        }
    }
    return account;
}

} // namespace comanda::test
