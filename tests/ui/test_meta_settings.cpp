// The settings of Meta's channels: what they share, when their keys end, whether the platform sends
// us their messages, and the whole way of a message, over a real hub and simulated platforms.
#include "app/practice/whatsapp_simulator.h"
#include "core/domain/key_end.h"
#include "tests/ui/office.h"
#include "ui/settings/channel_form.h"
#include "ui/settings/keys_form.h"
#include "ui/settings/mailbox_form.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QTranslator>

using namespace comanda;
using namespace comanda::ui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::WhatsAppOptions;
using practice::WhatsAppSimulator;
using test::in;
using test::press;
using test::type;

namespace {

bool says(const QWidget& page, const QString& words) {
    INFO(words.toStdString());
    return test::waitUntil([&] {
        const auto labels = page.findChildren<PlainLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const PlainLabel* label) {
            return label->isVisible() && label->shownText().contains(words);
        });
    });
}

ui::Button& visible(QWidget& page, const QString& name) {
    ui::Button* found = nullptr;
    REQUIRE(test::waitUntil([&] {
        for (auto* one : page.findChildren<ui::Button*>()) {
            found = one->isVisible() && one->objectName().startsWith(name) ? one : found;
        }
        return found != nullptr;
    }));
    return *found;
}

ChannelConfig numberOf(const WhatsAppSimulator& cloud) {
    ChannelConfig channel;
    channel.platform = Platform::WhatsApp;
    channel.name = u"WhatsApp"_s;
    channel.settings = {{u"api_base_url"_s, cloud.baseUrl().toString()},
                        {u"phone_number_id"_s, cloud.options().phoneNumberId},
                        {u"waba_id"_s, cloud.options().businessAccount}};
    return channel;
}

ChannelId add(test::Office& office, const ChannelConfig& channel,
              const QMap<QString, Secret>& secrets) {
    std::optional<Result<ChannelId>> id;
    office.hub->saveChannel(channel, secrets, office.hub.get(),
                            [&](Result<ChannelId> saved) { id = std::move(saved); });
    REQUIRE(test::waitUntil([&] { return id.has_value(); }));
    REQUIRE(*id);
    return **id;
}

QMap<QString, Secret> secretsOf(const WhatsAppSimulator& cloud) {
    return {{u"access_token"_s, Secret(cloud.options().accessToken)},
            {u"app_secret"_s, Secret(cloud.options().appSecret)}};
}

qint64 inDays(int days) {
    return toMillis(SystemClock().now() + days * 24h + 1h) / 1000;
}

} // namespace

TEST_CASE("keys: the calendar names the next to end first, and the list says it too",
          "[ui][keys]") {
    WhatsAppOptions options;
    options.tokenEnds = inDays(5);
    const WhatsAppSimulator cloud(options);
    test::Office office;
    const ChannelId bot = office.addTelegram();
    const ChannelId number = add(office, numberOf(cloud), secretsOf(cloud));
    REQUIRE(test::waitUntil([&] {
        const auto channels = office.channels();
        return std::any_of(channels.begin(), channels.end(), [](const ChannelConfig& channel) {
            return keyEndOf(channel).life == KeyLife::Ending;
        });
    }));
    office.open({1440, 900});
    auto& form = office.choose<KeysForm>(u"Keys"_s);
    CHECK(says(form, u"WhatsApp · Its key ends on "_s));
    CHECK(says(form, u"5 day"_s)); // the plural is the translation's
    CHECK(says(form, u"ends within a week"_s));
    CHECK(says(form, u"Telegram · Its key does not end by itself"_s));
    const auto top = [&](ChannelId id) {
        return in<ui::Button>(form, u"key-"_s + QString::number(id.value()))
            .mapTo(&form, QPoint())
            .y();
    };
    CHECK(top(number) < top(bot));
    test::keepPicture(*office.window, u"keys"_s);
    // The light is amber and says so beside the channel's name.
    const auto second = [&] {
        const auto items = office.page->list().findItems(u"WhatsApp"_s, Qt::MatchExactly);
        return items.isEmpty() ? QString() : items.front()->data(Qt::AccessibleTextRole).toString();
    };
    CHECK(test::waitUntil([&] { return second().contains(u"ends within a week"_s); }));
    press(form, u"key-"_s + QString::number(number.value()));
    CHECK(test::waitUntil([&] {
        auto* page = office.page->findChild<ChannelForm*>();
        return page && page->channel().id == number;
    }));
}

TEST_CASE("a secret that one channel of the app has is used by the others, and the page says so",
          "[ui][settings]") {
    const WhatsAppSimulator cloud;
    test::Office office;
    add(office, numberOf(cloud), secretsOf(cloud));
    office.open();
    auto& form = office.choose<ChannelForm>(u"Connect Messenger"_s);
    CHECK(in<QLineEdit>(form, u"field-app_secret"_s).placeholderText()
          == u"Kept with WhatsApp, and used here too."_s);
    CHECK(in<QLineEdit>(form, u"field-access_token"_s).placeholderText().isEmpty());
    auto& own = office.choose<ChannelForm>(u"WhatsApp"_s);
    CHECK(in<QLineEdit>(own, u"field-app_secret"_s).placeholderText()
          == u"Kept. Type here only to replace it."_s);
    CHECK(in<QLineEdit>(own, u"field-verify_token"_s).placeholderText().isEmpty()); // there is none
    // What hardly anybody touches is folded away, unless it is another than usual.
    CHECK(in<QLineEdit>(own, u"field-api_base_url"_s).isVisible());
    auto& fresh = office.choose<ChannelForm>(u"Connect Instagram"_s);
    CHECK_FALSE(in<QLineEdit>(fresh, u"field-graph_version"_s).isVisible());
    press(fresh, u"fold"_s);
    CHECK(in<QLineEdit>(fresh, u"field-graph_version"_s).isVisible());
    auto& login = in<QComboBox>(fresh, u"field-login"_s);
    CHECK(login.currentText() == u"Through the Facebook page"_s);
    CHECK(login.currentData() == u"facebook"_s);
}

TEST_CASE("a subscription that is missing is seen and switched on from the channel's page",
          "[ui][settings]") {
    WhatsAppOptions options;
    options.subscribed = false;
    const WhatsAppSimulator cloud(options);
    test::Office office;
    add(office, numberOf(cloud), secretsOf(cloud));
    office.open();
    auto& form = office.choose<ChannelForm>(u"WhatsApp"_s);
    press(form, u"test"_s);
    CHECK(says(form, u"Meta does not deliver this number's messages yet."_s));
    CHECK(says(form, u"Its key does not end by itself"_s));
    QTest::mouseClick(&visible(form, u"subscribe"_s), Qt::LeftButton);
    CHECK(test::waitUntil([&] {
        const auto labels = form.findChildren<PlainLabel*>();
        return in<ui::Button>(form, u"test"_s).isEnabled()
               && std::none_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
                      return label->isVisible() && label->shownText().contains(u"not deliver"_s);
                  });
    }));
    CHECK(says(form, u"WhatsApp answers"_s));
}

TEST_CASE("the mailbox's page proves the way of a message, and mends a subscription",
          "[ui][settings]") {
    WhatsAppOptions options;
    options.subscribed = false;
    const WhatsAppSimulator cloud(options);
    test::Office office;
    office.open();
    auto& bare = office.choose<MailboxForm>(u"Mailbox"_s);
    CHECK(says(bare, u"No channel needs a public address yet."_s));
    CHECK_FALSE(in<ui::Button>(bare, u"test-way"_s).isEnabled());
    const ChannelId number = add(office, numberOf(cloud), secretsOf(cloud));
    REQUIRE(test::waitUntil([&] { return in<ui::Button>(bare, u"test-way"_s).isEnabled(); }));
    REQUIRE(test::waitUntil([&] { return !office.hub->hookUrl(number).isEmpty(); }));
    press(bare, u"test-way"_s);
    CHECK(says(bare, u"It accepts the signature"_s));
    CHECK(says(bare, u"It is read, and on this screen"_s));
    QTest::mouseClick(&visible(bare, u"subscribe-"_s), Qt::LeftButton);
    CHECK(says(bare, u"WhatsApp sends us its messages"_s));
    test::keepPicture(*office.window, u"way"_s);
    CHECK(office.conversations().empty());
}

TEST_CASE("the way stops where the secret is missing, and says who has to do what",
          "[ui][settings]") {
    const WhatsAppSimulator cloud;
    test::Office office;
    const ChannelId number =
        add(office, numberOf(cloud), {{u"access_token"_s, Secret(cloud.options().accessToken)}});
    office.open();
    auto& form = office.choose<MailboxForm>(u"Mailbox"_s);
    REQUIRE(test::waitUntil([&] { return !office.hub->hookUrl(number).isEmpty(); }));
    press(form, u"test-way"_s);
    CHECK(says(form, u"Nobody has the app secret"_s));
    const auto labels = form.findChildren<PlainLabel*>();
    CHECK(std::none_of(labels.begin(), labels.end(), [](const PlainLabel* label) {
        return label->isVisible() && label->shownText() == u"It accepts the signature"_s;
    }));
}

TEST_CASE("keys: a passphrase may be asked from now on, and changed by whoever knows it",
          "[ui][keys]") {
    test::Office office;
    office.open();
    auto& form = office.choose<KeysForm>(u"Keys"_s);
    CHECK(says(form, u"A file that only this account"_s)); // as the office was set up
    CHECK_FALSE(visible(form, u"change-passphrase"_s).isEnabled());
    const auto line = [&](const QString& name) -> QLineEdit& {
        QLineEdit* found = nullptr;
        for (auto* one : form.findChildren<QLineEdit*>(name)) {
            found = one->isVisible() ? one : found;
        }
        REQUIRE(found);
        return *found;
    };
    type(line(u"passphrase"_s), u"arroz con pollo"_s);
    QTest::mouseClick(&visible(form, u"change-passphrase"_s), Qt::LeftButton);
    CHECK(says(form, u"From the next start on the new passphrase is asked"_s));
    CHECK(says(form, u"A passphrase opens the keys each time"_s));
    type(line(u"passphrase-before"_s), u"not this"_s);
    type(line(u"passphrase"_s), u"sopa de mani"_s);
    QTest::mouseClick(&visible(form, u"change-passphrase"_s), Qt::LeftButton);
    CHECK(says(form, u"Not changed"_s));
    type(line(u"passphrase-before"_s), u"arroz con pollo"_s);
    QTest::mouseClick(&visible(form, u"renew-code"_s), Qt::LeftButton);
    REQUIRE(says(form, u"Recovery code"_s));
    CHECK(line(u"recovery-code"_s).text().size() >= 39); // eight groups of four
    test::keepPicture(*office.window, u"recovery-code"_s);
    QTest::mouseClick(&visible(form, u"code-noted"_s), Qt::LeftButton);
    CHECK(test::waitUntil([&] { return !visible(form, u"renew-code"_s).text().isEmpty(); }));
}

// For whoever changed a page: COMANDA_PICTURES=FOLDER test_ui [pictures]
TEST_CASE("every page of the settings, to be looked at", "[.][pictures]") {
    const WhatsAppSimulator cloud;
    test::Office office;
    office.theme.dress(*qApp);
    office.addTelegram();
    add(office, numberOf(cloud), secretsOf(cloud));
    for (const QString& language : {u"en"_s, u"es"_s, u"pt"_s}) {
        QTranslator words;
        REQUIRE(words.load(u":/i18n/comanda_%1.qm"_s.arg(language)));
        QApplication::installTranslator(&words);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            office.theme.setScheme(scheme);
            for (const QSize size : {QSize(1024, 768), QSize(1440, 900)}) {
                QListWidget& list = office.open(size).list();
                for (int row = 0; row < list.count(); ++row) {
                    list.setCurrentRow(row);
                    static_cast<void>(test::waitUntil([] { return false; }, 120ms));
                    test::keepPicture(*office.window,
                                      u"page-%1-%2-%3-%4"_s.arg(language)
                                          .arg(scheme == Scheme::Light ? u"light"_s : u"dark"_s)
                                          .arg(size.width())
                                          .arg(row, 2, 10, QLatin1Char('0')));
                }
            }
        }
        office.window.reset();
        QApplication::removeTranslator(&words);
    }
    qApp->setStyleSheet({});
}
