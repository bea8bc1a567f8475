// The small pure rules: reply windows, message ranks, the outbox's decisions, shop days.
#include "core/domain/message.h"
#include "core/domain/outgoing.h"
#include "core/domain/shop.h"
#include "core/domain/window.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace comanda;
using namespace Qt::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {
const Time kNow = fromMillis(1'790'000'000'000);
}

TEST_CASE("Reply windows", "[domain][window]") {
    const WindowRule day{Millis(hours(24)), true};
    const WindowRule people{Millis(hours(24)), true, Millis(hours(168))};
    const WindowRule none{std::nullopt, true};
    const WindowRule free{std::nullopt, false};
    struct Case {
        const char* what;
        WindowRule rule;
        std::optional<Time> last, says;
        bool blocked;
        ReplyWindow expected;
    };
    const std::vector<Case> cases{
        {"fresh",
         day,
         kNow - minutes(1),
         {},
         false,
         {WindowState::OpenUntil, kNow + minutes(1439)}},
        {"ten minutes left",
         day,
         kNow - minutes(1430),
         {},
         false,
         {WindowState::OpenUntil, kNow + minutes(10)}},
        {"just over", day, kNow - hours(24), {}, false, {WindowState::Closed, kNow}},
        {"an ad opened 72 h",
         day,
         kNow - hours(25),
         kNow + hours(47),
         false,
         {WindowState::OpenUntil, kNow + hours(47)}},
        {"a forged clock opens no longer",
         day,
         kNow + hours(5),
         {},
         false,
         {WindowState::OpenUntil, kNow + hours(24)}},
        {"never wrote", day, {}, {}, false, {WindowState::NeverStarted, {}}},
        {"no window once started", none, kNow - hours(2000), {}, false, {WindowState::Open, {}}},
        {"a person may go on",
         people,
         kNow - hours(30),
         {},
         false,
         {WindowState::PeopleOnly, kNow + hours(138)}},
        {"nobody any more",
         people,
         kNow - hours(169),
         {},
         false,
         {WindowState::Closed, kNow - hours(145)}},
        {"the platform set a window where it has no rule",
         none,
         kNow - hours(1),
         kNow + hours(23),
         false,
         {WindowState::OpenUntil, kNow + hours(23)}},
        {"and it is over",
         none,
         kNow - hours(25),
         kNow - hours(1),
         false,
         {WindowState::Closed, kNow - hours(1)}},
        {"must write first", none, {}, {}, false, {WindowState::NeverStarted, {}}},
        {"may be written to", free, {}, {}, false, {WindowState::Open, {}}},
        {"blocked", free, kNow, {}, true, {WindowState::Blocked, {}}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        CHECK(replyWindow(c.rule, c.last, c.says, c.blocked, kNow) == c.expected);
    }
}

TEST_CASE("A message's state never falls", "[domain][message]") {
    using S = MessageState;
    using D = DeliveryStatus;
    CHECK(advance(S::Sending, D::Sent) == S::Sent);
    CHECK(advance(S::Unsure, D::Delivered) == S::Delivered);
    CHECK(advance(S::Sent, D::Read) == S::Read); // delivered may be skipped
    CHECK(advance(S::Read, D::Delivered) == S::Read);
    CHECK(advance(S::Delivered, D::Sent) == S::Delivered);
    CHECK(advance(S::Delivered, D::Failed) == S::Failed);
    CHECK(advance(S::Failed, D::Read) == S::Failed);
}

TEST_CASE("What the outbox does after each outcome", "[domain][outbox]") {
    namespace o = outcome;
    namespace n = next;
    const auto first = decide(o::RetryAfter{Millis(0), u"dns"_s, false}, 1, kNow, {}, 0.0);
    CHECK(first == NextStep(n::TryAgain{kNow + seconds(1), u"dns"_s, false}));
    CHECK(decide(o::RetryAfter{Millis(0), {}, false}, 3, kNow, {}, 1.0)
          == NextStep(n::TryAgain{kNow + seconds(8), {}, false}));
    CHECK(decide(o::RetryAfter{Millis(0), {}, false}, 1000, kNow, {}, 0.999)
          == NextStep(n::TryAgain{kNow + Millis(299'850), {}, false}));
    CHECK(decide(o::RetryAfter{seconds(17), {}, true}, 1, kNow, {}, 0.5)
          == NextStep(n::TryAgain{kNow + seconds(17), {}, true, true}));
    CHECK(decide(o::RetryAfter{hours(8760), {}, true}, 1, kNow, {}, 0.5) // absurd
          == NextStep(n::TryAgain{kNow + hours(1), {}, true, true}));
    CHECK(decide(o::RetryAfter{seconds(1), {}, false}, 3, kNow, {}, 1.0) // the longer of the two
          == NextStep(n::TryAgain{kNow + seconds(8), {}, false, true}));
    CHECK(decide(o::RetryAfter{Millis(-5), {}, false}, 1, kNow, {}, 0.0)
          == NextStep(n::TryAgain{kNow + seconds(1), {}, false}));
    CHECK(decide(o::RetryAfter{minutes(20), u"busy"_s, false}, 1, kNow, kNow + minutes(10), 0.0)
          == NextStep(n::GiveUp{u"outbox.expired"_s, u"busy"_s}));
    CHECK(decide(o::Accepted{u"wamid.1"_s}, 9, kNow, kNow - hours(1), 0.0)
          == NextStep(n::Sent{u"wamid.1"_s}));
    CHECK(decide(o::Unsure{u"timeout"_s}, 1, kNow, {}, 0.0) == NextStep(n::AskStaff{u"timeout"_s}));
    CHECK(decide(o::NeedsSignIn{u"190"_s}, 1, kNow, {}, 0.0)
          == NextStep(n::WaitForSignIn{u"190"_s}));
    CHECK(decide(o::Rejected{u"why"_s, u"detail"_s}, 1, kNow, {}, 0.0)
          == NextStep(n::GiveUp{u"why"_s, u"detail"_s}));
    CHECK(decide(o::WindowClosed{u"24h"_s}, 1, kNow, {}, 0.0)
          == NextStep(n::GiveUp{u"outbox.window_closed"_s, u"24h"_s}));
}

TEST_CASE("The business day ends when the shop says", "[domain][shop]") {
    Shop shop;
    shop.timezone = u"America/Bogota"_s; // UTC-5
    shop.dayEnds = hours(4);
    const auto day = [&](const char* iso) {
        return shop.businessDay(fromIso(QString::fromLatin1(iso)).value()).toString(Qt::ISODate);
    };
    CHECK(day("2026-03-14T20:00:00-05:00") == u"2026-03-14"_s);
    CHECK(day("2026-03-15T03:59:59-05:00") == u"2026-03-14"_s);
    CHECK(day("2026-03-15T04:00:00-05:00") == u"2026-03-15"_s);
    shop.timezone = u"America/Santiago"_s; // has daylight saving
    CHECK(day("2026-04-05T06:59:59Z") == u"2026-04-04"_s);
}

TEST_CASE("A shop survives the way to the store and back, and nonsense is refused",
          "[domain][shop]") {
    Shop shop;
    shop.name = u"Tacos Lupita"_s;
    shop.currency = Currency::of(u"COP").value();
    shop.shownDecimals = 0;
    shop.notices = {{OrderState::Ready, u"listo {number}"_s}};
    CHECK(Shop::fromJson(shop.toJson()).value() == shop);
    CHECK(Shop::fromJson({{u"timezone"_s, u"Mars/Olympus"_s}}).error().id == u"shop.timezone"_s);
    using Case = std::pair<QString, QJsonValue>;
    const auto wrong = GENERATE(Case{u"day_ends"_s, 1440}, Case{u"day_ends"_s, u"04:00"_s},
                                Case{u"day_ends"_s, 1.5}, Case{u"timezone"_s, 7},
                                Case{u"name"_s, QJsonArray{}}, Case{u"one_man_mode"_s, u"yes"_s},
                                Case{u"promise_minutes"_s, -1}, Case{u"notices"_s, u"none"_s});
    const auto refused = Shop::fromJson({wrong});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == u"shop.bad_value"_s);
    CHECK(refused.error().params.value(u"key"_s) == wrong.first);
    CHECK(Shop::fromJson({{u"currency"_s, u"QQQ"_s}}).error().id == u"money.unknown_currency"_s);
}

TEST_CASE("A shop anywhere can keep its own currency", "[domain][shop]") {
    const QString code = GENERATE(u"TRY"_s, u"JMD"_s, u"NGN"_s, u"VND"_s, u"BHD"_s);
    const auto shop = Shop::fromJson({{u"currency"_s, code}});
    REQUIRE(shop);
    CHECK(Shop::fromJson(shop->toJson()).value().currency.code == code);
}

TEST_CASE("What is laid over a shop changes only what it names", "[domain][shop]") {
    Shop shop;
    shop.name = u"Tacos Lupita"_s;
    shop.currency = Currency::of(u"MXN").value();
    shop.notices = {{OrderState::Ready, u"listo {number}"_s}, {OrderState::Accepted, u"va"_s}};
    Shop expected = shop;
    expected.timezone = u"America/Mexico_City"_s;
    expected.notices.remove(OrderState::Accepted);
    CHECK(Shop::fromJson({{u"timezone"_s, expected.timezone},
                          {u"notices"_s, QJsonObject{{u"accepted"_s, QString()}}}},
                         shop)
              .value()
          == expected);
    // A shop whose currency nobody has decided yet can be kept and read again.
    shop.currency = {};
    CHECK(Shop::fromJson(shop.toJson()).value() == shop);
}

TEST_CASE("A notice tells number, name and minutes, or nothing", "[domain][shop]") {
    Shop shop;
    shop.notices = {{OrderState::Accepted, u"{name}: {number}, {minutes} min"_s}};
    Order order;
    order.number = 214;
    order.state = OrderState::Accepted;
    order.details.customerName = u"Ana"_s;
    order.promisedAt = kNow + minutes(17) + seconds(1);
    CHECK(noticeText(shop, order, kNow) == u"Ana: 214, 18 min"_s);
    order.state = OrderState::Preparing;
    CHECK(noticeText(shop, order, kNow).isEmpty());
}
