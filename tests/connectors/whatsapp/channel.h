// A WhatsApp channel with everything that it is given and tells, recorded.
#pragma once

#include "core/connectors/whatsapp/module.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <algorithm>

namespace comanda::test {

using namespace Qt::StringLiterals;

inline const QString kNumber = QStringLiteral("106000000000001");

struct Channel {
    explicit Channel(const QUrl& base, QByteArray accessToken, const QJsonObject& more = {})
        : token(std::move(accessToken)) {
        ChannelConfig config;
        config.platform = Platform::WhatsApp;
        config.settings = more;
        config.settings.insert(u"phone_number_id"_s, kNumber);
        config.settings.insert(u"api_base_url"_s, base.toString());
        connect::Host host;
        host.clock = &clock;
        host.read = whatsapp::module().read;
        host.intake = [this](const Delivery& delivery, Events read, const std::optional<QString>&,
                             const connect::Stored& stored) {
            deliveries.push_back(delivery);
            events.insert(events.end(), read.begin(), read.end());
            stored(Done{});
        };
        host.report = [this](const connect::Observation& seen) { reports.push_back(seen); };
        host.secret = [this](const QString& key) {
            return key == u"access_token"_s ? Secret(token) : Secret();
        };
        host.learnAccount = [this](const QString& account, const QJsonObject& learned) {
            accountSeen = account;
            facts = learned;
        };
        host.learnProducts = [this](const QMap<QString, QString>& learned) { products = learned; };
        host.learnTemplates = [this](const std::vector<MessageTemplate>& learned) {
            templates = learned;
            ++templatesLearned;
        };
        host.proof = [this](const Secret& asked, const connect::Proved& done) {
            ++proofs;
            done(asked == Secret(token) ? proof : Result<QByteArray>(QByteArray()));
        };
        connector = whatsapp::module().make(config, host);
    }

    SendOutcome send(const OutgoingMessage& message) {
        std::optional<SendOutcome> outcome;
        int calls = 0;
        connector->send(message, [&](const SendOutcome& came) {
            outcome = came;
            ++calls;
        });
        REQUIRE(waitUntil([&] { return outcome.has_value(); }));
        CHECK(calls == 1);
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

    [[nodiscard]] bool reported(connect::CallKind call, std::optional<FailureClass> failure) const {
        return std::any_of(reports.begin(), reports.end(), [&](const connect::Observation& seen) {
            return seen.call == call && seen.failure == failure;
        });
    }

    QByteArray token;
    Result<QByteArray> proof = QByteArray("483b08");
    SystemClock clock;
    std::vector<Delivery> deliveries;
    Events events;
    std::vector<connect::Observation> reports;
    QString accountSeen;
    QJsonObject facts;
    QMap<QString, QString> products;
    std::vector<MessageTemplate> templates;
    int templatesLearned = 0;
    int proofs = 0;
    std::unique_ptr<connect::Connector> connector;
};

} // namespace comanda::test
