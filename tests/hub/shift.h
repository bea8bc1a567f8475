// A whole shop for the tests: store, secrets, hub, and simulated platforms over real sockets.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"
#include "core/hub/config.h"
#include "core/hub/desk.h"
#include "core/hub/hub.h"
#include "core/hub/secrets.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

namespace comanda::test {

// The machine's clock, which a test may put forward.
class ForwardClock final : public Clock {
public:
    [[nodiscard]] Time now() const override { return system_.now() + ahead(); }
    [[nodiscard]] Monotonic monotonic() const override { return system_.monotonic() + ahead(); }
    void forward(Millis by) { ahead_ += by.count(); }

private:
    [[nodiscard]] Millis ahead() const { return Millis(ahead_.load()); }

    SystemClock system_;
    std::atomic<std::int64_t> ahead_{0};
};

class Shift {
public:
    explicit Shift(store::StoreConfig::Engine engine);
    ~Shift();

    void openHub();  // and waits until both channels run
    void closeHub(); // as the program ends
    void killHub();  // as if it had been killed: nothing is finished

    [[nodiscard]] ChannelId channel(Platform platform) const;
    [[nodiscard]] Lamp lamp(Platform platform) const;
    [[nodiscard]] std::vector<Conversation> conversations() const;
    [[nodiscard]] std::optional<Conversation> conversationOf(const QString& name) const;
    // Its newest message that has this text.
    [[nodiscard]] std::optional<Message> message(const QString& text) const;
    [[nodiscard]] int countOf(const QString& text) const; // messages with this text, anywhere
    [[nodiscard]] std::vector<Order> orders() const;
    [[nodiscard]] store::StoreFigures figures() const;

    [[nodiscard]] ConversationId waitFor(const QString& name);
    MessageId say(ConversationId to, const QString& text);
    Order change(const Order& order, const OrderCommand& command);
    // Saves the channel as it is, as its set-up page does, with these secrets.
    void saveAgain(Platform platform, const QMap<QString, Secret>& secrets);

    ForwardClock clock;
    StoreFixture fixture;
    QTemporaryDir machine;
    std::unique_ptr<practice::TelegramSimulator> telegram;
    std::unique_ptr<practice::WhatsAppSimulator> whatsapp;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<hub::Secrets> secrets;
    std::unique_ptr<hub::Hub> hub;
    QObject receiver;
    std::vector<OrderId> rangOrders;
    std::vector<ConversationId> rangMessages;
    hub::Config config;
};

} // namespace comanda::test
