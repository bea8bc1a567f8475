// The connector and the simulated Cloud API, each written from the fact sheet by itself, agree:
// both directions, and with the platform ill.
#include "app/practice/whatsapp_simulator.h"
#include "tests/connectors/whatsapp/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::Fault;
using practice::WhatsAppSimulator;
using test::ScriptedRequest;
using test::waitUntil;

namespace {

practice::WhatsAppOptions options() {
    practice::WhatsAppOptions made;
    made.second = 5ms;
    made.seed = 7;
    made.proofDemanded = true;
    made.products = {{u"AREPA"_s, u"Arepa de huevo"_s, u"4500"_s, u"COP"_s}};
    made.hooks.firstRetry = 5ms;
    return made;
}

// The simulated platform, a channel for it, and a hook that hands the channel what arrives.
struct Shop {
    Shop() : sim(options()), channel(sim.baseUrl(), sim.options().accessToken, settings()) {
        channel.proof =
            QMessageAuthenticationCode::hash(sim.options().accessToken, sim.options().appSecret,
                                             QCryptographicHash::Sha256)
                .toHex();
        sim.setHook(hook.url());
        practice::WhatsAppCustomer ana;
        ana.waId = u"573001112233"_s;
        ana.bsuid = u"CO.4400000000000000017"_s;
        ana.name = u"Ana"_s;
        customer = sim.addCustomer(ana);
    }

    [[nodiscard]] QJsonObject settings() const {
        return {{u"catalog_id"_s, sim.options().catalogue},
                {u"waba_id"_s, sim.options().businessAccount}};
    }

    // What hub and store would do with a POST.
    test::ScriptedAnswer take(const ScriptedRequest& request) {
        Delivery delivery;
        delivery.body = request.body;
        delivery.source = u"webhook"_s;
        channel.connector->deliver(delivery, [](const Result<>&) {});
        return {};
    }

    const Event* await(const std::function<bool(const Event&)>& wanted) {
        const auto find = [&] {
            return std::find_if(channel.events.begin(), channel.events.end(), wanted);
        };
        const bool came = waitUntil([&] { return find() != channel.events.end(); });
        return came ? &*find() : nullptr;
    }

    const Event* awaitMessage(const QString& id) {
        return await([&](const Event& event) { return event.eventKey == u"m:"_s + id; });
    }

    OutgoingMessage answer(const QString& words, const QString& reference) const {
        OutgoingMessage message;
        message.conversationKey = u"CO.4400000000000000017"_s;
        message.text = words;
        message.clientReference = reference;
        return message;
    }

    WhatsAppSimulator sim;
    test::Channel channel;
    test::ScriptedServer hook{[this](const ScriptedRequest& request) { return take(request); }};
    QString customer;
};

} // namespace

TEST_CASE("customers of the simulated WhatsApp are understood") {
    Shop shop;
    const Event* written = shop.awaitMessage(shop.sim.writeText(shop.customer, u"2 arepas ¿sí?"_s));
    REQUIRE(written != nullptr);
    CHECK(written->text == u"2 arepas ¿sí?"_s);
    CHECK(written->conversationKey == u"CO.4400000000000000017"_s);
    CHECK(written->ids.value(u"phone"_s) == u"573001112233"_s);
    CHECK(written->account == shop.sim.options().phoneNumberId);

    const Event* cart = shop.awaitMessage(shop.sim.sendCart(
        shop.customer, {{u"AREPA"_s, 2, {}, {}}, {u"JUGO"_s, 1, u"3.10"_s, u"USD"_s}},
        u"sin sal"_s));
    REQUIRE(cart != nullptr);
    CHECK(cart->kind == EventKind::Order);
    CHECK(cart->text == u"sin sal"_s);
    CHECK(cart->orderItems
          == std::vector<CartItem>{{u"AREPA"_s, 2, u"4500"_s, u"COP"_s},
                                   {u"JUGO"_s, 1, u"3.1"_s, u"USD"_s}});

    const Event* place = shop.awaitMessage(shop.sim.sendLocation(shop.customer, 4.6, -74.2));
    REQUIRE(place != nullptr);
    CHECK(place->attachments.front().type == AttachmentType::Location);
    const Event* unsupported =
        shop.awaitMessage(shop.sim.sendUnsupported(shop.customer, u"order"_s));
    REQUIRE(unsupported != nullptr);
    CHECK(unsupported->attachments.front().what == u"order"_s);
    const Event* echo = shop.awaitMessage(shop.sim.writeFromPhone(shop.customer, u"ya va"_s));
    REQUIRE(echo != nullptr);
    CHECK(echo->direction == Direction::Out);
}

TEST_CASE("customers without a number are understood") {
    Shop shop;
    for (const auto number :
         {practice::WhatsAppCustomer::Number::Absent, practice::WhatsAppCustomer::Number::Empty}) {
        practice::WhatsAppCustomer hidden;
        hidden.waId = number == practice::WhatsAppCustomer::Number::Absent ? u"573009990001"_s
                                                                           : u"573009990002"_s;
        hidden.name = u"Oculta"_s;
        hidden.number = number;
        const QString customer = shop.sim.addCustomer(hidden);
        const Event* written = shop.awaitMessage(shop.sim.writeText(customer, u"hola"_s));
        REQUIRE(written != nullptr);
        CHECK_FALSE(written->ids.contains(u"phone"_s));
        OutgoingMessage message = shop.answer(u"buenas"_s, u"ref-"_s + customer);
        message.conversationKey = written->conversationKey;
        message.ids = written->ids;
        CHECK(std::holds_alternative<outcome::Accepted>(shop.channel.send(message)));
        CHECK(shop.sim.timesReceived(u"buenas"_s) > 0);
    }
}

TEST_CASE("answers reach the simulated customer and their receipts come back") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    const SendOutcome outcome = shop.channel.send(shop.answer(u"¿Qué desea?"_s, u"ref-1"_s));
    REQUIRE(std::holds_alternative<outcome::Accepted>(outcome));
    const QString id = std::get<outcome::Accepted>(outcome).externalId;
    for (const DeliveryStatus status :
         {DeliveryStatus::Sent, DeliveryStatus::Delivered, DeliveryStatus::Read}) {
        const Event* came = shop.await(
            [&](const Event& event) { return event.externalId == id && event.status == status; });
        REQUIRE(came != nullptr);
        CHECK(came->clientReference == u"ref-1"_s);
    }
    OutgoingMessage choice = shop.answer(u"¿Confirma?"_s, u"ref-2"_s);
    choice.buttons = {{u"yes"_s, u"Sí"_s}, {u"no"_s, u"No"_s}};
    const SendOutcome asked = shop.channel.send(choice);
    REQUIRE(std::holds_alternative<outcome::Accepted>(asked));
    const Event* pressed = shop.awaitMessage(shop.sim.press(
        shop.customer, std::get<outcome::Accepted>(asked).externalId, u"yes"_s, u"Sí"_s));
    REQUIRE(pressed != nullptr);
    CHECK(pressed->kind == EventKind::Postback);
    CHECK(pressed->payload == u"yes"_s);
}

TEST_CASE("of a message in parts the last one arrives for all, and any fails for all") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    const auto awaitStatus = [&](DeliveryStatus status, const QString& text, const QString& ref) {
        const auto inbox = shop.sim.inbox(shop.customer);
        const auto part = std::find_if(inbox.begin(), inbox.end(),
                                       [&](const auto& one) { return one.text == text; });
        const QString id = part == inbox.end() ? QString() : part->id;
        return shop.await([&](const Event& event) {
            return event.status == status && event.clientReference == ref
                   && (id.isEmpty() || event.externalId == id);
        }) != nullptr;
    };
    const QString first(4096, u'a');
    REQUIRE(std::holds_alternative<outcome::Accepted>(
        shop.channel.send(shop.answer(first + u"fin"_s, u"ref-5"_s))));
    CHECK(awaitStatus(DeliveryStatus::Sent, first, {}));
    CHECK(awaitStatus(DeliveryStatus::Sent, u"fin"_s, u"ref-5"_s));
    shop.sim.failNextAsStatus(131026);
    REQUIRE(std::holds_alternative<outcome::Accepted>(
        shop.channel.send(shop.answer(QString(4096, u'b') + u"final"_s, u"ref-6"_s))));
    CHECK(awaitStatus(DeliveryStatus::Failed, QString(4096, u'b'), u"ref-6"_s));
}

TEST_CASE("files travel both ways through the simulated WhatsApp") {
    Shop shop;
    QTemporaryDir folder;
    const QByteArray bytes = "\xFF\xD8\xFF\xE0 not really a picture";
    const Event* image = shop.awaitMessage(
        shop.sim.sendImage(shop.customer, {bytes, u"image/jpeg"_s, {}, u"así"_s}));
    REQUIRE(image != nullptr);
    const auto fetched =
        shop.channel.fetch(image->attachments.front(), folder.filePath(u"image"_s));
    REQUIRE(fetched.has_value());
    QFile kept(fetched->path);
    REQUIRE(kept.open(QIODevice::ReadOnly));
    CHECK(kept.readAll() == bytes);
    kept.close();

    OutgoingMessage back = shop.answer(u"igual a esta"_s, u"ref-3"_s);
    back.media = Attachment{};
    back.media->mime = u"image/jpeg"_s;
    back.media->name = u"foto.jpg"_s;
    back.mediaPath = fetched->path;
    CHECK(std::holds_alternative<outcome::Accepted>(shop.channel.send(back)));
    const auto inbox = shop.sim.inbox(shop.customer);
    REQUIRE_FALSE(inbox.empty());
    CHECK(inbox.back().file == bytes);
    CHECK(inbox.back().text == u"igual a esta"_s);
}

TEST_CASE("files that WhatsApp would refuse are not uploaded, and staff are told why") {
    struct Row {
        QString mime;
        qint64 size;
        QString why;
    };
    Shop shop;
    QTemporaryDir folder;
    OutgoingMessage message = shop.answer(u"el menú"_s, u"ref-4"_s);
    message.media = Attachment{};
    for (const Row& row : {Row{u"image/jpeg"_s, 6'000'000, u"whatsapp.picture_too_large"_s},
                           Row{u"image/gif"_s, 1000, u"whatsapp.file_kind"_s}}) {
        CAPTURE(row.mime);
        QFile file(folder.filePath(u"file"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(row.size));
        file.close();
        message.media->mime = row.mime;
        message.mediaPath = file.fileName();
        const SendOutcome outcome = shop.channel.send(message);
        REQUIRE(std::holds_alternative<outcome::Rejected>(outcome));
        CHECK(std::get<outcome::Rejected>(outcome).why == row.why);
    }
    CHECK(shop.sim.inbox(shop.customer).empty());
    CHECK(shop.channel.proofs == 0); // no call was made
}

TEST_CASE("an ill WhatsApp gives the outcome that is true") {
    struct Row {
        Fault fault;
        bool unsure; // else it certainly did not happen
        bool happened;
    };
    const std::vector<Row> rows{
        {Fault::Refuse, false, false},     {Fault::ResetAfter, true, true},
        {Fault::ServerError, true, false}, {Fault::Garbage, true, false},
        {Fault::GarbageBody, true, false},
    };
    int number = 0;
    for (const Row& row : rows) {
        Shop shop;
        REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
        practice::FaultPlan plan;
        plan.fault = row.fault;
        shop.sim.server().setFault(plan);
        CAPTURE(static_cast<int>(row.fault));
        const QString reference = u"ref-%1"_s.arg(++number);
        const SendOutcome outcome = shop.channel.send(shop.answer(u"listo"_s, reference));
        CHECK(std::holds_alternative<outcome::Unsure>(outcome) == row.unsure);
        CHECK(std::holds_alternative<outcome::RetryAfter>(outcome) == !row.unsure);
        plan.fault = Fault::Healthy;
        shop.sim.server().setFault(plan);
        if (row.happened) { // the status brings our reference back: nobody has to ask
            const Event* status =
                shop.await([&](const Event& event) { return event.clientReference == reference; });
            CHECK(status != nullptr);
        }
        CHECK(shop.sim.timesReceived(u"listo"_s) == (row.happened ? 1 : 0));
    }
}

TEST_CASE("the simulated WhatsApp's refusals become the right outcomes") {
    Shop shop;
    REQUIRE(shop.awaitMessage(shop.sim.writeText(shop.customer, u"hola"_s)) != nullptr);
    const auto after = [&](int code) {
        shop.sim.failNext(code);
        return shop.channel.send(shop.answer(u"listo"_s, u"ref-%1"_s.arg(code)));
    };
    CHECK(std::holds_alternative<outcome::WindowClosed>(after(131047)));
    CHECK(std::holds_alternative<outcome::RetryAfter>(after(130429)));
    CHECK(std::holds_alternative<outcome::RetryAfter>(after(131056)));
    CHECK(std::holds_alternative<outcome::Rejected>(after(131026)));
    shop.sim.closeWindow(shop.customer);
    CHECK(std::holds_alternative<outcome::WindowClosed>(
        shop.channel.send(shop.answer(u"tarde"_s, u"ref-late"_s))));
    shop.sim.revokeToken();
    CHECK(std::holds_alternative<outcome::NeedsSignIn>(
        shop.channel.send(shop.answer(u"listo"_s, u"ref-token"_s))));
    CHECK(shop.channel.reported(connect::CallKind::Send, FailureClass::Auth));
}

TEST_CASE("the simulated number answers looks and checks") {
    Shop shop;
    shop.channel.connector->start(std::nullopt);
    REQUIRE(waitUntil([&] { return !shop.channel.products.isEmpty(); }));
    CHECK(shop.channel.products.value(u"AREPA"_s) == u"Arepa de huevo"_s);
    REQUIRE(waitUntil([&] { return !shop.channel.facts.isEmpty(); }));
    CHECK(shop.channel.facts.value(u"name"_s).toString() == shop.sim.options().verifiedName);
    std::optional<Result<AccountCheck>> check;
    shop.channel.connector->check([&](const Result<AccountCheck>& came) { check = came; });
    REQUIRE(waitUntil([&] { return check.has_value(); }));
    REQUIRE(check->has_value());
    CHECK((*check)->name == shop.sim.options().verifiedName);
}
