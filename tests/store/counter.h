// A shop with channels for the tests of the store's contents: short words for what happens there.
#pragma once

#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"

#include <QMap>

namespace comanda::test {

using namespace Qt::StringLiterals;
using store::Intake;
using store::Reader;
using store::Writer;

template <typename T>
T must(Result<T> result) {
    if (!result) {
        FAIL(result.error().id.toStdString() << " | " << result.error().detail.toStdString());
    }
    return std::move(*result);
}

inline Time minutes(Time from, int count) {
    return from + std::chrono::minutes(count);
}

class Counter {
public:
    explicit Counter(store::StoreConfig::Engine engine) : fixture(engine), store(fixture.open()) {
        shop.currency = *Currency::of(u"COP");
        whatsapp = addChannel(Platform::WhatsApp);
        telegram = addChannel(Platform::Telegram);
        lease = write<store::Lease>([](Writer& w) {
                    return w.takeLease(u"caja"_s, Millis(15'000));
                }).fence;
    }

    [[nodiscard]] Time now() const { return fixture.clock.now(); }
    ChannelId addChannel(Platform platform) {
        ChannelConfig config;
        config.platform = platform;
        config.name = toWord(platform);
        return write<ChannelId>([&](Writer& w) { return w.saveChannel(config); });
    }

    template <typename T, typename Job>
    Result<T> tryWrite(Job job) {
        std::optional<Result<T>> answer;
        const Result<> done = store->writeNow([&](Writer& writer) -> Result<> {
            answer = job(writer);
            return *answer ? Result<>(Done{}) : fail(answer->error());
        });
        if (!done) {
            return fail(done.error());
        }
        return std::move(*answer);
    }
    template <typename T, typename Job>
    T write(Job job) {
        return must(tryWrite<T>(std::move(job)));
    }
    template <typename Job>
    void run(Job job) {
        must(tryWrite<Done>(std::move(job)));
    }
    template <typename T, typename Query>
    T read(Query query) {
        std::optional<Result<T>> answer;
        must(store->readNow([&](Reader& reader) -> Result<> {
            answer = query(reader);
            return *answer ? Result<>(Done{}) : fail(answer->error());
        }));
        return must(std::move(*answer));
    }

    Intake take(ChannelId channel, const Events& events, std::optional<QString> cursor = {}) {
        return write<Intake>(
            [&](Writer& w) { return w.intake(channel, delivery(), events, cursor, shop); });
    }
    [[nodiscard]] Delivery delivery() const { return {"{}", u"webhook"_s, now()}; }

    std::vector<Conversation> list(const Reader::ConversationFilter& filter = {}) {
        return read<std::vector<Conversation>>([&](Reader& r) { return r.conversations(filter); });
    }
    Conversation only() {
        const auto all = list();
        REQUIRE(all.size() == 1);
        return all.front();
    }
    std::vector<Message> thread(ConversationId conversation) {
        return read<std::vector<Message>>(
            [&](Reader& r) { return r.messages(conversation, 1000); });
    }
    std::vector<Order> board() {
        return read<std::vector<Order>>([](Reader& r) { return r.openOrders(); });
    }
    MessageId say(ConversationId conversation, const QString& text) {
        store::Outgoing out;
        out.conversation = conversation;
        out.author = u"Luz"_s;
        out.text = text;
        return write<MessageId>([&](Writer& w) { return w.enqueue(out); });
    }
    std::vector<store::Claimed> claim(int limit = 10) {
        return write<std::vector<store::Claimed>>([&](Writer& w) {
            return w.claim(lease, {whatsapp, telegram}, now(), limit);
        });
    }
    void settle(const store::Claimed& claimed, const NextStep& step) {
        run([&](Writer& w) { return w.settle(claimed.outbox, lease, step); });
    }

    StoreFixture fixture;
    std::unique_ptr<store::Store> store;
    Shop shop;
    ChannelId whatsapp, telegram;
    qint64 lease = 0;
};

inline Event message(const QString& id, const QString& from, const QString& text, Time at) {
    Event event;
    event.kind = EventKind::Message;
    event.eventKey = u"m:"_s + id;
    event.externalId = id;
    event.conversationKey = from;
    event.ids = {{u"phone"_s, from}};
    event.senderId = from;
    event.senderName = u"Ana"_s;
    event.text = text;
    event.hasText = true;
    event.timestamp = at;
    return event;
}

inline Event status(const QString& id, DeliveryStatus reached, const QString& to, Time at) {
    Event event;
    event.kind = EventKind::Status;
    event.eventKey = u"s:"_s + id + u':' + toWord(reached);
    event.externalId = id;
    event.conversationKey = to;
    event.status = reached;
    event.timestamp = at;
    return event;
}

inline Event about(EventKind kind, const QString& key, const QString& target, const QString& from,
                   const QString& text, Time at) {
    Event event;
    event.kind = kind;
    event.eventKey = key;
    event.targetId = target;
    event.conversationKey = from;
    event.senderId = from;
    event.text = text;
    event.hasText = true;
    event.timestamp = at;
    return event;
}

inline Event cart(const QString& id, const QString& from, std::vector<CartItem> items,
                  const QString& note, Time at) {
    Event event = message(id, from, note, at);
    event.kind = EventKind::Order;
    event.orderItems = std::move(items);
    return event;
}

} // namespace comanda::test
