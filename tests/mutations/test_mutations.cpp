// Every channel's reader before thousands of broken bodies: it ends, says something of each, and
// never says more than the body could hold. COMANDA_MUTATIONS: how many bodies a channel (500).
#include "core/connectors/registry.h"
#include "tests/mutations/mutate.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <map>

using namespace comanda;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAccount = u"1060000000001"_s;

struct Count {
    int bodies = 0;
    qint64 events = 0;
    int unread = 0; // bodies of which a part stays unread in the journal
    std::map<Mutation, int> broken;
};

int wanted() {
    const int given = qEnvironmentVariableIntValue("COMANDA_MUTATIONS");
    return given > 0 ? given : 500;
}

// A poll that brought nothing (or was broken into one): there is nothing to say of it.
bool isNothing(const QByteArray& body) {
    const auto answer = parseJson(QString::fromUtf8(body).toUtf8()); // without what is no UTF-8
    const QJsonValue updates = answer && answer->isObject() ? answer->toObject().value(u"result"_s)
                                                            : answer.value_or(QJsonValue());
    return updates.isArray() && updates.toArray().isEmpty();
}

// What the journal and the store rely on: nothing is dropped without a word, everything that is
// shown has a key and a place, and the answer is no larger than what was sent allows.
void checkAnswer(const Events& events, const QByteArray& body, Platform platform) {
    REQUIRE((!events.empty() || isNothing(body)));
    qsizetype told = 0;
    for (const Event& event : events) {
        REQUIRE((event.kind == EventKind::Ignored ? !event.reason.isEmpty()
                                                  : !event.eventKey.isEmpty()));
        const bool said = event.kind == EventKind::Message || event.kind == EventKind::Order
                          || event.kind == EventKind::Postback || event.kind == EventKind::Comment;
        REQUIRE((!said || !event.conversationKey.isEmpty()));
        const QByteArray line = toCompactJson(toJson(event, platform));
        REQUIRE_FALSE(line.contains('\n'));
        REQUIRE(QJsonDocument::fromJson(line).isObject());
        told += line.size();
    }
    REQUIRE(told <= 250 * body.size() + 10'000);
}

Count run(const connect::PlatformModule& module, const std::vector<Fixture>& fixtures) {
    Count count;
    const Platform platform = module.descriptor.platform;
    for (int number = 0; number < wanted(); ++number) {
        QRandomGenerator random(static_cast<quint32>(number));
        const Fixture& fixture = fixtures[static_cast<std::size_t>(number) % fixtures.size()];
        QByteArray body = fixture.body;
        for (int times = 1 + random.bounded(3); times > 0; --times) {
            const Mutation mutation =
                kMutations.at(static_cast<std::size_t>(random.bounded(int(kMutations.size()))));
            body = mutated(body, mutation, random);
            ++count.broken[mutation];
        }
        INFO(toWord(platform).toStdString()
             << ' ' << fixture.name.toStdString() << ", seed " << number);
        const Events events = module.read(body, kAccount);
        checkAnswer(events, body, platform);
        ++count.bodies;
        count.events += static_cast<qint64>(events.size());
        count.unread += std::any_of(events.begin(), events.end(),
                                    [](const Event& event) { return event.eventKey.isEmpty(); });
    }
    return count;
}

void print(Platform platform, const Count& count) {
    std::printf(
        "%-10s %6d bodies, %8lld events, %6d with a part unread:", qPrintable(toWord(platform)),
        count.bodies, static_cast<long long>(count.events), count.unread);
    for (const auto& [mutation, times] : count.broken) {
        std::printf(" %s %d;", nameOf(mutation), times);
    }
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

TEST_CASE("no broken body stops a reader or goes by without a word") {
    REQUIRE(connectors::all().size() >= 6);
    for (const connect::PlatformModule& module : connectors::all()) {
        const Platform platform = module.descriptor.platform;
        const std::vector<Fixture> fixtures = fixturesOf({platform, module.read, kAccount});
        CAPTURE(toWord(platform).toStdString());
        REQUIRE(fixtures.size() >= 10);
        const Count count = run(module, fixtures);
        print(platform, count);
        CHECK(count.bodies == wanted());
        for (const Mutation mutation : kMutations) {
            CHECK(count.broken.at(mutation) > 0);
        }
    }
}
