// Approved texts: read from the platform's list, written as it wants them, and sent to the
// simulated platform, which checks them against its own.
#include "app/practice/whatsapp_simulator.h"
#include "app/practice/whatsapp_templates.h"
#include "core/connectors/whatsapp/templates.h"
#include "core/connectors/whatsapp/write.h"
#include "tests/connectors/whatsapp/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::WhatsAppSimulator;
using test::ScriptedRequest;
using test::waitUntil;

namespace {

const QString kAna = QStringLiteral("573001112233");

QJsonObject json(const QByteArray& text) {
    return QJsonDocument::fromJson(text).object();
}

const MessageTemplate* named(const std::vector<MessageTemplate>& all, const QString& name,
                             const QString& language = u"es"_s) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const MessageTemplate& one) {
        return one.name == name && one.language == language;
    });
    return found == all.end() ? nullptr : &*found;
}

OutgoingMessage message(const TemplateUse& use, const QString& reference) {
    OutgoingMessage made;
    made.conversationKey = kAna;
    made.text = u"como se lee"_s;
    made.templated = use;
    made.clientReference = reference;
    return made;
}

struct Shop {
    explicit Shop(const QJsonArray& templates = practice::practiceTemplates())
        : sim([&] {
              practice::WhatsAppOptions options;
              options.second = 5ms;
              options.seed = 7;
              options.templates = templates;
              options.hooks.firstRetry = 5ms;
              return options;
          }()),
          channel(sim.baseUrl(), sim.options().accessToken,
                  {{u"waba_id"_s, sim.options().businessAccount}}) {
        channel.proof = QByteArray();
        sim.setHook(hook.url());
        practice::WhatsAppCustomer ana;
        ana.waId = kAna;
        ana.name = u"Ana"_s;
        sim.addCustomer(ana);
        channel.connector->start({});
    }
    bool listed() {
        return waitUntil([&] { return channel.templatesLearned > 0; });
    }
    bool heard(const QString& reference, DeliveryStatus status) {
        return waitUntil([&] {
            return std::any_of(channel.events.begin(), channel.events.end(), [&](const Event& e) {
                return e.clientReference == reference && e.status == status;
            });
        });
    }

    WhatsAppSimulator sim;
    test::Channel channel;
    test::ScriptedServer hook{[this](const ScriptedRequest& request) {
        channel.connector->deliver({request.body, u"webhook"_s, channel.clock.now()},
                                   [](const Result<>&) {});
        return test::ScriptedAnswer();
    }};
};

} // namespace

TEST_CASE("an approved text is read with its places, and what nobody can fill in says so") {
    const auto one = whatsapp::readTemplate(json(R"({"name":"order_ready","language":"en_US",
        "status":"APPROVED","category":"UTILITY","components":[
        {"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["41"]}},
        {"type":"BODY","text":"Hi {{1}}, {{2}}","example":{"body_text":[["Ana","ready"]]}},
        {"type":"FOOTER","text":"Sim Pizza"},
        {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Again"},
          {"type":"URL","text":"See","url":"https://x.example/{{1}}","example":["41"]}]}]})"));
    REQUIRE(one);
    CHECK(one->category == u"utility"_s);
    CHECK(one->header == TemplateHeader::Text);
    CHECK(one->headerExamples == QMap<QString, QString>{{u"1"_s, u"41"_s}});
    CHECK(one->bodyExamples == QMap<QString, QString>{{u"1"_s, u"Ana"_s}, {u"2"_s, u"ready"_s}});
    CHECK(one->footer == u"Sim Pizza"_s);
    CHECK(one->buttons.size() == 2);
    CHECK(one->unfit.isEmpty());
    const auto namedOne = whatsapp::readTemplate(json(R"({"name":"n","language":"es",
        "status":"approved","parameter_format":"named","category":"MARKETING","components":[
        {"type":"body","text":"{{plato}}","example":{"body_text_named_params":[
          {"param_name":"plato","example":"ajiaco"}]}}]})"));
    REQUIRE(namedOne);
    CHECK(namedOne->named);
    CHECK(namedOne->bodyExamples.value(u"plato"_s) == u"ajiaco"_s);

    const auto unfit = [](const QByteArray& component) {
        const auto read = whatsapp::readTemplate(
            json("{\"name\":\"n\",\"language\":\"es\",\"status\":\"APPROVED\",\"components\":["
                 "{\"type\":\"BODY\",\"text\":\"x\"},"
                 + component + "]}"));
        return read ? read->unfit : u"not read"_s;
    };
    CHECK(unfit(R"({"type":"FOOTER","text":"y"})").isEmpty());
    CHECK(unfit(R"({"type":"HEADER","format":"LOCATION"})") == u"template.unfit");
    CHECK(unfit(R"({"type":"CAROUSEL","cards":[]})") == u"template.unfit");
    CHECK(unfit(R"({"type":"BUTTONS","buttons":[{"type":"COPY_CODE"}]})") == u"template.unfit");
    for (const QByteArray& none :
         {QByteArray("{}"), QByteArray(R"({"name":"n","language":"es","status":"PENDING",
              "components":[{"type":"BODY","text":"x"}]})"),
          QByteArray(R"({"name":"n","language":"es","status":"APPROVED","components":3})"),
          QByteArray(R"({"name":"n","status":"APPROVED","components":[null,[],"x"]})")}) {
        CHECK_FALSE(whatsapp::readTemplate(json(none)));
    }
}

TEST_CASE("an approved text is written with its values in their places") {
    TemplateUse use{
        u"order_ready"_s,     u"en_US"_s,          false,
        TemplateHeader::Text, {{u"1"_s, u"41"_s}}, {{u"1"_s, u"Ana"_s}, {u"2"_s, u"ready"_s}},
        {{1, u"p41"_s}}};
    const auto parts = whatsapp::write(message(use, u"r"_s), std::nullopt);
    REQUIRE(parts);
    REQUIRE(parts->size() == 1);
    CHECK(parts->front() == json(R"({"messaging_product":"whatsapp","recipient_type":"individual",
        "to":"573001112233","type":"template","biz_opaque_callback_data":"r",
        "template":{"name":"order_ready","language":{"code":"en_US"},"components":[
        {"type":"header","parameters":[{"type":"text","text":"41"}]},
        {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"ready"}]},
        {"type":"button","sub_type":"url","index":"1","parameters":[
          {"type":"text","text":"p41"}]}]}})"));
    use.named = true;
    use.headerValues.clear();
    use.linkEnds.clear();
    use.bodyValues = {{u"plato"_s, u"ajiaco"_s}};
    const auto byName = whatsapp::write(message(use, {}), std::nullopt);
    REQUIRE(byName);
    CHECK(byName->front()[u"template"_s][u"components"_s][0][u"parameters"_s][0]
          == json(R"({"type":"text","text":"ajiaco","parameter_name":"plato"})"));
    const TemplateUse plain{u"hola"_s, u"es"_s, false, TemplateHeader::None, {}, {}, {}};
    const auto bare = whatsapp::write(message(plain, {}), std::nullopt);
    REQUIRE(bare);
    CHECK_FALSE(bare->front()[u"template"_s].toObject().contains(u"components"_s));
}

TEST_CASE("the file of a header must be there, and of its kind") {
    const TemplateUse use{u"menu"_s, u"es"_s, false, TemplateHeader::Document, {}, {}, {}};
    const auto why = [&](const std::optional<graph::UploadedFile>& file) {
        const auto parts = whatsapp::write(message(use, {}), file);
        return parts ? QString() : parts.error().id;
    };
    CHECK(why(std::nullopt) == u"template.no_file");
    const auto file = [](const QString& mime) {
        return graph::UploadedFile{u"55"_s, {u"/x"_s, u"carta.pdf"_s, mime, 10}};
    };
    CHECK(why(file(u"image/png"_s)) == u"template.wrong_file");
    const auto parts = whatsapp::write(message(use, {}), file(u"application/pdf"_s));
    REQUIRE(parts);
    CHECK(parts->front()[u"template"_s][u"components"_s][0][u"parameters"_s][0]
          == json(R"({"type":"document","document":{"id":"55","filename":"carta.pdf"}})"));
}

TEST_CASE("choices are buttons, a list, or written out, as many as there are") {
    const auto write = [](int count, const QString& title) {
        OutgoingMessage asked;
        asked.conversationKey = kAna;
        asked.text = u"¿A qué hora?"_s;
        for (int i = 0; i < count; ++i) {
            const QString words = title + QString::number(i);
            asked.buttons.push_back({words, words});
        }
        return whatsapp::write(asked, std::nullopt).value().front();
    };
    CHECK(write(3, u"h"_s)[u"interactive"_s][u"type"_s] == u"button"_s);
    const QJsonObject list = write(4, u"h"_s);
    CHECK(list[u"interactive"_s][u"type"_s] == u"list"_s);
    CHECK(list[u"interactive"_s][u"action"_s][u"sections"_s][0][u"rows"_s].toArray().size() == 4);
    CHECK(write(2, u"un título de veintiuno"_s)[u"interactive"_s][u"type"_s] == u"list"_s);
    CHECK(write(11, u"h"_s)[u"type"_s] == u"text"_s);
    CHECK(write(2, QString(30, u'x'))[u"type"_s] == u"text"_s);

    OutgoingMessage asked;
    asked.conversationKey = u"CO.4400000000000000017"_s;
    asked.text = u"¿Nos comparte su teléfono?"_s;
    asked.asksNumber = true;
    const auto parts = whatsapp::write(asked, std::nullopt);
    REQUIRE(parts);
    CHECK(parts->front()[u"recipient"_s] == asked.conversationKey);
    CHECK(parts->front()[u"interactive"_s]
          == json(R"({"type":"contact_request","body":{"text":"¿Nos comparte su teléfono?"},
                      "action":{"name":"request_contact_info"}})"));
}

TEST_CASE("the approved texts are listed whole, and again when the platform says they changed") {
    QJsonArray many;
    for (int i = 0; i < 230; ++i) { // three pages
        QJsonObject one = practice::practiceTemplates().first().toObject();
        one.insert(u"name"_s, u"texto_%1"_s.arg(i));
        many.append(one);
    }
    Shop shop(many);
    REQUIRE(shop.listed());
    CHECK(shop.channel.templates.size() == 230);
    CHECK(shop.channel.templatesLearned == 1);
    shop.sim.setTemplates(practice::practiceTemplates());
    CHECK(waitUntil([&] { return shop.channel.templatesLearned == 2; }));
    CHECK(shop.channel.templates.size() == 6);
}

TEST_CASE("what is not approved is not offered, what cannot be filled in is marked") {
    Shop shop;
    REQUIRE(shop.listed());
    const auto& all = shop.channel.templates;
    CHECK(named(all, u"pedido_listo"_s));
    CHECK(named(all, u"pedido_listo"_s, u"pt_BR"_s));
    CHECK_FALSE(named(all, u"promo_vieja"_s));
    CHECK_FALSE(named(all, u"promo_nueva"_s));
    REQUIRE(named(all, u"codigo"_s));
    CHECK(named(all, u"codigo"_s)->unfit == u"template.unfit");
}

TEST_CASE("an approved text reaches a customer whose window has closed") {
    QTemporaryDir folder;
    Shop shop;
    REQUIRE(shop.listed());
    shop.sim.closeWindow(kAna);
    OutgoingMessage free;
    free.conversationKey = kAna;
    free.text = u"hola"_s;
    CHECK(shop.channel.send(free) == SendOutcome(outcome::WindowClosed{u"whatsapp.24h"_s}));

    TemplateFilling filling;
    filling.body = {{u"1"_s, u"Ana"_s}, {u"2"_s, u"41"_s}};
    const auto ready = fill(*named(shop.channel.templates, u"pedido_listo"_s), filling);
    REQUIRE(ready);
    CHECK(
        std::holds_alternative<outcome::Accepted>(shop.channel.send(message(*ready, u"ready"_s))));
    REQUIRE(waitUntil([&] { return shop.sim.inbox(kAna).size() == 1; }));
    CHECK(shop.sim.inbox(kAna).front().text
          == u"Hola Ana, su pedido 41 está listo.\n\nLa Esquina"_s);
    CHECK(shop.heard(u"ready"_s, DeliveryStatus::Read));

    QFile picture(folder.filePath(u"menu.png"_s));
    REQUIRE(picture.open(QIODevice::WriteOnly));
    picture.write("\x89PNG picture");
    picture.close();
    TemplateFilling today;
    today.body = {{u"nombre"_s, u"Ana"_s}, {u"plato"_s, u"ajiaco"_s}};
    today.withFile = true;
    const auto menu = fill(*named(shop.channel.templates, u"menu_de_hoy"_s), today);
    REQUIRE(menu);
    OutgoingMessage pictured = message(*menu, u"menu"_s);
    pictured.media = Attachment{};
    pictured.media->mime = u"image/png"_s;
    pictured.mediaPath = picture.fileName();
    CHECK(std::holds_alternative<outcome::Accepted>(shop.channel.send(pictured)));
    REQUIRE(waitUntil([&] { return shop.sim.inbox(kAna).size() == 2; }));
    CHECK(shop.sim.inbox(kAna).back().text == u"Ana, hoy tenemos ajiaco."_s);
}

TEST_CASE("why the platform does not send an approved text is told in words") {
    Shop shop;
    REQUIRE(shop.listed());
    TemplateUse use{u"pedido_listo"_s,
                    u"es"_s,
                    false,
                    TemplateHeader::None,
                    {},
                    {{u"1"_s, u"Ana"_s}, {u"2"_s, u"41"_s}},
                    {}};
    const auto why = [&](const TemplateUse& sent) {
        const SendOutcome outcome = shop.channel.send(message(sent, {}));
        const auto* rejected = std::get_if<outcome::Rejected>(&outcome);
        return rejected ? rejected->why : QString();
    };
    TemplateUse other = use;
    other.language = u"fr"_s;
    CHECK(why(other) == u"template.missing");
    other = use;
    other.name = u"promo_vieja"_s;
    other.bodyValues.clear();
    CHECK(why(other) == u"template.paused");
    other = use;
    other.bodyValues.pop_back();
    CHECK(why(other) == u"template.values_refused");
    other = use;
    other.bodyValues.back().text = u"a\nb"_s;
    CHECK(why(other) == u"template.values_refused");
    const std::vector<std::pair<int, QString>> codes{
        {131049, u"whatsapp.customer_opted_out"_s}, {131064, u"template.limit"_s},
        {132005, u"template.too_long"_s},           {132007, u"template.policy"_s},
        {132016, u"template.disabled"_s},           {132068, u"template.refused"_s}};
    for (const auto& [code, id] : codes) {
        INFO(code);
        shop.sim.failNext(code);
        CHECK(why(use) == id);
    }
    shop.sim.failNextAsStatus(132015);
    (void)shop.channel.send(message(use, u"late"_s));
    REQUIRE(shop.heard(u"late"_s, DeliveryStatus::Failed));
    CHECK(shop.channel.events.back().errorWhy == u"template.paused");
}
