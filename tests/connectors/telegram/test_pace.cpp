// How fast messages may leave.
#include "core/connectors/telegram/pace.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::telegram;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// Sends as fast as it may for so long; how many left.
int sentWithin(Pace& pace, const QString& chat, Millis span, Monotonic from) {
    int sent = 0;
    for (Monotonic now = from; now < from + span;) {
        const Millis wait = pace.take(chat, now);
        sent += wait == Millis(0) ? 1 : 0;
        now += wait;
    }
    return sent;
}

} // namespace

TEST_CASE("A chat takes a short burst, then about a message a second") {
    Pace pace;
    const Monotonic start(1h);
    for (int i = 0; i < 3; ++i) {
        CHECK(pace.take(u"5"_s, start) == 0ms);
    }
    const Millis wait = pace.take(u"5"_s, start);
    CHECK(wait > 1s);
    CHECK(wait < 1500ms);
    CHECK(pace.take(u"6"_s, start) == 0ms); // another chat goes on
    CHECK(pace.take(u"5"_s, start + wait - 1ms) == 1ms);
    CHECK(pace.take(u"5"_s, start + wait) == 0ms);
    CHECK(pace.take(u"5"_s, start + wait) > 1s);
    const int inAMinute = sentWithin(pace, u"5"_s, 60s, start + 1h);
    CHECK(inAMinute <= 60);
    CHECK(inAMinute > 50);
}

TEST_CASE("A group takes twenty messages a minute in the long run") {
    Pace pace;
    const Monotonic start(1h);
    CHECK(sentWithin(pace, u"-100123"_s, 60s, start) <= 40);
    const int later = sentWithin(pace, u"-100123"_s, 60s, start + 60s);
    CHECK(later <= 20);
    CHECK(later >= 19);
}

TEST_CASE("All chats together stay below thirty messages a second") {
    Pace pace;
    const Monotonic start(1h);
    int sent = 0;
    Monotonic now = start;
    for (int i = 0; i < 5'000; ++i) { // each to a chat of its own
        const QString chat = QString::number(1'000 + i);
        for (Millis wait = pace.take(chat, now); wait > 0ms; wait = pace.take(chat, now)) {
            now += wait;
        }
        ++sent;
    }
    const auto seconds = std::chrono::duration<double>(now - start).count();
    CHECK(sent / seconds < 30);
    CHECK(sent / seconds > 20);
}
