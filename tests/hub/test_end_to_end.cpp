#include "tests/hub/shift.h"

#include <QFile>

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;
using practice::Fault;
using practice::FaultPlan;

namespace {

constexpr auto kAna = "573001112233";

QString addAna(Shift& shift) {
    return shift.whatsapp->addCustomer({QString::fromLatin1(kAna), {}, u"Ana Torres"_s});
}

qint64 addLuis(Shift& shift) {
    const qint64 luis = shift.telegram->addCustomer({0, u"Luis"_s, u"Mejia"_s, {}});
    shift.telegram->start(luis);
    return luis;
}

bool stateIs(const Shift& shift, const QString& text, MessageState state) {
    const auto message = shift.message(text);
    return message && message->state == state;
}

} // namespace

TEST_CASE("A cart and a chat reach one queue, and answers leave where they came from") {
    Shift shift(eachEngine());
    shift.openHub();
    const QString ana = addAna(shift);
    const qint64 luis = addLuis(shift);
    shift.whatsapp->sendCart(ana, {{u"arepa"_s, 2, {}, {}}}, u"sin sal"_s);
    shift.telegram->writeText(luis, u"Una arepa por favor"_s);

    REQUIRE(waitUntil([&] { return shift.orders().size() == 1; }));
    const Order order = shift.orders().front();
    CHECK(order.platform == Platform::WhatsApp);
    CHECK(order.state == OrderState::New);
    CHECK(order.lines.front().quantity == 2);
    CHECK(order.total()->minor == 16000 * 100);
    REQUIRE(waitUntil([&] { return shift.message(u"Una arepa por favor"_s).has_value(); }));
    REQUIRE(waitUntil([&] { return shift.rangOrders.size() == 1; }));
    CHECK(shift.rangOrders.front() == order.id);
    // The catalogue's names come by themselves.
    REQUIRE(
        waitUntil([&] { return shift.orders().front().lines.front().name == u"Arepa con queso"; }));

    shift.say(shift.waitFor(u"Ana Torres"_s), u"Con gusto, Ana"_s);
    shift.say(shift.waitFor(u"Luis Mejia"_s), u"Con gusto, Luis"_s);
    REQUIRE(waitUntil([&] {
        return shift.whatsapp->inbox(ana).size() == 1 && shift.telegram->inbox(luis).size() == 1;
    }));
    CHECK(shift.whatsapp->inbox(ana).front().text == u"Con gusto, Ana");
    CHECK(shift.telegram->inbox(luis).front().text == u"Con gusto, Luis");
    REQUIRE(waitUntil([&] { return stateIs(shift, u"Con gusto, Ana"_s, MessageState::Read); }));
    REQUIRE(waitUntil([&] { return stateIs(shift, u"Con gusto, Luis"_s, MessageState::Sent); }));
    shift.closeHub();
}

TEST_CASE("An order's customer is told, unless the step is undone in time") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const QString ana = addAna(shift);
    shift.whatsapp->sendCart(ana, {{u"arepa"_s, 1, {}, {}}});
    REQUIRE(waitUntil([&] { return shift.orders().size() == 1; }));
    Order order = shift.change(shift.orders().front(), order_command::Accept{});
    order = shift.change(order, order_command::MarkReady{});
    order = shift.change(order, order_command::Undo{order.version});
    CHECK(order.state == OrderState::Accepted);
    shift.clock.forward(Millis(11'000));
    // What is said meanwhile leaves, the notice that was undone does not.
    const ConversationId conversation = shift.waitFor(u"Ana Torres"_s);
    shift.say(conversation, u"Un momento"_s);
    REQUIRE(waitUntil([&] { return shift.whatsapp->timesReceived(u"Un momento"_s) == 1; }));
    CHECK(shift.whatsapp->inbox(ana).size() == 1);

    order = shift.change(order, order_command::MarkReady{});
    shift.clock.forward(Millis(11'000));
    shift.say(conversation, u"Ya casi"_s);
    const QString notice = u"Su pedido %1 esta listo"_s.arg(order.number);
    REQUIRE(waitUntil([&] { return shift.whatsapp->timesReceived(notice) == 1; }));
}

TEST_CASE("With WhatsApp away Telegram goes on, and what waits leaves when it is back") {
    const Fault fault = GENERATE(Fault::Refuse, Fault::HangAfterAccept, Fault::ServerError,
                                 Fault::Garbage, Fault::GarbageBody);
    CAPTURE(static_cast<int>(fault));
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const QString ana = addAna(shift);
    const qint64 luis = addLuis(shift);
    shift.whatsapp->writeText(ana, u"Hola"_s);
    shift.telegram->writeText(luis, u"Buenas"_s);
    const ConversationId toAna = shift.waitFor(u"Ana Torres"_s);
    const ConversationId toLuis = shift.waitFor(u"Luis Mejia"_s);

    shift.whatsapp->server().setFault({fault});
    for (int i = 0; i < 3; ++i) {
        shift.say(toAna, u"espera %1"_s.arg(i));
    }
    shift.say(toLuis, u"para Luis"_s);
    shift.telegram->writeText(luis, u"Otra cosa"_s);
    REQUIRE(waitUntil([&] { return shift.telegram->timesReceived(u"para Luis"_s) == 1; }));
    REQUIRE(waitUntil([&] { return shift.message(u"Otra cosa"_s).has_value(); }));
    CHECK(shift.lamp(Platform::Telegram) == Lamp::Healthy);
    CHECK(shift.whatsapp->timesReceived(u"espera 0"_s) == 0);

    shift.whatsapp->server().setFault({});
    // What certainly did not happen leaves by itself; what may have happened is shown as not sure
    // and is never repeated by the program.
    REQUIRE(waitUntil(
        [&] {
            for (int i = 0; i < 3; ++i) {
                const auto message = shift.message(u"espera %1"_s.arg(i));
                const bool gone = message->state == MessageState::Sent
                                  || message->state == MessageState::Delivered
                                  || message->state == MessageState::Read;
                if (!gone && message->state != MessageState::Unsure) {
                    return false;
                }
            }
            return true;
        },
        std::chrono::seconds(60)));
    for (int i = 0; i < 3; ++i) {
        const QString text = u"espera %1"_s.arg(i);
        const bool unsure = stateIs(shift, text, MessageState::Unsure);
        CHECK(shift.whatsapp->timesReceived(text) == (unsure ? 0 : 1));
        CHECK((!unsure || fault != Fault::Refuse));
    }
}

TEST_CASE("A send whose answer was lost is found again by its status, not repeated") {
    Shift shift(eachEngine());
    shift.openHub();
    const QString ana = addAna(shift);
    shift.whatsapp->writeText(ana, u"Hola"_s);
    const ConversationId toAna = shift.waitFor(u"Ana Torres"_s);
    shift.whatsapp->server().setFault({Fault::ResetAfter, 1, "/messages"});
    shift.say(toAna, u"perdido"_s);
    REQUIRE(waitUntil([&] { return stateIs(shift, u"perdido"_s, MessageState::Read); }));
    CHECK(shift.whatsapp->timesReceived(u"perdido"_s) == 1);
}

TEST_CASE("A long answer of which an early part fails later is shown as failed") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const QString ana = addAna(shift);
    shift.whatsapp->writeText(ana, u"hola"_s);
    shift.whatsapp->failNextAsStatus(131026);
    const QString answer = QString(5000, u'a');
    shift.say(shift.waitFor(u"Ana Torres"_s), answer);
    REQUIRE(waitUntil([&] { return stateIs(shift, answer, MessageState::Failed); }));
    CHECK(shift.message(answer)->stateWhy == u"whatsapp.undeliverable"_s);
}

TEST_CASE("Telegram cannot say, so a person is asked, and a tap sends it again") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const qint64 luis = addLuis(shift);
    shift.telegram->writeText(luis, u"Buenas"_s);
    const ConversationId toLuis = shift.waitFor(u"Luis Mejia"_s);
    shift.telegram->server().setFault({Fault::ResetAfter, 1, "sendMessage"});
    const MessageId lost = shift.say(toLuis, u"llego?"_s);
    shift.say(toLuis, u"lo que sigue"_s); // an unsure head holds nothing back
    REQUIRE(waitUntil([&] { return stateIs(shift, u"llego?"_s, MessageState::Unsure); }));
    REQUIRE(waitUntil([&] { return shift.telegram->timesReceived(u"lo que sigue"_s) == 1; }));
    CHECK(shift.telegram->timesReceived(u"llego?"_s) == 1);
    bool resent = false;
    shift.hub->desk().resend(lost, &shift.receiver,
                             [&](const Result<>& result) { resent = result.has_value(); });
    REQUIRE(waitUntil([&] { return resent; }));
    REQUIRE(waitUntil([&] { return shift.telegram->timesReceived(u"llego?"_s) == 2; }));
    REQUIRE(waitUntil([&] { return stateIs(shift, u"llego?"_s, MessageState::Sent); }));
}

TEST_CASE("A revoked key keeps the answers until the channel is signed in again") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const qint64 luis = addLuis(shift);
    shift.telegram->writeText(luis, u"Buenas"_s);
    const ConversationId toLuis = shift.waitFor(u"Luis Mejia"_s);
    shift.telegram->revokeToken();
    shift.say(toLuis, u"cuando se pueda"_s);
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::Telegram) == Lamp::Down; }));
    REQUIRE(waitUntil([&] { // tried, refused, and kept
        const auto message = shift.message(u"cuando se pueda"_s);
        return message->state == MessageState::Waiting && !message->stateWhy.isEmpty();
    }));
    CHECK(shift.lamp(Platform::WhatsApp) == Lamp::Healthy);
    shift.telegram->restoreToken();
    shift.saveAgain(Platform::Telegram, {{u"token"_s, Secret(shift.telegram->token())}});
    REQUIRE(waitUntil([&] { return shift.telegram->timesReceived(u"cuando se pueda"_s) == 1; }));
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::Telegram) == Lamp::Healthy; }));
}

TEST_CASE("What the platforms repeat is there once") {
    Shift shift(eachEngine());
    shift.openHub();
    shift.whatsapp->setDuplicating(true);
    shift.telegram->setDuplicating(true);
    const QString ana = addAna(shift);
    const qint64 luis = addLuis(shift);
    for (int i = 0; i < 10; ++i) {
        shift.whatsapp->writeText(ana, u"w%1"_s.arg(i));
        shift.telegram->writeText(luis, u"t%1"_s.arg(i));
    }
    shift.whatsapp->sendCart(ana, {{u"arepa"_s, 1, {}, {}}});
    REQUIRE(waitUntil([&] {
        return shift.message(u"w9"_s) && shift.message(u"t9"_s) && shift.orders().size() == 1
               && shift.whatsapp->unacknowledged() == 0 && shift.telegram->pendingUpdates() == 0;
    }));
    for (int i = 0; i < 10; ++i) {
        CHECK(shift.countOf(u"w%1"_s.arg(i)) == 1);
        CHECK(shift.countOf(u"t%1"_s.arg(i)) == 1);
    }
    CHECK(shift.orders().size() == 1);
    CHECK(shift.figures().unreadDeliveries == 0);
}

TEST_CASE("A hub that is killed and comes back has lost nothing and doubles nothing") {
    Shift shift(eachEngine());
    shift.openHub();
    const QString ana = addAna(shift);
    const qint64 luis = addLuis(shift);
    shift.whatsapp->writeText(ana, u"antes"_s);
    shift.telegram->writeText(luis, u"antes tg"_s);
    const ConversationId toAna = shift.waitFor(u"Ana Torres"_s);
    REQUIRE(waitUntil([&] { return shift.message(u"antes tg"_s).has_value(); }));
    shift.whatsapp->server().setFault({Fault::HangAfter, 1, "/messages"});
    shift.say(toAna, u"a medias"_s);
    REQUIRE(waitUntil([&] { return shift.whatsapp->timesReceived(u"a medias"_s) == 1; }));
    shift.killHub();
    shift.whatsapp->writeText(ana, u"mientras tanto"_s);
    shift.telegram->writeText(luis, u"mientras tg"_s);
    shift.whatsapp->server().setFault({});
    shift.openHub();
    REQUIRE(waitUntil([&] { return shift.countOf(u"mientras tanto"_s) == 1; }));
    REQUIRE(waitUntil([&] { return shift.countOf(u"mientras tg"_s) == 1; }));
    // Its status says that it arrived; until then it was not sure, and never sent twice.
    REQUIRE(waitUntil([&] { return stateIs(shift, u"a medias"_s, MessageState::Read); }));
    CHECK(shift.whatsapp->timesReceived(u"a medias"_s) == 1);
    CHECK(shift.countOf(u"antes"_s) == 1);
    CHECK(shift.conversations().size() == 2);
}

TEST_CASE("Pictures are kept at home, and a customer's picture of a page is not one") {
    Shift shift(eachEngine());
    shift.openHub();
    const QString ana = addAna(shift);
    const QByteArray png = "\x89PNG\r\n\x1A\n" + QByteArray(2000, 'x');
    shift.whatsapp->sendImage(ana, {png, u"image/png"_s, {}, u"mi direccion"_s});
    shift.whatsapp->sendDocument(
        ana, {"<html><script>alert(1)</script>", u"application/pdf"_s, u"factura.pdf"_s, u"doc"_s});
    const auto kept = [&](const QString& text) -> std::optional<KeptAttachment> {
        const auto message = shift.message(text);
        if (!message || message->attachments.empty()
            || message->attachments.front().state == MediaState::Wanted) {
            return std::nullopt;
        }
        return message->attachments.front();
    };
    REQUIRE(waitUntil([&] { return kept(u"mi direccion"_s) && kept(u"doc"_s); }));
    const KeptAttachment image = *kept(u"mi direccion"_s);
    CHECK(image.state == MediaState::Kept);
    CHECK(image.extension == u"png");
    CHECK(image.size == png.size());
    QFile file(shift.store->media().path(image.sha256));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == png);
    CHECK(kept(u"doc"_s)->extension.isEmpty());
}

TEST_CASE("A file of ours reaches the customer") {
    Shift shift(eachEngine());
    shift.openHub();
    const qint64 luis = addLuis(shift);
    shift.telegram->writeText(luis, u"La carta?"_s);
    const ConversationId toLuis = shift.waitFor(u"Luis Mejia"_s);
    const QTemporaryDir dir;
    QFile menu(dir.filePath(u"carta.pdf"_s));
    REQUIRE(menu.open(QIODevice::WriteOnly));
    menu.write("%PDF-1.7 la carta");
    menu.close();
    std::optional<Result<MessageId>> answer;
    shift.hub->desk().sendFile(toLuis, menu.fileName(), u"aqui va"_s, &shift.receiver,
                               [&](Result<MessageId> result) { answer = std::move(result); });
    REQUIRE(waitUntil([&] { return answer.has_value(); }));
    REQUIRE(*answer);
    REQUIRE(waitUntil([&] { return shift.telegram->inbox(luis).size() == 1; }));
    CHECK(shift.telegram->inbox(luis).front().file == "%PDF-1.7 la carta");
    CHECK(QFile::exists(menu.fileName()));
}

TEST_CASE("Settings are tried without being saved") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    ChannelConfig bot;
    bot.platform = Platform::Telegram;
    bot.settings = {{u"api_base_url"_s, shift.telegram->baseUrl().toString()}};
    const auto test = [&](const QByteArray& token) {
        std::optional<Result<AccountCheck>> answer;
        shift.hub->testChannel(bot, {{u"token"_s, Secret(token)}}, &shift.receiver,
                               [&](Result<AccountCheck> result) { answer = std::move(result); });
        REQUIRE(waitUntil([&] { return answer.has_value(); }));
        return *answer;
    };
    const auto good = test(shift.telegram->token());
    REQUIRE(good);
    CHECK(good->account == QString::number(shift.telegram->botId()));
    const auto wrong = test("123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == ErrorKind::Auth);
    CHECK(shift.lamp(Platform::Telegram) == Lamp::Healthy); // the running one did not notice
}

TEST_CASE("Late messages come in and do not ring") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const QString ana = addAna(shift);
    shift.whatsapp->writeAt(ana, u"de hace rato"_s, shift.clock.now() - std::chrono::hours(3));
    REQUIRE(waitUntil([&] { return shift.message(u"de hace rato"_s).has_value(); }));
    CHECK(shift.message(u"de hace rato"_s)->late);
    shift.whatsapp->writeText(ana, u"de ahora"_s);
    REQUIRE(waitUntil([&] { return !shift.rangMessages.empty(); }));
    CHECK(shift.rangMessages.size() == 1);
}

TEST_CASE("WhatsApp's light goes out and comes back, Telegram's stays") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const QString ana = addAna(shift);
    shift.whatsapp->writeText(ana, u"Hola"_s);
    const ConversationId toAna = shift.waitFor(u"Ana Torres"_s);
    shift.whatsapp->server().setFault({Fault::Refuse});
    shift.say(toAna, u"uno"_s);
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::WhatsApp) == Lamp::Doubtful; }));
    shift.clock.forward(Millis(50'000));
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::WhatsApp) == Lamp::Down; }));
    CHECK(shift.lamp(Platform::Telegram) == Lamp::Healthy);
    const auto light = std::find_if(shift.hub->lights().begin(), shift.hub->lights().end(),
                                    [](const auto& l) { return l.platform == Platform::WhatsApp; });
    CHECK(light->failure == FailureClass::Refused);
    REQUIRE(waitUntil([&] { return light->waiting == 1; }));
    shift.whatsapp->server().setFault({});
    shift.clock.forward(Millis(60'000)); // the back-off is over
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::WhatsApp) == Lamp::Healthy; }));
    REQUIRE(waitUntil([&] { return shift.whatsapp->timesReceived(u"uno"_s) == 1; }));
}

TEST_CASE("Files that are too large or gone say so") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    const qint64 luis = addLuis(shift);
    const auto document = [](const QString& id, int size, const QString& caption) {
        return QJsonObject{{u"document"_s, QJsonObject{{u"file_id"_s, id},
                                                       {u"file_unique_id"_s, id},
                                                       {u"file_name"_s, u"carta.pdf"_s},
                                                       {u"mime_type"_s, u"application/pdf"_s},
                                                       {u"file_size"_s, size}}},
                           {u"caption"_s, caption}};
    };
    shift.telegram->sendOther(luis, document(u"large"_s, 30'000'000, u"grande"_s));
    shift.telegram->sendOther(luis, document(u"nobody-knows-it"_s, 1000, u"perdida"_s));
    const auto media = [&](const QString& caption) {
        const auto message = shift.message(caption);
        return message && !message->attachments.empty() ? message->attachments.front().state
                                                        : MediaState::Wanted;
    };
    REQUIRE(waitUntil([&] { return media(u"grande"_s) == MediaState::TooLarge; }));
    REQUIRE(waitUntil([&] { return media(u"perdida"_s) == MediaState::Gone; }));
}

TEST_CASE("A bot that is removed and added again is the one it was") {
    Shift shift(store::StoreConfig::Engine::Sqlite);
    shift.openHub();
    std::optional<ChannelConfig> before;
    REQUIRE(shift.store->readNow([&](store::Reader& reader) -> Result<> {
        const auto channels = reader.channels();
        for (const ChannelConfig& one : channels.value()) {
            before = one.platform == Platform::Telegram ? one : before;
        }
        return Done{};
    }));
    REQUIRE(before);
    std::optional<Result<>> removed;
    shift.hub->removeChannel(before->id, &shift.receiver,
                             [&](Result<> result) { removed = std::move(result); });
    REQUIRE(waitUntil([&] { return removed.has_value(); }));
    REQUIRE(*removed);
    ChannelConfig again; // as the form gives it: nobody knows its account yet
    again.platform = Platform::Telegram;
    again.settings = {{u"api_base_url"_s, shift.telegram->baseUrl().toString()}};
    std::optional<Result<ChannelId>> added;
    shift.hub->saveChannel(again, {{u"token"_s, Secret(shift.telegram->token())}}, &shift.receiver,
                           [&](Result<ChannelId> result) { added = std::move(result); });
    REQUIRE(waitUntil([&] { return added.has_value(); }));
    CHECK(*added == Result<ChannelId>(before->id));
    REQUIRE(waitUntil([&] { return shift.lamp(Platform::Telegram) == Lamp::Healthy; }));
}
