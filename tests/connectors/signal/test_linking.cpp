// Linking with the owner's phone, against the simulated daemon over real sockets.
#include "app/practice/signal_sim.h"
#include "core/connectors/signal/linker.h"
#include "tests/connectors/signal/harness.h"

using namespace comanda;
using namespace comanda::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using practice::SignalDaemon;
using practice::SignalSimulator;

namespace {

struct Phone {
    explicit Phone(const practice::SignalOptions& options = {}) : sim(options) {}

    signal::Linker& link(signal::Transport transport, const QString& address,
                         Millis lasts = Millis(60'000)) {
        linker = std::make_unique<signal::Linker>(
            signal::Place{transport, address, u"+570000000"_s}, fastTiming(), lasts);
        QObject::connect(linker.get(), &connect::Linking::offered, linker.get(),
                         [this](const QString& offer, Millis) { code = offer; });
        QObject::connect(linker.get(), &connect::Linking::linked, linker.get(),
                         [this](const QString& number) { linked = number; });
        QObject::connect(linker.get(), &connect::Linking::failed, linker.get(),
                         [this](const Error& error) { failed = error; });
        QObject::connect(
            linker.get(), &connect::Linking::riddleAsked, linker.get(),
            [this](const QString& page, const Error& why) { riddles << page + u' ' + why.id; });
        linker->start();
        return *linker;
    }
    signal::Linker& link() { return link(signal::Transport::Socket, sim.socketPath()); }
    bool isOffered() {
        return waitUntil([&] { return !code.isEmpty() && sim.daemon().isLinking(); });
    }
    QString fails() {
        REQUIRE(waitUntil([&] { return failed.has_value(); }));
        return failed->id;
    }

    SignalSimulator sim;
    std::unique_ptr<signal::Linker> linker;
    QString code;
    std::optional<QString> linked;
    std::optional<Error> failed;
    QStringList riddles;
};

} // namespace

TEST_CASE("The code is the daemon's, and the phone that scans it tells its number") {
    Phone phone;
    SECTION("over a socket") {
        phone.link();
    }
    SECTION("over TCP") {
        phone.link(signal::Transport::Tcp, phone.sim.tcpAddress());
    }
    SECTION("over HTTP") {
        phone.link(signal::Transport::Http, phone.sim.httpUrl().toString());
    }
    REQUIRE(phone.isOffered());
    CHECK(phone.code == phone.sim.daemon().linkCode());
    CHECK(phone.code.startsWith(u"sgnl://linkdevice?uuid="_s));
    phone.sim.scan(u"+573004445566"_s);
    REQUIRE(waitUntil([&] { return phone.linked.has_value(); }));
    CHECK(phone.linked == u"+573004445566"_s);
    CHECK(phone.sim.daemon().accounts.contains(u"+573004445566"_s));
    // What comes for the new account now is nobody's to lose here.
    CHECK(waitUntil([&] { return phone.sim.clients() == 0; }));
}

TEST_CASE("Nobody scans: the daemon gives up, or we do, and a new code may be had") {
    Phone phone;
    SECTION("the daemon says so") {
        phone.link();
        REQUIRE(phone.isOffered());
        phone.sim.refuseLink({-1, u"Link request timed out, please try again."_s, {}});
    }
    SECTION("it says nothing") {
        phone.link(signal::Transport::Socket, phone.sim.socketPath(), Millis(20));
    }
    CHECK(phone.fails() == u"signal.link_expired");
    const QString first = std::exchange(phone.code, {});
    phone.failed.reset();
    phone.link().start(); // twice: the later counts
    REQUIRE(phone.isOffered());
    CHECK(phone.code != first);
    phone.sim.scan(u"+573004445566"_s);
    CHECK(waitUntil([&] { return phone.linked.has_value(); }));
}

TEST_CASE("What stands in the way of a link has its own reason") {
    SECTION("no daemon") {
        Phone phone;
        phone.sim.die();
        phone.link();
        CHECK(phone.fails() == u"signal.daemon_gone");
    }
    SECTION("it goes away while the phone is waited for") {
        Phone phone;
        phone.link();
        REQUIRE(phone.isOffered());
        phone.sim.die();
        CHECK(phone.fails() == u"signal.daemon_gone");
    }
    SECTION("a daemon of one account") {
        practice::SignalOptions options;
        options.multi = false;
        Phone phone(options);
        phone.link();
        CHECK(phone.fails() == u"signal.cannot_link");
    }
    SECTION("the number is there already") {
        Phone phone;
        phone.link();
        REQUIRE(phone.isOffered());
        phone.sim.refuseLink({-1, u"The user +573001112233 already exists"_s, {}});
        CHECK(phone.fails() == u"signal.link_exists");
    }
    SECTION("Signal is out of reach") {
        Phone phone;
        phone.sim.daemon().refusesLink =
            SignalDaemon::Failure{-3, u"Link request error: connect timeout"_s, {}};
        phone.link();
        CHECK(phone.fails() == u"signal.link_no_network");
    }
    SECTION("asked too often") {
        Phone phone;
        phone.sim.daemon().refusesLink =
            SignalDaemon::Failure{-5,
                                  u"Rate limit exceeded"_s,
                                  {{u"response"_s, QJsonObject{{u"retryAfterSeconds"_s, 3600}}}}};
        phone.link();
        CHECK(phone.fails() == u"signal.link_limited");
        CHECK(phone.failed->retryAfter == Millis(3'600'000));
    }
    SECTION("an error that nobody knows") {
        Phone phone;
        phone.sim.daemon().refusesLink = SignalDaemon::Failure{-32603, u"Oh no"_s, {}};
        phone.link();
        CHECK(phone.fails() == u"signal.link_failed");
        CHECK(phone.failed->detail == u"Oh no");
    }
}

TEST_CASE("A riddle is asked, asked again after a wrong answer, and then there is a code") {
    Phone phone;
    phone.sim.daemon().riddle = u"challenge-1"_s;
    phone.sim.daemon().solution = u"signalcaptcha://right"_s;
    signal::Linker& linker = phone.link();
    REQUIRE(waitUntil([&] { return phone.riddles.size() == 1; }));
    const QString page = u"https://signalcaptchas.org/challenge/generate.html "_s;
    CHECK(phone.riddles.back() == page + u"signal.link_captcha"_s);
    linker.answerRiddle(u"signalcaptcha://wrong"_s);
    REQUIRE(waitUntil([&] { return phone.riddles.size() == 2; }));
    CHECK(phone.riddles.back() == page + u"signal.captcha_refused"_s);
    linker.answerRiddle(u"  signalcaptcha://right\n"_s);
    CHECK(phone.isOffered());
    CHECK_FALSE(phone.failed);
}
