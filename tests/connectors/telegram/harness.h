// A Telegram connector with a host that remembers, for tests.
#pragma once

#include "core/connectors/telegram/telegram.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>

namespace comanda::test {

inline telegram::Timing fastTiming() {
    telegram::Timing timing;
    timing.pollSeconds = 1;
    timing.pollDeadline = Millis(5'000);
    timing.emptyPollFloor = Millis(5);
    timing.backoffFirst = Millis(5);
    timing.backoffMax = Millis(40);
    timing.conflictFirst = Millis(2);
    timing.storeAgain = Millis(5);
    timing.signInAgain = Millis(30);
    timing.stopGrace = Millis(50);
    return timing;
}

// What the store would do: each event once, by its key.
class TelegramHarness {
public:
    explicit TelegramHarness(const QUrl& base, QByteArray botToken,
                             const telegram::Timing& timing = fastTiming())
        : token(std::move(botToken)) {
        config.settings = {{QStringLiteral("api_base_url"), base.toString()}};
        build(timing);
    }

    void build(const telegram::Timing& timing = fastTiming()) {
        connect::Host host;
        host.clock = &clock;
        host.intake = [this](const Delivery& delivery, const Events& read,
                             const std::optional<QString>& next, const connect::Stored& stored) {
            ++intakes;
            if (refuseStores > 0) {
                --refuseStores;
                stored(fail(ErrorKind::Storage, QStringLiteral("store.full")));
                return;
            }
            deliveries.push_back(delivery);
            for (const Event& event : read) {
                if (event.eventKey.isEmpty() || !keys.contains(event.eventKey)) {
                    keys.append(event.eventKey);
                    events.push_back(event);
                }
            }
            cursor = next ? next : cursor;
            stored(Done{});
        };
        host.report = [this](const connect::Observation& seen) { observations.push_back(seen); };
        host.secret = [this](const QString&) { return Secret(token); };
        host.learnAccount = [this](const QString& account, const QJsonObject& learned) {
            accounts.insert(account);
            for (auto it = learned.begin(); it != learned.end(); ++it) {
                facts.insert(it.key(), *it);
            }
        };
        connector = std::make_unique<telegram::TelegramConnector>(config, host, timing);
    }

    [[nodiscard]] bool saw(const QString& id) const {
        return std::any_of(observations.begin(), observations.end(),
                           [&](const connect::Observation& seen) { return seen.id == id; });
    }
    [[nodiscard]] int count(const QString& text) const {
        return static_cast<int>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.text == text; }));
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
    SendOutcome say(qint64 chat, const QString& text) {
        OutgoingMessage message;
        message.conversationKey = QString::number(chat);
        message.text = text;
        return send(message);
    }
    Result<connect::FetchedMedia> fetch(const Attachment& attachment, qint64 limit = 1'000'000) {
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

    QByteArray token;
    ChannelConfig config;
    SystemClock clock;
    QTemporaryDir folder;
    int refuseStores = 0;
    int intakes = 0;
    std::vector<Delivery> deliveries;
    Events events;
    QStringList keys;
    std::optional<QString> cursor;
    std::vector<connect::Observation> observations;
    QSet<QString> accounts;
    QJsonObject facts;
    std::unique_ptr<telegram::TelegramConnector> connector;
};

} // namespace comanda::test
