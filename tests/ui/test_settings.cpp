// The settings, driven as a person does: a real hub and store, and a simulated Telegram.
#include "core/hub/desk.h"
#include "tests/ui/office.h"
#include "ui/settings/channel_form.h"
#include "ui/settings/mailbox_form.h"
#include "ui/settings/replies_form.h"
#include "ui/settings/shop_form.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>
#include <QTranslator>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;
using test::in;
using test::press;
using test::type;

namespace {

bool says(const QWidget& page, const QString& words) {
    const auto labels = page.findChildren<PlainLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const PlainLabel* label) {
        return label->isVisible() && label->shownText().contains(words);
    });
}

void soonSays(const QWidget& page, const QString& words) {
    INFO(words.toStdString());
    CHECK(test::waitUntil([&] { return says(page, words); }));
}

// Said, and where it can be read without scrolling.
bool seen(const QWidget& page, const QString& words) {
    return test::waitUntil([&] {
        const auto labels = page.findChildren<PlainLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const PlainLabel* label) {
            return label->shownText() == words
                   && label->visibleRegion().boundingRect().height() == label->height();
        });
    });
}

void settle() { // each layout may ask for another
    for (int i = 0; i < 20; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void checkWords(QWidget& page) {
    for (const auto* label : page.findChildren<PlainLabel*>()) {
        INFO("label: " << label->shownText().toStdString());
        if (label->isVisible() && label->wordWrap()) {
            CHECK(label->height() >= label->heightForWidth(label->width()));
            CHECK(label->width() >= label->minimumSizeHint().width());
        } else if (label->isVisible()) {
            CHECK(label->width() >= label->sizeHint().width());
        }
    }
    for (const auto* button : page.findChildren<QAbstractButton*>()) {
        INFO("button: " << button->text().toStdString());
        if (button->isVisible() && !button->text().isEmpty()) {
            const int padding = qobject_cast<const QCheckBox*>(button) ? 0 : 20; // may shrink
            CHECK(button->width() >= button->sizeHint().width() - padding);
        }
    }
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (widget->isVisible()) {
            const QRect where(widget->mapTo(&page, QPoint(0, 0)), widget->size());
            INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
            CHECK((where.left() >= 0 && where.right() < page.width()));
        }
    }
}

// Whatever takes the keyboard or a touch; not the parts of a field.
void checkNames(const QWidget& page) {
    int fields = 0;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool used = button || qobject_cast<const QLineEdit*>(widget)
                          || qobject_cast<const QComboBox*>(widget)
                          || qobject_cast<const QAbstractSpinBox*>(widget)
                          || qobject_cast<const QAbstractItemView*>(widget);
        const QWidget* around = widget->parentWidget();
        const bool part = qobject_cast<const QComboBox*>(around)
                          || (qobject_cast<const QAbstractSpinBox*>(around) && !button);
        if (!widget->isVisible() || !used || part) {
            continue;
        }
        ++fields;
        INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
        CHECK((!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())));
    }
    CHECK(fields >= 3); // the list and a page
}

} // namespace

TEST_CASE("connecting Telegram: test, save, and a customer's words are in the store",
          "[ui][settings]") {
    test::Office office;
    office.open();
    auto& fresh = office.choose<ChannelForm>(u"Connect Telegram"_s);
    press(fresh, u"fold"_s);
    type(in<QLineEdit>(fresh, u"field-token"_s), QString::fromLatin1(office.telegram->token()));
    type(in<QLineEdit>(fresh, u"field-api_base_url"_s), office.telegram->baseUrl().toString());
    press(fresh, u"test"_s);
    soonSays(fresh, u"Telegram answers"_s);
    soonSays(fresh, u"Fonda La Esquina (%1)"_s.arg(office.telegram->botId()));
    CHECK(office.channels().empty()); // only tried
    const QPointer<ChannelForm> before = &fresh;
    press(fresh, u"save"_s);
    REQUIRE(test::waitUntil([&] { return before.isNull() && office.channels().size() == 1; }));
    const ChannelConfig channel = office.channels().front();
    CHECK(channel.account == QString::number(office.telegram->botId()));
    CHECK_FALSE(QJsonDocument(channel.settings).toJson().contains(office.telegram->token()));
    CHECK(office.page->list().currentItem()->text() == u"Telegram"_s);
    CHECK(office.entries().contains(u"Another Telegram"_s));

    auto* form = office.page->findChild<ChannelForm*>();
    REQUIRE(form);
    CHECK(form->channel().id == channel.id);
    soonSays(*form, u"Saved"_s);
    CHECK(in<QLineEdit>(*form, u"field-token"_s).text().isEmpty());

    const qint64 customer = office.telegram->addCustomer({0, u"Ana"_s, u"Robles"_s, {}, u"es"_s});
    office.telegram->start(customer);
    office.telegram->writeText(customer, u"dos al pastor"_s);
    CHECK(test::waitUntil([&] {
        const auto chats = office.conversations();
        return chats.size() == 1 && chats.front().name == u"Ana Robles"_s
               && chats.front().channel == channel.id
               && chats.front().lastText.contains(u"dos al pastor"_s);
    }));

    // The connector has written down the bot's name meanwhile: an open page has that, too.
    soonSays(*form, u"Your link for customers"_s);
    const auto lines = form->findChildren<QLineEdit*>();
    CHECK(std::any_of(lines.begin(), lines.end(), [](const QLineEdit* line) {
        return line->text() == u"https://t.me/fonda_practice_bot"_s;
    }));
    CHECK(form->channel() == office.channels().front());

    // Saved once more, it says so where it was pressed, and forgets the key that was typed.
    type(in<QLineEdit>(*form, u"field-name"_s), u"Telegram Norte"_s);
    type(in<QLineEdit>(*form, u"field-token"_s), QString::fromLatin1(office.telegram->token()));
    const QPointer<ChannelForm> same = form;
    press(*form, u"save"_s);
    REQUIRE(test::waitUntil([&] { return office.entries().contains(u"Telegram Norte"_s); }));
    REQUIRE(same);
    CHECK(test::waitUntil([&] { return in<QLineEdit>(*form, u"field-token"_s).text().isEmpty(); }));
    soonSays(*form, u"Saved"_s);
    CHECK(office.channels().size() == 1);
}

TEST_CASE("a wrong key is refused with words, and nothing is kept of it", "[ui][settings]") {
    test::Office office;
    office.open();
    auto& form = office.choose<ChannelForm>(u"Connect Telegram"_s);
    press(form, u"fold"_s);
    type(in<QLineEdit>(form, u"field-api_base_url"_s), office.telegram->baseUrl().toString());
    for (const QString& button : {u"test"_s, u"save"_s}) {
        type(in<QLineEdit>(form, u"field-token"_s), {});
        press(form, button);
        soonSays(form, u"It is still empty."_s);
        type(in<QLineEdit>(form, u"field-token"_s), u"my key"_s);
        press(form, button);
        soonSays(form, u"That does not look right. Copy it once more."_s);
    }
    type(in<QLineEdit>(form, u"field-token"_s), u"12345:not-the-bot's"_s.remove(u'\''));
    press(form, u"test"_s);
    soonSays(form, u"Telegram does not accept this"_s);
    CHECK(says(form, u"key"_s));
    CHECK_FALSE(says(form, u"The key is good"_s));
    CHECK(in<ui::Button>(form, u"test"_s).isEnabled());
    type(in<QLineEdit>(form, u"field-api_base_url"_s), QString::fromLatin1(test::kNowhere));
    press(form, u"test"_s);
    CHECK(test::waitUntil([&] { return in<ui::Button>(form, u"test"_s).isEnabled(); }));
    soonSays(form, u"Telegram does not accept this"_s);
    CHECK(office.channels().empty());
}

TEST_CASE("in practice no real account can be connected, and it says why", "[ui][settings]") {
    test::Office office(true);
    office.addTelegram();
    office.open();
    CHECK(office.entries()
          == QStringList{u"Telegram"_s, u"Shop"_s, u"Links and codes"_s, u"Quick replies"_s,
                         u"Window"_s});
    CHECK(says(*office.page, u"real accounts are connected in the real shop"_s));
    office.page->connectPlatform(Platform::WhatsApp);
    CHECK(office.page->list().currentItem()->text() == u"Telegram"_s);
    office.choose<ShopForm>(u"Shop"_s);
}

TEST_CASE("a shop that is changed elsewhere is shown, and what is being typed stays",
          "[ui][settings]") {
    test::Office office;
    office.open();
    const QPointer<ShopForm> form = &office.choose<ShopForm>(u"Shop"_s);
    type(in<QLineEdit>(*form, u"shop-name"_s), u"La Esquina Norte"_s);
    Shop elsewhere = office.shop();
    elsewhere.name = u"Otra"_s;
    elsewhere.promise = std::chrono::minutes(33);
    elsewhere.currency = Currency{u"MXN"_s, 2};
    elsewhere.notices.insert(OrderState::Ready, u"Listo {number}"_s);
    office.saveShop(elsewhere);
    office.addChannel(Platform::Telegram, u"Bot"_s, QString::fromLatin1(test::kNowhere),
                      {{u"token"_s, Secret("1:a")}});
    REQUIRE(test::waitUntil([&] { return office.entries().contains(u"Bot"_s); }));
    REQUIRE(form); // the list is another one, the page is not
    CHECK(office.page->list().currentItem()->text() == u"Shop"_s);
    CHECK(office.page->list().currentItem()->data(Qt::AccessibleTextRole).toString()
          == u"Shop, Otra"_s);
    CHECK(in<QLineEdit>(*form, u"shop-name"_s).text() == u"La Esquina Norte"_s);
    CHECK(in<QSpinBox>(*form, u"shop-promise"_s).value() == 33);
    CHECK(in<QLineEdit>(*form, u"notice-ready"_s).text() == u"Listo {number}"_s);
    press(*form, u"save-shop"_s);
    elsewhere.name = u"La Esquina Norte"_s;
    REQUIRE(test::waitUntil([&] { return office.shop() == elsewhere; }));
    elsewhere.name = u"Tercera"_s;
    office.choose<RepliesForm>(u"Quick replies"_s);
    office.saveShop(elsewhere);
    auto& later = office.choose<ShopForm>(u"Shop"_s);
    CHECK(in<QLineEdit>(later, u"shop-name"_s).text() == u"Tercera"_s);
}

TEST_CASE("the shop's form keeps what was changed, and refuses money that there is not",
          "[ui][settings]") {
    test::Office office;
    office.open();
    Shop wanted = office.shop();
    auto& form = office.choose<ShopForm>(u"Shop"_s);
    auto& currency = in<QLineEdit>(form, u"shop-currency"_s);
    type(in<QLineEdit>(form, u"shop-name"_s), u"Fonda Ines"_s);
    type(currency, u"XQZ"_s);
    press(form, u"save-shop"_s);
    CHECK(seen(form, u"Not saved"_s));
    CHECK(says(form, u"The currency XQZ is not known."_s));
    CHECK(office.shop() == wanted);

    type(currency, u"mxn"_s);
    in<QSpinBox>(form, u"shop-promise"_s).setValue(35);
    in<QSpinBox>(form, u"shop-amber"_s).setValue(12);
    CHECK(in<QSpinBox>(form, u"shop-red"_s).value() == 12); // never before nearly late
    in<QComboBox>(form, u"shop-zone"_s).setCurrentText(u"America/Mexico_City"_s);
    in<QComboBox>(form, u"shop-language"_s).setCurrentIndex(1);
    in<QCheckBox>(form, u"shop-one-man"_s).toggle();
    type(in<QLineEdit>(form, u"notice-ready"_s), u"{number} pronto"_s);
    press(form, u"save-shop"_s);
    CHECK(seen(form, u"Saved"_s));
    wanted.name = u"Fonda Ines"_s;
    wanted.currency = Currency{u"MXN"_s, 2};
    wanted.promise = std::chrono::minutes(35);
    wanted.amberAfter = wanted.redAfter = std::chrono::minutes(12);
    wanted.timezone = u"America/Mexico_City"_s;
    wanted.language = u"pt"_s;
    wanted.oneManMode = !wanted.oneManMode;
    wanted.notices.insert(OrderState::Ready, u"{number} pronto"_s);
    const Shop kept = office.shop();
    CHECK(kept.toJson() == wanted.toJson());
    CHECK(kept.dayEnds == std::chrono::minutes(90)); // the form shows hours only
    CHECK(office.hub->desk().shop() == kept);
}

TEST_CASE("the look is told at once, with each change", "[ui][settings]") {
    Theme theme;
    Preferences wanted{u"pt"_s, Preferences::Look::Dark, 115, false};
    LookForm form(theme, wanted);
    form.show();
    std::vector<Preferences> told;
    QObject::connect(&form, &LookForm::changed, &form,
                     [&](const Preferences& now) { told.push_back(now); });
    const auto isTold = [&] { return !told.empty() && told.back() == wanted; };
    in<QComboBox>(form, u"language"_s).setCurrentIndex(1);
    wanted.language = u"es"_s;
    CHECK(isTold());
    in<QComboBox>(form, u"look"_s).setCurrentIndex(0);
    wanted.look = Preferences::Look::Light;
    CHECK(isTold());
    QTest::mouseClick(&in<QCheckBox>(form, u"still"_s), Qt::LeftButton);
    wanted.reducedMotion = true;
    CHECK(isTold());
    CHECK(told.size() == 3);
    auto& scale = in<QSpinBox>(form, u"scale"_s);
    for (auto* button : scale.findChildren<ui::Button*>()) {
        if (button->accessibleName() == u"More"_s) {
            button->click();
        }
    }
    wanted.scale = 120;
    CHECK(isTold());
}

TEST_CASE("quick replies are kept, and stand in the form that is opened next", "[ui][settings]") {
    test::Office office;
    office.open();
    auto& form = office.choose<RepliesForm>(u"Quick replies"_s);
    REQUIRE(test::waitUntil([&] { return !in<QLineEdit>(form, u"reply-1"_s).text().isEmpty(); }));
    const QStringList usual = office.replies();
    REQUIRE(usual.size() == 4);
    type(in<QLineEdit>(form, u"reply-1"_s), u"Ya va saliendo"_s);
    type(in<QLineEdit>(form, u"reply-3"_s), {});
    press(form, u"save-replies"_s);
    CHECK(seen(form, u"Saved"_s));
    const QStringList wanted{u"Ya va saliendo"_s, usual[1], usual[3]};
    CHECK(office.replies() == wanted);
    office.choose<ShopForm>(u"Shop"_s);
    auto& next = office.choose<RepliesForm>(u"Quick replies"_s);
    CHECK(test::waitUntil([&] { return in<QLineEdit>(next, u"reply-3"_s).text() == wanted[2]; }));
    CHECK(in<QLineEdit>(next, u"reply-1"_s).text() == wanted[0]);
}

TEST_CASE("the mailbox's form shows the shop's key and takes only an address", "[ui][settings]") {
    test::Office office;
    office.open();
    auto& form = office.choose<MailboxForm>(u"Mailbox"_s);
    auto& url = in<QLineEdit>(form, u"mailbox-url"_s);
    auto& token = in<QLineEdit>(form, u"mailbox-token"_s);
    REQUIRE(
        test::waitUntil([&] { return !in<QLineEdit>(form, u"mailbox-key"_s).text().isEmpty(); }));
    CHECK(in<QLineEdit>(form, u"mailbox-key"_s).text().toLatin1()
          == office.mailbox().publicKey.toBase64());
    CHECK(url.text().isEmpty());
    CHECK(token.placeholderText().isEmpty());
    type(token, u"k1"_s);
    for (const QString& bad : {u"buzon example com"_s, u"ftp://buzon.example.com"_s, u"https://"_s,
                               u"https://ana:k1@buzon.example.com"_s, u"http://[::1"_s}) {
        INFO(bad.toStdString());
        type(url, bad);
        press(form, u"save-mailbox"_s);
        CHECK(seen(form, u"Not saved"_s));
        CHECK(says(form, u"It looks like https://"_s));
        CHECK(token.text() == u"k1"_s);
    }
    CHECK(office.mailbox().url.isEmpty());
    CHECK_FALSE(office.mailbox().hasToken);
    type(url, QString::fromLatin1(test::kNowhere));
    press(form, u"save-mailbox"_s);
    CHECK(seen(form, u"Saved"_s));
    CHECK(office.mailbox().url == QUrl(QString::fromLatin1(test::kNowhere)));
    CHECK(office.mailbox().hasToken);
    CHECK(token.text().isEmpty());
    CHECK(test::waitUntil([&] { return !token.placeholderText().isEmpty(); }));
    type(url, {});
    press(form, u"save-mailbox"_s);
    CHECK(test::waitUntil([&] { return office.mailbox().url.isEmpty(); }));
}

TEST_CASE("no word of the settings is cut, and all that can be used has a name",
          "[ui][settings][sizes]") {
    for (const bool practice : {false, true}) {
        test::Office office(practice);
        office.theme.dress(*qApp);
        office.addTelegram();
        office.addChannel(Platform::WhatsApp, u"WhatsApp"_s, QString::fromLatin1(test::kNowhere),
                          {{u"access_token"_s, Secret("a")}, {u"verify_token"_s, Secret("b")}});
        for (const QString& language : {u"en"_s, u"es"_s, u"pt"_s}) {
            QTranslator words;
            REQUIRE(words.load(u":/i18n/comanda_%1.qm"_s.arg(language)));
            QApplication::installTranslator(&words);
            for (const QSize size : {QSize(1024, 768), QSize(1366, 768)}) {
                INFO(language.toStdString() << ' ' << size.width());
                QListWidget& list = office.open(size).list();
                for (int row = 0; row < list.count(); ++row) {
                    list.setCurrentRow(row);
                    settle();
                    INFO(list.item(row)->text().toStdString());
                    checkWords(*office.page);
                    checkNames(*office.page);
                    test::keepPicture(*office.window, u"settings-%1-%2-%3-%4"_s.arg(language)
                                                          .arg(size.width())
                                                          .arg(row)
                                                          .arg(practice));
                }
                CHECK(list.sizeHintForColumn(0) <= list.viewport()->width());
            }
            office.window.reset();
            QApplication::removeTranslator(&words);
        }
    }
    qApp->setStyleSheet({});
}
