// Signal's linking in the window, driven as a person does: a real hub, and the simulated daemon
// over its socket.
#include "app/practice/signal_sim.h"
#include "tests/ui/office.h"
#include "ui/settings/channel_form.h"
#include "ui/settings/link_wizard.h"
#include "ui/widgets/qr_code.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;
using practice::SignalDaemon;
using test::in;
using test::press;
using test::type;

namespace {

const QString kPhone = u"+573004445566"_s;
QStringList logged;

QImage picture(QWidget& widget) {
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

class Desk {
public:
    explicit Desk(const practice::SignalOptions& options = {}) : sim(options) {
        office.open();
        form = &office.choose<ChannelForm>(u"Connect Signal"_s);
        auto& way = in<QComboBox>(*form, u"field-transport"_s);
        way.setCurrentIndex(way.findData(u"socket"_s));
        type(in<QLineEdit>(*form, u"field-address"_s), sim.socketPath());
    }
    [[nodiscard]] bool says(const QString& words) {
        INFO(words.toStdString());
        return test::waitUntil([&] {
            const auto labels = form->findChildren<PlainLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const PlainLabel* label) {
                return label->isVisible() && label->shownText().contains(words);
            });
        });
    }
    QrCode* code() {
        QrCode* found = nullptr;
        REQUIRE(test::waitUntil([&] {
            for (auto* one : form->findChildren<QrCode*>()) {
                found = one->isVisible() && !one->isEmpty() ? one : found;
            }
            return found != nullptr && sim.daemon().isLinking();
        }));
        return found;
    }

    practice::SignalSimulator sim;
    test::Office office;
    ChannelForm* form = nullptr;
};

} // namespace

TEST_CASE("linking: the code is shown, the phone scans it, and its number is in the form",
          "[ui][linking]") {
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& line) { logged << line; });
    logged.clear();
    Desk desk;
    press(*desk.form, u"link-start"_s);
    QrCode* code = desk.code();
    CHECK(desk.says(u"Linked devices"_s));
    CHECK(desk.says(u"The code is good for"_s));
    CHECK(code->accessibleName() == u"Code to scan with the shop's phone"_s);
    QrCode same(desk.office.theme);
    same.show(desk.sim.daemon().linkCode(), {});
    same.resize(code->size());
    CHECK(picture(*code) == picture(same));
    test::keepPicture(*desk.office.window, u"linking-code"_s);
    const QString shown = desk.sim.daemon().linkCode();
    desk.sim.scan(kPhone);
    REQUIRE(desk.says(u"Linked with %1"_s.arg(kPhone)));
    CHECK(in<QLineEdit>(*desk.form, u"field-number"_s).text() == kPhone);
    CHECK(desk.says(u"Signal answers"_s)); // it was tried at once
    test::keepPicture(*desk.office.window, u"linking-done"_s);
    press(*desk.form, u"save"_s);
    REQUIRE(test::waitUntil([&] { return desk.office.channels().size() == 1; }));
    CHECK(desk.office.channels().front().account == kPhone);
    qInstallMessageHandler(before);
    for (const QString& line : std::as_const(logged)) {
        CHECK_FALSE(line.contains(shown));
    }
}

TEST_CASE("linking: what came of it is said, and a new code may be had", "[ui][linking]") {
    Desk desk;
    press(*desk.form, u"link-start"_s);
    CHECK(desk.code());
    desk.sim.refuseLink({-1, u"Link request timed out, please try again."_s, {}});
    CHECK(desk.says(u"The phone did not scan the code in time."_s));
    press(*desk.form, u"link-start"_s);
    CHECK(desk.code());
    press(*desk.form, u"link-stop"_s);
    CHECK(test::waitUntil([&] { return desk.sim.clients() == 0; }));

    desk.sim.daemon().refusesLink =
        SignalDaemon::Failure{-5,
                              u"Rate limit exceeded"_s,
                              {{u"response"_s, QJsonObject{{u"retryAfterSeconds"_s, 3600}}}}};
    press(*desk.form, u"link-start"_s);
    CHECK(desk.says(u"Signal was asked too often"_s));
    CHECK(desk.says(u"Not before "_s));
    desk.sim.daemon().refusesLink.reset();

    desk.sim.die();
    press(*desk.form, u"link-start"_s);
    CHECK(desk.says(u"The signal-cli program does not run"_s));
    desk.sim.live();
    press(*desk.form, u"link-start"_s);
    CHECK(desk.code());
}

TEST_CASE("linking: a riddle has its page and its field", "[ui][linking]") {
    Desk desk;
    desk.sim.daemon().riddle = u"challenge-1"_s;
    desk.sim.daemon().solution = u"signalcaptcha://right"_s;
    press(*desk.form, u"link-start"_s);
    REQUIRE(desk.says(u"Signal wants to see a person"_s));
    const auto lines = desk.form->findChildren<QLineEdit*>();
    CHECK(std::any_of(lines.begin(), lines.end(), [](const QLineEdit* line) {
        return line->isVisible()
               && line->text() == u"https://signalcaptchas.org/challenge/generate.html"_s;
    }));
    type(in<QLineEdit>(*desk.form, u"link-riddle"_s), u"signalcaptcha://wrong"_s);
    test::keepPicture(*desk.office.window, u"linking-riddle"_s);
    press(*desk.form, u"link-answer"_s);
    REQUIRE(desk.says(u"Signal did not take the solved riddle."_s));
    QLineEdit* fresh = nullptr;
    for (auto* line : desk.form->findChildren<QLineEdit*>(u"link-riddle"_s)) {
        fresh = line->isVisible() ? line : fresh;
    }
    REQUIRE(fresh);
    type(*fresh, u"signalcaptcha://right"_s);
    QTest::keyClick(fresh, Qt::Key_Return);
    CHECK(desk.code());
}

TEST_CASE("linking: a signal-cli of one number says that it links no other", "[ui][linking]") {
    practice::SignalOptions options;
    options.multi = false;
    Desk desk(options);
    press(*desk.form, u"link-start"_s);
    CHECK(desk.says(u"This signal-cli serves one number only"_s));
}
