// A channel of Messenger or Instagram with everything that it is given and tells, recorded.
#pragma once

#include "core/connect/connector.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <deque>

namespace comanda::test {

using namespace Qt::StringLiterals;

struct MessagingChannel {
    MessagingChannel(const connect::PlatformModule& module, const QJsonObject& settings,
                     QByteArray accessToken, const Clock& itsClock, QByteArray secretOfApp = {})
        : token(std::move(accessToken)), appSecret(std::move(secretOfApp)), clock(itsClock) {
        ChannelConfig config;
        config.platform = module.descriptor.platform;
        config.settings = settings;
        connect::Host host;
        host.clock = &clock;
        host.read = module.read;
        host.intake = [this](const Delivery& delivery, const Events& read,
                             const std::optional<QString>& after, const connect::Stored& stored) {
            deliveries.push_back(delivery);
            events.insert(events.end(), read.begin(), read.end());
            cursor = after ? after : cursor;
            stored(storing);
        };
        host.report = [this](const connect::Observation& seen) { reports.push_back(seen); };
        host.secret = [this](const QString& key) {
            return key == u"access_token"_s ? Secret(token) : Secret();
        };
        host.keepSecret = [this](const QString& key, const Secret& value) {
            keptKey = key;
            kept = value.reveal();
        };
        host.learnAccount = [this](const QString& account, const QJsonObject& learned) {
            accountSeen = account;
            facts = learned;
        };
        host.proof = [this](const Secret& asked, const connect::Proved& done) {
            done(appSecret.isEmpty() ? QByteArray()
                                     : QMessageAuthenticationCode::hash(asked.reveal(), appSecret,
                                                                        QCryptographicHash::Sha256)
                                           .toHex());
        };
        connector = module.make(config, host);
    }

    SendOutcome send(const OutgoingMessage& message) {
        std::optional<SendOutcome> outcome;
        connector->send(message, [&](const SendOutcome& came) { outcome = came; });
        REQUIRE(waitUntil([&] { return outcome.has_value(); }));
        return *outcome;
    }

    Result<connect::FetchedMedia> fetch(const Attachment& attachment, const QString& path,
                                        qint64 max = 1'000'000) {
        std::optional<Result<connect::FetchedMedia>> result;
        connector->fetch(attachment, path, max,
                         [&](const Result<connect::FetchedMedia>& came) { result = came; });
        REQUIRE(waitUntil([&] { return result.has_value(); }));
        return *result;
    }

    Result<AccountCheck> check() {
        std::optional<Result<AccountCheck>> result;
        connector->check([&](const Result<AccountCheck>& came) { result = came; });
        REQUIRE(waitUntil([&] { return result.has_value(); }));
        return *result;
    }

    void deliver(const QByteArray& body) {
        Delivery delivery;
        delivery.body = body;
        delivery.source = u"webhook"_s;
        connector->deliver(delivery, [](const Result<>&) {});
    }

    const Event* await(const std::function<bool(const Event&)>& wanted) {
        const auto find = [&] { return std::find_if(events.begin(), events.end(), wanted); };
        return waitUntil([&] { return find() != events.end(); }) ? &*find() : nullptr;
    }

    const Event* awaitKey(const QString& key) {
        return await([&](const Event& event) { return event.eventKey == key; });
    }

    [[nodiscard]] int count(const QString& source) const {
        return static_cast<int>(
            std::count_if(deliveries.begin(), deliveries.end(),
                          [&](const Delivery& delivery) { return delivery.source == source; }));
    }

    [[nodiscard]] bool reported(connect::CallKind call, std::optional<FailureClass> failure,
                                const QString& id = {}) const {
        return std::any_of(reports.begin(), reports.end(), [&](const connect::Observation& seen) {
            return seen.call == call && seen.failure == failure && (id.isEmpty() || seen.id == id);
        });
    }

    QByteArray token, appSecret;
    const Clock& clock;
    Result<> storing = Done{};
    std::vector<Delivery> deliveries;
    std::deque<Event> events; // which stay where they are
    std::optional<QString> cursor;
    std::vector<connect::Observation> reports;
    QString accountSeen, keptKey;
    QByteArray kept;
    QJsonObject facts;
    std::unique_ptr<connect::Connector> connector;
};

} // namespace comanda::test
