#include "core/hub/channel_host.h"

#include "core/base/log.h"
#include "core/base/reply.h"
#include "core/connectors/registry.h"
#include "core/hub/self_test.h"
#include "core/security/signature.h"
#include "core/store/writer.h"

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;
using connect::Host;

// With the app secret here the proof is made here; otherwise whoever has it is asked.
auto proofFor(const Secret& appSecret, const Elsewhere& elsewhere, QObject* context) {
    return [appSecret, elsewhere = elsewhere.prove, context](const Secret& token,
                                                             connect::Proved done) {
        auto answer = replyTo<Result<QByteArray>>(context, std::move(done));
        if (!appSecret.isEmpty()) {
            answer(security::appSecretProof(appSecret, token));
        } else if (elsewhere) {
            elsewhere(token, answer);
        } else {
            answer(QByteArray());
        }
    };
}

auto askingBy(const Elsewhere& elsewhere, QObject* context) {
    return [elsewhere = elsewhere.ask, context](const Secret& token, connect::Asked done) {
        auto answer = replyTo<Result<QJsonObject>>(context, std::move(done));
        if (elsewhere) {
            elsewhere(token, answer);
        } else {
            answer(fail(ErrorKind::NotFound, u"mailbox.none"_s));
        }
    };
}

void logFailure(const Result<>& written, const char* what) {
    if (!written) {
        qCWarning(lcHub) << what << written.error().id;
    }
}

} // namespace

Host trialHost(const Clock& clock, QMap<QString, Secret> secrets, const Elsewhere& elsewhere,
               QObject* context) {
    Host host;
    host.clock = &clock;
    host.intake = [context](Delivery, Events, std::optional<QString>, connect::Stored stored) {
        replyTo<Result<>>(context,
                          std::move(stored))(fail(ErrorKind::Cancelled, u"channel.not_running"_s));
    };
    host.proof = proofFor(secrets.value(u"app_secret"_s), elsewhere, context);
    host.askAboutToken = askingBy(elsewhere, context);
    host.secret = [secrets = std::move(secrets)](const QString& key) { return secrets.value(key); };
    host.keepSecret = [](const QString&, const Secret&) {};
    host.learnAccount = [](const QString&, const QJsonObject&) {};
    host.learnProducts = [](const QMap<QString, QString>&) {};
    host.learnTemplates = [](const std::vector<MessageTemplate>&) {};
    return host;
}

Host hostFor(const HostParts& parts, const ChannelConfig& channel, QMap<QString, Secret> secrets,
             QObject* context) {
    Host host = trialHost(parts.clock, std::move(secrets),
                          elsewhereBy(parts.mailbox, routeOf(channel)), context);
    if (const connect::PlatformModule* module = connectors::find(channel.platform)) {
        host.read = [module](const QByteArray& body, const QString& account) {
            return readDelivered(*module, body, account);
        };
    }
    host.intake = [&intake = parts.intake, id = channel.id,
                   context](const Delivery& delivery, const Events& events,
                            const std::optional<QString>& cursor, connect::Stored stored) {
        intake.take(id, delivery, events, cursor, context, std::move(stored));
    };
    host.keepSecret = [&secrets = parts.secrets, id = channel.id](const QString& key,
                                                                  const Secret& value) {
        QMetaObject::invokeMethod(
            &secrets,
            [&secrets, name = Secrets::channelName(id, key), value] {
                secrets.put(name, value, [](const Result<>& written) {
                    logFailure(written, "a renewed secret was not kept:");
                });
            },
            Qt::QueuedConnection);
    };
    host.learnAccount = [&store = parts.store, &roster = parts.roster, id = channel.id,
                         context](const QString& account, const QJsonObject& facts) {
        roster.learnAccount(id, account);
        store.write<Done>(
            context, [=](store::Writer& writer) { return writer.learnAccount(id, account, facts); },
            [](const Result<>& written) { logFailure(written, "account facts were not kept:"); });
    };
    host.learnProducts = [&store = parts.store, id = channel.id,
                          context](const QMap<QString, QString>& names) {
        store.write<Done>(
            context, [=](store::Writer& writer) { return writer.learnProducts(id, names); },
            [](const Result<>& written) { logFailure(written, "product names were not kept:"); });
    };
    host.learnTemplates = [&store = parts.store, id = channel.id,
                           context](const std::vector<MessageTemplate>& templates) {
        store.write<Done>(
            context, [=](store::Writer& writer) { return writer.learnTemplates(id, templates); },
            [](const Result<>& written) { logFailure(written, "templates were not kept:"); });
    };
    return host;
}

} // namespace comanda::hub
