#include "tests/ui/window_fixture.h"

#include "core/store/reader.h"

using namespace Qt::StringLiterals;

namespace comanda::test {

Seat::Seat(bool practice) : practice_(practice) {
    store::StoreConfig config;
    config.path = dir.filePath(u"comanda.db"_s);
    config.dataDir = dir.path();
    auto opened = store::Store::open(config, store::Access::Write, clock);
    REQUIRE(opened);
    store = std::move(*opened);
    desk = std::make_unique<hub::Desk>(*store, clock);
    desk->setActor({u"Luisa"_s, u"Caja 1"_s});
    desk->setShop(sampleShop());
    REQUIRE(store->writeNow([this](store::Writer& writer) -> Result<> {
        ChannelConfig telegram;
        telegram.platform = Platform::Telegram;
        telegram.account = u"bot"_s;
        telegram.name = u"Telegram"_s;
        const auto id = writer.saveChannel(telegram);
        if (!id) {
            return fail(id.error());
        }
        channel = *id;
        return writer.saveShop(sampleShop());
    }));
    descriptor_.media = true;
    descriptor_.window.afterCustomerMessage = std::chrono::hours(24);
    ChannelLight light;
    light.channel = channel;
    light.name = u"Telegram"_s;
    light.lamp = Lamp::Healthy;
    lights.show({light});
}

Seat::~Seat() = default;

ConversationId Seat::write(const QString& who, const QString& text, int minutesLate) {
    Event event;
    event.kind = EventKind::Message;
    event.account = u"bot"_s;
    event.eventKey = u"m%1"_s.arg(++written_);
    event.externalId = event.eventKey;
    event.conversationKey = who;
    event.ids = {{u"telegram"_s, who}};
    event.senderName = who;
    event.senderId = who;
    event.timestamp = clock.now() - std::chrono::minutes(minutesLate);
    event.text = text;
    event.hasText = true;
    const Delivery delivery{"{}", u"poll"_s, clock.now()};
    REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
        const auto intake = writer.intake(channel, delivery, {event}, std::nullopt, sampleShop());
        return intake ? Result<>(Done{}) : Result<>(fail(intake.error()));
    }));
    ConversationId found;
    REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
        const auto all = reader.conversations({});
        for (const Conversation& row : all.value_or(std::vector<Conversation>())) {
            found = row.key == who ? row.id : found;
        }
        return Done{};
    }));
    REQUIRE(found.isValid());
    return found;
}

Order Seat::order(const QString& who, const QString& dish, ConversationId conversation) {
    store::Writer::NewOrder wanted;
    wanted.conversation = conversation;
    wanted.platform = conversation.isValid() ? Platform::Telegram : Platform::Phone;
    OrderLine line;
    line.name = dish;
    line.quantity = 2;
    line.unitPrice = Money{500'000, Currency{u"COP"_s, 2}};
    wanted.lines = {line};
    wanted.details.customerName = who;
    wanted.details.fulfilment = Fulfilment::Pickup;
    wanted.currency = Currency{u"COP"_s, 2};
    Order made;
    REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
        const auto order = writer.createOrder(wanted, desk->actor(), sampleShop());
        if (!order) {
            return fail(order.error());
        }
        made = *order;
        return Done{};
    }));
    return made;
}

Order Seat::now(OrderId id) {
    Order found;
    REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
        const auto order = reader.order(id);
        found = order && *order ? **order : Order();
        return Done{};
    }));
    return found;
}

std::vector<Message> Seat::messages(ConversationId conversation) {
    std::vector<Message> found;
    REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
        found = reader.messages(conversation, 100).value_or(std::vector<Message>());
        return Done{};
    }));
    return found;
}

ui::Shell& Seat::open(QSize size) {
    window = std::make_unique<ui::MainWindow>(
        ui::Shell::Parts{theme, *store, *desk, clock, lights, sounds,
                         [this](Platform) { return &descriptor_; }, practice_});
    window->resize(size);
    window->show();
    window->activateWindow();
    return window->shell();
}

bool Seat::shows(OrderId order) {
    return waitUntil([&] { return window->shell().queue().board().card(order) != nullptr; });
}

} // namespace comanda::test
