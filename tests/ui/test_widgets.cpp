// The small widgets: what they ask, offer and show; customers' text stays plain.
#include "core/base/text.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"
#include "tests/ui/samples.h"
#include "ui/inbox/bubble.h"
#include "ui/inbox/thumbnails.h"
#include "ui/sound/alarm.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/plain_label.h"
#include "ui/widgets/practice_frame.h"
#include "ui/widgets/prompt_bar.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

class HeardSounds final : public Sounds {
public:
    void play(Alert alert) override { heard.push_back(alert); }
    [[nodiscard]] bool canPlay() override { return true; }
    std::vector<Alert> heard;
};

} // namespace

TEST_CASE("a question is answered once, by key, by press or by nothing", "[ui][widgets]") {
    Theme theme;
    PromptBar prompt(theme);
    QObject context;
    std::vector<int> answers;
    const auto ask = [&] {
        prompt.ask(u"Reject 214?"_s, {{u"Sold out"_s}, {u"Keep"_s}}, &context,
                   [&](int a) { answers.push_back(a); });
    };
    ask();
    CHECK(prompt.isAsking());
    QTest::keyClick(&prompt, Qt::Key_2);
    CHECK(answers == std::vector<int>{1});
    prompt.answer(0); // nothing is asked any more
    CHECK(answers.size() == 1);
    ask();
    QTest::keyClick(&prompt, Qt::Key_Escape);
    ask();
    ask(); // the first one is given up
    prompt.answer(0);
    CHECK(answers == std::vector<int>{1, PromptBar::kNothing, PromptBar::kNothing, 0});
    auto gone = std::make_unique<QObject>();
    prompt.ask(u"?"_s, {{u"Yes"_s}}, gone.get(), [&](int a) { answers.push_back(a); });
    gone.reset();
    prompt.answer(0);
    CHECK(answers.size() == 4);
}

TEST_CASE("a number goes up and down by its buttons, not by scrolling", "[ui][widgets]") {
    Theme theme;
    NumberField field(theme);
    field.setRange(0, 5);
    field.setValue(4);
    const QSignalSpy edited(&field, &QSpinBox::editingFinished);
    const auto press = [&](const QString& name) {
        for (auto* button : field.findChildren<ui::Button*>()) {
            if (button->accessibleName() == name) {
                button->click();
            }
        }
        return field.value();
    };
    CHECK(press(u"More"_s) == 5);
    CHECK(press(u"More"_s) == 5);
    CHECK(press(u"Less"_s) == 4);
    CHECK(edited.size() == 2); // at its end it stays as it is
    QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&field, &wheel);
    CHECK(field.value() == 4);
    CHECK_FALSE(wheel.isAccepted()); // the page may have it
}

TEST_CASE("an undo is offered for ten seconds and acts once", "[ui][widgets]") {
    Theme theme;
    ManualClock clock(test::evening());
    QWidget page;
    page.resize(800, 600);
    page.show();
    Toast toast(theme, clock, &page);
    int undone = 0;
    toast.offer(u"214 accepted"_s, u"Undo"_s, kUndoFor, [&] { ++undone; });
    CHECK(toast.isVisible());
    clock.advance(Millis(9'000));
    toast.act();
    toast.act();
    CHECK(undone == 1);
    toast.offer(u"215 accepted"_s, u"Undo"_s, kUndoFor, [&] { ++undone; });
    clock.advance(kUndoFor);
    CHECK(test::waitUntil([&] { return !toast.isVisible(); }));
    toast.act();
    CHECK(undone == 1);
}

TEST_CASE("the alarm rings at once, every ten seconds, and a mute ends by itself", "[ui][sound]") {
    HeardSounds sounds;
    ManualClock clock(test::evening());
    Alarm alarm(sounds, clock);
    alarm.check();
    CHECK(sounds.heard.empty());
    alarm.setWaiting(1);
    CHECK(sounds.heard.size() == 1);
    clock.advance(Millis(9'999));
    alarm.check();
    CHECK(sounds.heard.size() == 1);
    clock.advance(Millis(1));
    alarm.check();
    CHECK(sounds.heard.size() == 2);
    alarm.setWaiting(2);
    CHECK(sounds.heard.size() == 3);
    const QSignalSpy changed(&alarm, &Alarm::muteChanged);
    alarm.mute();
    clock.advance(kRingEvery);
    alarm.check();
    CHECK(sounds.heard.size() == 3);
    clock.advance(kMuteFor - kRingEvery);
    alarm.check();
    CHECK_FALSE(alarm.isMuted());
    CHECK(changed.size() == 2);
    CHECK(sounds.heard.size() == 4);
    alarm.setWaiting(0);
    clock.advance(kRingEvery);
    alarm.check();
    CHECK(sounds.heard.size() == 4);
}

TEST_CASE("customers' text stays plain and short enough to lay out", "[ui][hostile]") {
    Theme theme;
    const WallTime wall(test::sampleShop());
    QString nested;
    for (int i = 0; i < 18; ++i) {
        nested += u"<table><tr><td>"_s;
    }
    const std::vector<QString> texts{nested,
                                     u"<img src=file:///etc/passwd>"_s,
                                     QString(1'000'000, u'w'),
                                     u"a"_s + QString(4'000, QChar(0x0301)),
                                     u"\u202Eevil\u202C\u0000x"_s,
                                     QString(20'000, u'\n'),
                                     QString()};
    for (const QString& text : texts) {
        PlainLabel label(theme, TextRole::Body, Weight::Normal, Tone::Text1);
        label.show(text);
        CHECK(label.textFormat() == Qt::PlainText);
        CHECK(label.text().size() <= 501);
        Message message;
        message.text = text;
        message.author = text;
        message.quotedText = text;
        message.attachments.resize(1);
        message.attachments[0].attachment.name = text;
        for (const bool everything : {false, true}) {
            const BubbleContext context{theme,           wall, Platform::WhatsApp,
                                        test::evening(), true, everything};
            const Bubble bubble(message, context, 700);
            CHECK(bubble.text().size() <= kShownTextMax + 1);
            CHECK_FALSE(bubble.text().contains(QChar(0x202E)));
            CHECK(bubble.body().width() <= 700);
        }
    }
}

TEST_CASE("only honest pictures within the limits are decoded", "[ui][hostile]") {
    QTemporaryDir dir;
    const auto file = [&](const QString& name, const QByteArray& bytes) {
        QFile out(dir.filePath(name));
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
        return dir.filePath(name);
    };
    QImage picture(1000, 500, QImage::Format_RGB32);
    picture.fill(Qt::red);
    REQUIRE(picture.save(dir.filePath(u"a.png"_s)));
    const QImage small = decodeThumbnail(dir.filePath(u"a.png"_s), QSize(320, 240));
    CHECK(small.size() == QSize(320, 160));
    QFile png(dir.filePath(u"a.png"_s));
    REQUIRE(png.open(QIODevice::ReadOnly));
    QByteArray bytes = png.readAll();
    CHECK(decodeThumbnail(file(u"named.txt"_s, bytes), QSize(320, 240)).size()
          == QSize(320, 160));    // by its bytes
    bytes[16] = bytes[20] = 0x7f; // a width and height of two thousand million
    CHECK(decodeThumbnail(file(u"bomb.png"_s, bytes), QSize(320, 240)).isNull());
    CHECK(
        decodeThumbnail(
            file(
                u"svg.png"_s,
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"),
            QSize(320, 240))
            .isNull());
    CHECK(decodeThumbnail(file(u"cut.png"_s, bytes.first(40)), QSize(320, 240)).isNull());
    CHECK(decodeThumbnail(dir.filePath(u"none.png"_s), QSize(320, 240)).isNull());
    REQUIRE(picture.scaled(64, 32).save(dir.filePath(u"sticker.webp"_s)));
    CHECK(decodeThumbnail(dir.filePath(u"sticker.webp"_s), QSize(320, 240)).size()
          == QSize(64, 32));
}

TEST_CASE("the practice frame leads out and only exists in practice", "[ui][widgets]") {
    Theme theme;
    PracticeFrame frame(theme, new QWidget, true);
    frame.resize(900, 600);
    const QSignalSpy left(&frame, &PracticeFrame::leaveAsked);
    auto* button = frame.findChild<QAbstractButton*>(u"leavePractice"_s);
    REQUIRE(button);
    button->click();
    CHECK(left.size() == 1);
    PracticeFrame plain(theme, new QWidget, false);
    CHECK(plain.findChild<QAbstractButton*>(u"leavePractice"_s) == nullptr);
}
