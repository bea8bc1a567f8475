// A Signal connector with a host that remembers, for tests.
#pragma once

#include "app/practice/signal_sim.h"
#include "core/connectors/signal/signal.h"
#include "tests/connectors/signal/worded.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>

namespace comanda::test {

inline signal::Timing fastTiming() {
    signal::Timing timing;
    timing.probeEvery = Millis(50);
    timing.backoffFirst = Millis(5);
    timing.backoffMax = Millis(40);
    timing.storeAgain = Millis(5);
    timing.stopGrace = Millis(50);
    return timing;
}

class SignalHarness {
public:
    explicit SignalHarness(const QString& transport, const QString& address,
                           const signal::Timing& timing = fastTiming()) {
        config.settings = {
            {QStringLiteral("transport"), transport},
            {QStringLiteral("address"), address},
            {QStringLiteral("number"), kUs},
            {QStringLiteral("attachments_dir"), folder.filePath(QStringLiteral("no"))}};
        build(timing);
    }

    void build(const signal::Timing& timing = fastTiming()) {
        connect::Host host;
        host.clock = &clock;
        host.intake = [this](const Delivery& delivery, const Events& read,
                             const std::optional<QString>&, const connect::Stored& stored) {
            ++intakes;
            if (refuseStores > 0) {
                --refuseStores;
                stored(fail(ErrorKind::Storage, QStringLiteral("store.full")));
                return;
            }
            deliveries.push_back(delivery);
            events.insert(events.end(), read.begin(), read.end());
            stored(Done{});
        };
        host.report = [this](const connect::Observation& seen) { observations.push_back(seen); };
        host.secret = [](const QString&) { return Secret(); };
        host.learnAccount = [this](const QString& account, const QJsonObject& learned) {
            accounts.insert(account);
            facts = learned;
        };
        connector = std::make_unique<signal::SignalConnector>(config, host, timing);
    }

    void start() {
        connector->start(std::nullopt);
        REQUIRE(waitUntil([&] { return worked(connect::CallKind::Account); }));
    }

    [[nodiscard]] bool worked(connect::CallKind call) const {
        return std::any_of(
            observations.begin(), observations.end(),
            [&](const connect::Observation& seen) { return seen.call == call && !seen.failure; });
    }
    [[nodiscard]] bool saw(const QString& id) const {
        return std::any_of(observations.begin(), observations.end(),
                           [&](const connect::Observation& seen) { return seen.id == id; });
    }
    [[nodiscard]] int count(const QString& text) const {
        return static_cast<int>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.text == text; }));
    }
    bool hears(const QString& text) {
        return waitUntil([&] { return count(text) == 1; });
    }

    SendOutcome send(const OutgoingMessage& message) {
        std::optional<SendOutcome> outcome;
        int calls = 0;
        connector->send(message, [&](const SendOutcome& got) {
            outcome = got;
            ++calls;
        });
        REQUIRE(waitUntil([&] { return outcome.has_value(); }));
        CHECK(calls == 1);
        return *outcome;
    }
    SendOutcome say(const QString& key, const QString& text) {
        OutgoingMessage message;
        message.conversationKey = key;
        message.text = text;
        message.clientReference = QStringLiteral("ref:") + text;
        return send(message);
    }
    QString end(const QString& key, const QString& text) { return worded(say(key, text)); }
    Result<connect::FetchedMedia> fetch(const Attachment& attachment, qint64 limit = 9'000'000) {
        std::optional<Result<connect::FetchedMedia>> result;
        connector->fetch(attachment, folder.filePath(QStringLiteral("fetched")), limit,
                         [&](const Result<connect::FetchedMedia>& got) { result = got; });
        REQUIRE(waitUntil([&] { return result.has_value(); }));
        return *result;
    }
    Result<AccountCheck> check() {
        std::optional<Result<AccountCheck>> result;
        connector->check([&](const Result<AccountCheck>& got) { result = got; });
        REQUIRE(waitUntil([&] { return result.has_value(); }));
        return *result;
    }
    void stop() {
        bool stopped = false;
        QObject::connect(connector.get(), &connect::Connector::stopped, connector.get(),
                         [&] { stopped = true; });
        connector->stop();
        REQUIRE(waitUntil([&] { return stopped; }));
    }

    static inline const QString kUs = QStringLiteral("+573001112233");

    ChannelConfig config;
    SystemClock clock;
    QTemporaryDir folder;
    int refuseStores = 0;
    int intakes = 0;
    std::vector<Delivery> deliveries;
    Events events;
    std::vector<connect::Observation> observations;
    QSet<QString> accounts;
    QJsonObject facts;
    std::unique_ptr<signal::SignalConnector> connector;
};

} // namespace comanda::test
