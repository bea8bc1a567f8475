// A shop with a channel of every platform that is built in, each against its simulator over real
// sockets, for what must be true of all of them.
#pragma once

#include "app/practice/sim_platform.h"
#include "core/connectors/registry.h"
#include "core/hub/config.h"
#include "core/hub/desk.h"
#include "core/hub/hub.h"
#include "core/hub/secrets.h"
#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

#include <map>

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

class FullShop {
public:
    // One platform's part in it.
    struct Stand {
        const ChannelDescriptor* descriptor = nullptr;
        std::unique_ptr<practice::SimPlatform> platform;
        ChannelId channel;
        QString customer; // has written "hola"
        ConversationId conversation;

        [[nodiscard]] const char* name() const { return name_.constData(); }
        QByteArray name_;
    };

    FullShop();
    ~FullShop();

    void openHub(); // and waits until every channel runs
    void killHub(); // as if the program had been killed: nothing is finished
    void connectAll();
    void greetAll(); // customers write, and have a conversation each

    [[nodiscard]] std::vector<Stand>& stands() { return stands_; }
    [[nodiscard]] hub::Desk& desk() { return hub_->desk(); }
    [[nodiscard]] const ChannelLight& light(const Stand& stand) const;
    [[nodiscard]] std::optional<Message> message(const Stand& stand, const QString& text) const;
    [[nodiscard]] int countOf(const Stand& stand, const QString& text) const;
    [[nodiscard]] bool stateIs(const Stand& stand, const QString& text, MessageState state) const;
    [[nodiscard]] bool left(const Stand& stand, const QString& text) const; // and was accepted

    // All wait for what they say to be durable.
    MessageId say(const Stand& stand, const QString& text);
    void sendFile(const Stand& stand, const QString& path, const QString& caption);
    void edit(const Stand& stand, MessageId message, const QString& text);
    void takeBack(const Stand& stand, MessageId message);
    // As the set-up page does once the owner has signed in again.
    void signInAgain(Stand& stand);

    ForwardClock clock;
    QObject receiver;

private:
    using Answer = std::optional<Result<MessageId>>;
    MessageId await(const Answer& answer);
    [[nodiscard]] std::vector<Message> messages(const Stand& stand) const;
    [[nodiscard]] std::vector<Conversation> conversations() const;
    void setHooks();

    StoreFixture fixture_;
    QTemporaryDir machine_;
    std::vector<Stand> stands_;
    hub::Config config_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<hub::Secrets> secrets_;
    std::unique_ptr<hub::Hub> hub_;
};

} // namespace comanda::test
