// Who is behind a chat, beside it: joined and separated by a press, what they must not eat seen at
// once, what is typed about them kept.
#include "app/text/words.h"
#include "core/store/reader.h"
#include "tests/ui/hands.h"
#include "ui/widgets/alert_line.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTranslator>

using namespace comanda;
using namespace comanda::ui;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

// A seat where people write on WhatsApp, too.
class Diner : public Seat {
public:
    Diner() {
        ChannelConfig config;
        config.platform = Platform::WhatsApp;
        config.name = u"WhatsApp"_s;
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto id = writer.saveChannel(config);
            whatsapp = id.value_or(ChannelId());
            return id ? Result<>(Done{}) : fail(id.error());
        }));
    }

    ConversationId say(ChannelId on, const QString& key, const QString& name,
                       const QMap<QString, QString>& ids) {
        Event event;
        event.kind = EventKind::Message;
        event.eventKey = u"%1-%2"_s.arg(key).arg(++said_);
        event.externalId = event.eventKey;
        event.conversationKey = key;
        event.senderId = key;
        event.senderName = name;
        event.ids = ids;
        event.timestamp = clock.now();
        event.text = u"hola"_s;
        event.hasText = true;
        const Delivery delivery{"{}", u"webhook"_s, clock.now()};
        ConversationId found;
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            const auto taken = writer.intake(on, delivery, {event}, std::nullopt, sampleShop());
            return taken ? Result<>(Done{}) : Result<>(fail(taken.error()));
        }));
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            const auto all = reader.conversations({});
            for (const Conversation& row : all.value()) {
                found = row.key == key ? row.id : found;
            }
            return Done{};
        }));
        return found;
    }
    ConversationId onWhatsApp(const QString& name, const QString& number) {
        return say(whatsapp, number, name, {{u"phone"_s, number}});
    }
    // Somebody whose number Telegram tells.
    ConversationId onTelegram(const QString& name, const QString& number) {
        return say(channel, u"t"_s + number, name,
                   {{u"telegram"_s, u"t"_s + number}, {u"phone"_s, number}});
    }
    Person person(ConversationId conversation) {
        Person found;
        REQUIRE(store->readNow([&](store::Reader& reader) -> Result<> {
            found = reader.people(conversation, 5).value().at(0);
            return Done{};
        }));
        return found;
    }
    void write(ConversationId conversation, const CustomerCard& card) {
        const Person before = person(conversation);
        REQUIRE(store->writeNow([&](store::Writer& writer) {
            return writer.saveCustomer(before.id, before.card, card);
        }));
    }
    void join(ConversationId one, ConversationId other) {
        const CustomerId a = person(one).id;
        const CustomerId b = person(other).id;
        REQUIRE(store->writeNow([&](store::Writer& writer) -> Result<> {
            return writer.joinCustomers(a, b, desk->actor()).map([](CustomerId) { return Done{}; });
        }));
    }

    ChannelId whatsapp;

private:
    int said_ = 0;
};

template <typename Widget>
std::vector<Widget*> seen(QWidget& parent, const QString& name) {
    std::vector<Widget*> found;
    for (auto* one : parent.findChildren<Widget*>(name)) {
        if (one->isVisibleTo(&parent)) {
            found.push_back(one);
        }
    }
    return found;
}

std::size_t identities(InboxPage& inbox) {
    return seen<IdentityRow>(inbox.side(), u"identity"_s).size();
}

void pressSeen(QWidget& parent, const QString& name) {
    REQUIRE(waitUntil([&] { return !seen<ui::Button>(parent, name).empty(); }));
    ui::Button* button = seen<ui::Button>(parent, name).front();
    focus(*button);
    press(Qt::Key_Return);
}

QString alert(QWidget& parent) {
    for (const auto* line : parent.findChildren<AlertLine*>()) {
        if (line->isVisible()) {
            return line->words();
        }
    }
    return {};
}

// Until every layout that was asked for is done: each may ask for another.
void layOut() {
    for (int i = 0; i < 20; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
}

InboxPage& open(Diner& diner, ConversationId chat, QSize size = {1366, 768}) {
    diner.open(size);
    return openChat(diner, chat);
}

} // namespace

TEST_CASE("a suggestion says why, joins with one press and comes apart with another",
          "[ui][people]") {
    Diner diner;
    const ConversationId telegram = diner.onTelegram(u"A. Robles 🌮"_s, u"573001234567"_s);
    const ConversationId whatsapp = diner.onWhatsApp(u"Ana"_s, u"573001234567"_s);
    InboxPage& inbox = open(diner, whatsapp);
    REQUIRE(waitUntil([&] { return !seen<ui::Button>(inbox.side(), u"join"_s).empty(); }));
    const auto labels = inbox.side().findChildren<PlainLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
        return label->shownText() == text::reasonPhrase({Sameness::Number, u"573001234567"_s});
    }));
    CHECK(identities(inbox) == 2); // her own, and the one in question
    CHECK(diner.person(whatsapp).identities.size() == 1);

    pressSeen(inbox.side(), u"join"_s);
    REQUIRE(waitUntil([&] { return seen<ui::Button>(inbox.side(), u"separate"_s).size() == 2; }));
    CHECK(diner.person(telegram).identities.size() == 2);
    CHECK(waitUntil([&] { return seen<ui::Button>(inbox.side(), u"join"_s).empty(); }));

    SECTION("a slip is undone") {
        REQUIRE(diner.window->shell().toast().isOffering());
        diner.window->shell().toast().act();
        REQUIRE(waitUntil([&] { return !seen<ui::Button>(inbox.side(), u"join"_s).empty(); }));
        CHECK(diner.person(telegram).identities.size() == 1);
    }
    SECTION("separated it is not suggested again, and that too is undone") {
        pressSeen(inbox.side(), u"separate"_s);
        REQUIRE(waitUntil([&] { return identities(inbox) == 1; }));
        settle(diner);
        CHECK(seen<ui::Button>(inbox.side(), u"join"_s).empty());
        diner.window->shell().toast().act();
        CHECK(waitUntil([&] { return identities(inbox) == 2; }));
    }
    SECTION("a press on the other chat goes there") {
        for (auto* row : seen<IdentityRow>(inbox.side(), u"identity"_s)) {
            if (row->isEnabled()) {
                focus(*row);
                press(Qt::Key_Return);
                break;
            }
        }
        CHECK(waitUntil([&] { return inbox.chat().conversation()->id == telegram; }));
        CHECK(waitUntil([&] { return identities(inbox) == 2; }));
    }
}

TEST_CASE("somebody else stays somebody else", "[ui][people]") {
    Diner diner;
    diner.onTelegram(u"Beto"_s, u"573001234567"_s);
    const ConversationId whatsapp = diner.onWhatsApp(u"Ana"_s, u"573001234567"_s);
    InboxPage& inbox = open(diner, whatsapp);
    pressSeen(inbox.side(), u"notSame"_s);
    CHECK(waitUntil([&] { return seen<ui::Button>(inbox.side(), u"notSame"_s).empty(); }));
    CHECK(diner.person(whatsapp).identities.size() == 1);
}

TEST_CASE("staff join whom no rule finds", "[ui][people]") {
    Diner diner;
    const ConversationId telegram = diner.onTelegram(u"Marta Ruiz"_s, u"573009999999"_s);
    const ConversationId whatsapp = diner.onWhatsApp(u"Ana"_s, u"573001234567"_s);
    InboxPage& inbox = open(diner, whatsapp);
    pressSeen(inbox.side(), u"findPerson"_s);
    write(u"nobody"_s);
    settle(diner);
    CHECK(seen<ui::Button>(inbox.side(), u"joinFound"_s).empty());
    QLineEdit& search = in<QLineEdit>(inbox.side(), u"personSearch"_s);
    search.clear();
    write(u"marta"_s);
    pressSeen(inbox.side(), u"joinFound"_s);
    CHECK(waitUntil([&] { return identities(inbox) == 2; }));
    CHECK(diner.person(telegram).identities.size() == 2);
    CHECK_FALSE(search.isVisible());
}

TEST_CASE("allergies stand first wherever an order of theirs is taken", "[ui][people]") {
    Diner diner;
    const ConversationId ana = diner.onWhatsApp(u"Ana"_s, u"573001234567"_s);
    const ConversationId luz = diner.onWhatsApp(u"Luz"_s, u"573001111111"_s);
    InboxPage& inbox = open(diner, ana);
    CHECK(alert(inbox).isEmpty());
    pressSeen(inbox.side(), u"editCustomer"_s);
    QLineEdit& allergies = in<QLineEdit>(inbox.side(), u"customerAllergies"_s);
    focus(allergies);
    write(u"peanut"_s);
    press(Qt::Key_Return);
    REQUIRE(waitUntil([&] { return diner.person(ana).card.allergies == u"peanut"_s; }));
    const QString words = text::allergyWords(u"peanut"_s);
    CHECK(waitUntil([&] { return alert(inbox.side()) == words; }));
    CHECK_FALSE(allergies.isVisible());

    inbox.makeOrder();
    REQUIRE(inbox.side().isTyping());
    CHECK(alert(inbox.side().pane()) == words);
    write(u"1 taco"_s);
    press(Qt::Key_Return);
    pressSeen(inbox.side().pane(), u"toQueue"_s);
    REQUIRE(waitUntil([&] { return openOrders(diner).size() == 1; }));
    CHECK(openOrders(diner).front().allergy == u"peanut"_s);
    REQUIRE(waitUntil([&] { return !inbox.side().isTyping(); }));
    inbox.side().open(openOrders(diner).front());
    CHECK(alert(inbox.side().pane()) == words);

    openChat(diner, luz); // nothing of it at another's chat
    CHECK(waitUntil([&] { return alert(inbox).isEmpty(); }));
    inbox.makeOrder();
    CHECK(alert(inbox.side().pane()).isEmpty());
}

TEST_CASE("what is typed about a customer waits with them, and nobody's is overwritten",
          "[ui][people]") {
    Diner diner;
    const ConversationId ana = diner.onWhatsApp(u"Ana"_s, u"573001234567"_s);
    const ConversationId luz = diner.onWhatsApp(u"Luz"_s, u"573001111111"_s);
    InboxPage& inbox = open(diner, ana);
    pressSeen(inbox.side(), u"editCustomer"_s);
    write(u"Calle 9"_s);
    openChat(diner, luz);
    REQUIRE(waitUntil([&] { return !seen<ui::Button>(inbox.side(), u"editCustomer"_s).empty(); }));
    diner.write(ana, {{}, u"peanut"_s, {}}); // another seat
    openChat(diner, ana);
    QLineEdit& address = in<QLineEdit>(inbox.side(), u"customerAddress"_s);
    QLineEdit& allergies = in<QLineEdit>(inbox.side(), u"customerAllergies"_s);
    REQUIRE(waitUntil([&] { return address.isVisible(); }));
    CHECK(address.text() == u"Calle 9"_s);
    const auto labels = inbox.side().findChildren<PlainLabel*>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
        return label->isVisible() && label->shownText().contains(u"Meanwhile"_s)
               && label->shownText().contains(u"peanut"_s);
    }));
    focus(allergies);
    write(u"peanut"_s);
    in<QPlainTextEdit>(inbox.side(), u"customerNotes"_s).setPlainText(u"timbre dañado 🔔"_s);
    pressSeen(inbox.side(), u"saveCustomer"_s);
    CHECK(waitUntil([&] {
        return diner.person(ana).card
               == CustomerCard{u"Calle 9"_s, u"peanut"_s, u"timbre dañado 🔔"_s};
    }));
    CHECK(waitUntil([&] { return !address.isVisible(); }));

    pressSeen(inbox.side(), u"editCustomer"_s);
    write(u"nonsense"_s);
    pressSeen(inbox.side(), u"throwAwayCustomer"_s);
    CHECK_FALSE(address.isVisible());
    CHECK(diner.person(ana).card.address == u"Calle 9"_s);
}

TEST_CASE("open and past orders of every chat of theirs are there, the last again with a press",
          "[ui][people]") {
    Diner diner;
    const ConversationId telegram = diner.onTelegram(u"Anita"_s, u"573009999999"_s);
    const ConversationId whatsapp = diner.onWhatsApp(u"Ana"_s, u"573001234567"_s);
    diner.order(u"Anita"_s, u"Taco al pastor"_s, telegram);
    diner.join(telegram, whatsapp);
    InboxPage& inbox = open(diner, whatsapp);
    REQUIRE(
        waitUntil([&] { return seen<QAbstractButton>(inbox.side(), u"pastOrder"_s).size() == 1; }));
    CHECK(in<PlainLabel>(inbox.side(), u"pastOrders"_s).shownText().startsWith(u"1 order"_s));
    const auto cards = inbox.side().findChildren<OrderCard*>();
    REQUIRE(cards.size() == 1);
    CHECK(cards.front()->isVisible());

    pressSeen(inbox.side(), u"repeatOrder"_s);
    REQUIRE(inbox.side().isTyping());
    const auto draft = inbox.side().pane().draft();
    REQUIRE(draft.lines.size() == 1);
    CHECK(draft.lines.front().name == u"Taco al pastor"_s);
    CHECK(draft.lines.front().quantity == 2);
    CHECK(draft.conversation == whatsapp);
    CHECK(openOrders(diner).size() == 1); // nothing is ordered yet
}

TEST_CASE("in a narrow window allergies stand over the chat, the customer a press away",
          "[ui][people][sizes]") {
    Diner diner;
    const ConversationId ana = diner.onWhatsApp(
        u"Maximiliano Alejandro Villavicencio Peña de la Torre 🌮🌮"_s, u"573001234567"_s);
    diner.write(ana, {u"Cra 15 #20-31, apto 402"_s, u"maní"_s, u"timbre dañado"_s});
    InboxPage& inbox = open(diner, ana, {1024, 768});
    CHECK_FALSE(inbox.side().isVisible());
    CHECK(waitUntil([&] { return alert(inbox.chat()) == text::allergyWords(u"maní"_s); }));
    layOut();
    keepPicture(*diner.window, u"customer-1024-closed"_s);
    pressSeen(inbox.chat(), u"customer"_s);
    REQUIRE(inbox.side().isVisible());
    CHECK(alert(inbox.chat()).isEmpty()); // said once
    CHECK(alert(inbox.side()) == text::allergyWords(u"maní"_s));
    layOut();
    keepPicture(*diner.window, u"customer-1024"_s);
    focus(in<ui::Button>(inbox.side(), u"closeCustomer"_s));
    press(Qt::Key_Escape);
    CHECK_FALSE(inbox.side().isVisible());
    CHECK(inbox.list().isVisible());
}

TEST_CASE("under a post stand those who comment, each with who they may be", "[ui][people]") {
    Diner diner;
    ChannelId page;
    ChannelId messenger;
    REQUIRE(diner.store->writeNow([&](store::Writer& writer) -> Result<> {
        ChannelConfig config;
        config.platform = Platform::Facebook;
        page = writer.saveChannel(config).value();
        config.platform = Platform::Messenger;
        messenger = writer.saveChannel(config).value();
        for (const QString& who : {u"Ana Robles"_s, u"Beto"_s}) {
            Event event;
            event.kind = EventKind::Comment;
            event.eventKey = event.externalId = u"c-"_s + who;
            event.conversationKey = u"200_1"_s;
            event.senderId = u"f-"_s + who;
            event.senderName = who;
            event.ids = {{u"facebook"_s, event.senderId}};
            event.text = u"¿precio?"_s;
            event.hasText = true;
            event.timestamp = diner.clock.now();
            const auto taken = writer.intake(page, {"{}", u"webhook"_s, diner.clock.now()}, {event},
                                             std::nullopt, sampleShop());
            if (!taken) {
                return fail(taken.error());
            }
        }
        return Done{};
    }));
    const ConversationId chat =
        diner.say(messenger, u"700"_s, u"Ana Robles"_s, {{u"psid"_s, u"700"_s}});
    const ConversationId post(1); // the first that anybody wrote in
    InboxPage& inbox = open(diner, post);
    REQUIRE(waitUntil([&] { return seen<ui::Button>(inbox.side(), u"join"_s).size() == 1; }));
    CHECK(identities(inbox) == 3); // two who comment, one who may be one of them
    CHECK(seen<ui::Button>(inbox.side(), u"findPerson"_s).empty());
    CHECK(seen<ui::Button>(inbox.side(), u"editCustomer"_s).empty());
    pressSeen(inbox.side(), u"join"_s);
    CHECK(waitUntil([&] { return diner.person(chat).identities.size() == 2; }));
}

TEST_CASE("the customer beside the chat in every scheme and language", "[ui][people][sizes]") {
    struct Look {
        QString name, language;
        Scheme scheme;
        QSize size;
        int scale;
    };
    for (const Look& look :
         {Look{u"customer-1366-es"_s, u"es"_s, Scheme::Light, {1366, 768}, 100},
          Look{u"customer-1440-pt"_s, u"pt"_s, Scheme::Dark, {1440, 900}, 100},
          Look{u"customer-1920-double"_s, u"pt"_s, Scheme::Light, {1920, 1080}, 200}}) {
        INFO(look.name.toStdString());
        QTranslator words;
        REQUIRE(words.load(u":/i18n/comanda_%1.qm"_s.arg(look.language)));
        QApplication::installTranslator(&words);
        Diner diner;
        diner.theme.setScheme(look.scheme);
        diner.theme.dress(*qApp);
        diner.theme.setScale(look.scale);
        const ConversationId telegram = diner.onTelegram(u"Anita R."_s, u"573009999999"_s);
        diner.onTelegram(u"A. Robles 🌮"_s, u"573001234567"_s);
        const ConversationId whatsapp = diner.onWhatsApp(u"Ana Robles"_s, u"573001234567"_s);
        diner.join(telegram, whatsapp);
        diner.order(u"Ana"_s, u"Taco al pastor"_s, telegram);
        diner.write(whatsapp, {u"Cra 15 #20-31, apto 402"_s, u"maní, mariscos"_s,
                               u"Timbre dañado, llamar al llegar"_s});
        InboxPage& inbox = open(diner, whatsapp, look.size);
        if (!inbox.side().isVisible()) { // as narrow a window as that text makes it
            pressSeen(inbox.chat(), u"customer"_s);
        }
        REQUIRE(waitUntil([&] { return !seen<ui::Button>(inbox.side(), u"join"_s).empty(); }));
        layOut();
        keepPicture(*diner.window, look.name);
        QWidget& whole = *inbox.side().widget(0)->findChild<QScrollArea*>()->widget();
        keepPicture(whole, look.name + u"-whole"_s);
        CHECK_FALSE(alert(inbox.side()).isEmpty());
        for (const auto* button : whole.findChildren<ui::Button*>()) {
            if (button->isVisible()) {
                INFO(button->text().toStdString());
                const int right = button->mapTo(&whole, QPoint(button->width(), 0)).x();
                CHECK(right <= whole.width());
                CHECK(whole.width() <= inbox.side().width());
                CHECK((look.scale > 100 || button->width() >= button->sizeHint().width() - 20));
            }
        }
        pressSeen(inbox.side(), u"editCustomer"_s);
        layOut();
        keepPicture(whole, look.name + u"-typing"_s);
        diner.window.reset();
        QApplication::removeTranslator(&words);
        qApp->setStyleSheet({});
    }
}
