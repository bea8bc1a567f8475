#include "core/domain/key_end.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
const Time kNow = fromMillis(1'800'000'000'000);
}

TEST_CASE("The end of a key is kept among the facts and read again") {
    for (const KeyEnd& end :
         {KeyEnd{}, KeyEnd{KeyLife::Lasting, {}, u"ab12"_s}, KeyEnd{KeyLife::Renewed, {}, {}},
          KeyEnd{KeyLife::Renewed, kNow, u"ab12"_s}, KeyEnd{KeyLife::Ending, kNow, {}}}) {
        QJsonObject facts{{u"name"_s, u"La Esquina"_s}};
        putKeyEnd(facts, end);
        CHECK(keyEndIn(facts) == end);
        ChannelConfig channel;
        channel.settings.insert(u"facts"_s, facts);
        CHECK(keyEndOf(channel) == end);
    }
    CHECK(keyEndIn({{u"token_ends"_s, toIsoUtc(kNow)}}).life == KeyLife::Ending); // as it was kept
    CHECK(keyEndIn({{u"token_ends"_s, 7}, {u"key_life"_s, u"?"_s}}) == KeyEnd());
}

TEST_CASE("A key that ends is warned of 14, 7 and 2 days before") {
    struct Row {
        Millis left;
        QString id;
        int days;
    };
    const Row row = GENERATE(
        Row{14 * 24h + 1ms, {}, 14}, Row{14 * 24h, u"meta.key_ends_14"_s, 14},
        Row{7 * 24h + 1ms, u"meta.key_ends_14"_s, 7}, Row{7 * 24h, u"meta.key_ends_7"_s, 7},
        Row{2 * 24h, u"meta.key_ends_2"_s, 2}, Row{1ms, u"meta.key_ends_2"_s, 0},
        Row{0ms, u"meta.key_ended"_s, 0}, Row{-1ms, u"meta.key_ended"_s, -1});
    CHECK(keyWarning({KeyLife::Ending, kNow + row.left, {}}, kNow) == row.id);
    CHECK(daysLeft(kNow + row.left, kNow) == row.days);
    CHECK(keyWarning({KeyLife::Lasting, {}, {}}, kNow).isEmpty());
}
