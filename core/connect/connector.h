// What a platform's connector is, and all that it is given. A connector cannot see the store, the
// screen or its siblings.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/connect/linking.h"
#include "core/domain/channel.h"
#include "core/domain/event.h"
#include "core/domain/outgoing.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace comanda::connect {

// One breaker per kind of call, so that media trouble never stops texts and a failed login never
// stops inbound.
enum class CallKind { Receive, Send, Media, Account };

struct Observation {
    CallKind call = CallKind::Receive;
    std::optional<FailureClass> failure; // nullopt: it worked
    QString id;     // reason, worded in app/text ("telegram.other_program"); empty if none
    QString detail; // technical, never a secret
    // Else it is not how a call went, but something that will need a person soon (`id`): what it is
    // about ("key"). It stands until the same is told with another id, or with none.
    QString notice;
};

using Stored = std::function<void(Result<>)>;
// The appsecret_proof of a token. Empty: no secret is configured anywhere; an error: there may be
// one, and it cannot be had now.
using Proved = std::function<void(Result<QByteArray>)>;
using Asked = std::function<void(Result<QJsonObject>)>;

// Every function may be called from the connector's own thread only; what comes back arrives there.
struct Host {
    const Clock* clock = nullptr;
    // Everything in a pushed body, also what is another platform's: one address may serve several.
    std::function<Events(const QByteArray& body, const QString& account)> read;
    // Journals and applies. `stored` is called once, after COMMIT or with the reason why not; only
    // on success may the platform be told that we have it. `cursor`: where to go on, kept in the
    // same transaction.
    std::function<void(Delivery, Events, std::optional<QString> cursor, Stored)> intake;
    std::function<void(Observation)> report;
    std::function<Secret(const QString& key)> secret; // a SetupField of kind Secret
    // A secret that the platform has renewed: from the next start on secret() has it.
    std::function<void(const QString& key, const Secret& value)> keepSecret;
    // Facts of the account that settings and links show: "name", "link_name", "number", …
    std::function<void(const QString& account, QJsonObject facts)> learnAccount;
    std::function<void(QMap<QString, QString> nameBySku)> learnProducts;
    // All the approved texts of the account.
    std::function<void(std::vector<MessageTemplate>)> learnTemplates;
    // The app secret itself stays with whoever checks signatures.
    std::function<void(Secret token, Proved)> proof;
    // What the platform tells an app about a token, asked by whoever has the app secret; NotFound:
    // nobody else has it.
    std::function<void(Secret token, Asked)> askAboutToken;
};

struct FetchedMedia {
    QString path; // the file that was asked for, complete
    QString mime; // as the platform says
    QString name;
    qint64 size = 0;
};

class Connector : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // All on the channel's thread, never blocking. Every callback is called exactly once, unless
    // the connector is destroyed first.
    virtual void start(const std::optional<QString>& cursor) = 0;
    // Cooperative: stops taking in and sending; stopped() within a second.
    virtual void stop() = 0;
    // Bytes that a mailbox or our own receiver took for this account.
    virtual void deliver(const Delivery& delivery, Stored stored);
    virtual void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) = 0;
    // Into `path`, at most `maxBytes`. Errors: NotFound (gone for good), Rejected with id
    // "media.too_large", Network and Timeout (try later), Auth.
    virtual void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                       std::function<void(Result<FetchedMedia>)> done) = 0;
    // Asks the platform who we are; used by set-up and doctor.
    virtual void check(std::function<void(Result<AccountCheck>)> done) = 0;
    // Makes sure that the platform pushes what is for this account: asks, and subscribes if it
    // must. NotFound: there is nothing to subscribe to.
    virtual void subscribe(std::function<void(Result<>)> done);
    // Courtesies; failures are of no consequence.
    virtual void markRead(const QString& conversationKey, const QString& externalId);
    virtual void typing(const QString& conversationKey);

Q_SIGNALS:
    void stopped();
};

// One line of the registry.
struct PlatformModule {
    ChannelDescriptor descriptor;
    // The pure reader. `account`: used where the payload does not say. What is another platform's
    // is one Ignored event with that `platform`.
    Events (*read)(const QByteArray& body, const QString& account) = nullptr;
    std::unique_ptr<Connector> (*make)(const ChannelConfig& config, Host host) = nullptr;
    // The account that typed values name by themselves, before the first contact confirms it; empty
    // if they do not. `secrets` by SetupField key.
    QString (*accountIn)(const ChannelConfig& config,
                         const QMap<QString, Secret>& secrets) = nullptr;
    // Of a platform that shares its address with others: is anything in the body its own, and,
    // unless `account` is empty, of that account?
    bool (*concerns)(const QByteArray& body, const QString& account) = nullptr;
    // Where the owner's phone lets us in (ChannelDescriptor::links).
    std::unique_ptr<Linking> (*link)(const ChannelConfig& config) = nullptr;
};

} // namespace comanda::connect

Q_DECLARE_METATYPE(comanda::connect::Observation)
