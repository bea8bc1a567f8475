#include "core/hub/config.h"

#include "core/base/json.h"
#include "core/connectors/registry.h"
#include "core/hub/config_section.h"
#include "core/mailbox/config.h"

#include <QFile>
#include <QRegularExpression>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kConfigFileMax = 4 * 1024 * 1024;
constexpr qint64 kSecretFileMax = 64 * 1024;

Error noSecret(const SecretRef& reference, const QString& why) {
    return {ErrorKind::NotFound,
            u"config.no_secret"_s,
            {{u"key"_s, reference.name}},
            why,
            std::nullopt};
}

Result<Secret> fromFile(const SecretRef& reference) {
    QFile file(reference.name);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(noSecret(reference, file.errorString()));
    }
    QByteArray bytes = file.read(kSecretFileMax + 1);
    if (bytes.size() > kSecretFileMax) {
        return fail(noSecret(reference, u"the file is too long for a secret"_s));
    }
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) { // editors leave one
        bytes.chop(1);
    }
    if (bytes.isEmpty()) {
        return fail(noSecret(reference, u"the file is empty"_s));
    }
    return Secret(bytes);
}

// The address of a PostgreSQL server may be written out as long as it has no password in it.
Result<Secret> storeUrl(ConfigSection& section, const QJsonValue& value,
                        const AskKeychain& askKeychain) {
    if (!value.isString()) {
        const auto reference = section.secret(u"url"_s);
        return reference ? resolve(*reference, askKeychain) : Result<Secret>(Secret());
    }
    const QUrl url(section.text(u"url"_s), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"postgresql") {
        section.wrong(u"config.bad_value"_s, u"url"_s);
    } else if (!url.password().isEmpty()) {
        section.wrong(u"config.secret_as_value"_s, u"url"_s);
    }
    return Secret(value.toString().toUtf8());
}

Result<store::StoreConfig> storeFrom(const QJsonObject& object, const AskKeychain& askKeychain) {
    ConfigSection section(object, u"store"_s);
    store::StoreConfig config;
    const QString engine = section.text(u"engine"_s, u"sqlite"_s);
    config.dataDir = section.text(u"data_dir"_s);
    if (engine == u"sqlite") {
        config.path = section.text(u"path"_s); // empty: the data folder's own
    } else if (engine == u"postgresql" || engine == u"postgres") {
        config.engine = store::StoreConfig::Engine::Postgres;
        const auto url = storeUrl(section, object.value(u"url"_s), askKeychain);
        if (!url) {
            return fail(url.error());
        }
        config.url = *url;
        if (config.url.isEmpty()) {
            section.wrong(u"config.bad_value"_s, u"url"_s);
        }
    } else {
        section.wrong(u"config.bad_value"_s, u"engine"_s);
    }
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return config;
}

// Shop reads what it knows; a word that it does not know is refused here.
Result<QJsonObject> shopFrom(const QJsonObject& object) {
    static const QStringList known = Shop().toJson().keys();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key())) {
            return fail(ErrorKind::Invalid, u"config.unknown_key"_s, it.key(),
                        {{u"key"_s, u"shop."_s + it.key()}});
        }
    }
    const QJsonObject notices = object.value(u"notices"_s).toObject();
    for (auto it = notices.begin(); it != notices.end(); ++it) {
        if (!orderStateFrom(it.key())) {
            return fail(ErrorKind::Invalid, u"config.unknown_key"_s, it.key(),
                        {{u"key"_s, u"shop.notices."_s + it.key()}});
        }
    }
    const auto shop = Shop::fromJson(object);
    if (!shop && shop.error().id == u"shop.bad_value") {
        return fail(ErrorKind::Invalid, u"config.bad_value"_s, shop.error().detail,
                    {{u"key"_s, u"shop."_s + shop.error().detail}});
    }
    if (!shop) {
        return fail(shop.error());
    }
    return object;
}

QString settingText(ConfigSection& section, const SetupField& field) {
    switch (field.kind) {
    case FieldKind::Url:
        return section.url(field.key).toString();
    case FieldKind::Text:
    case FieldKind::Number:
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Secret:
        break;
    }
    return section.text(field.key);
}

bool fits(const SetupField& field, const QString& value) {
    if (field.kind == FieldKind::Choice && !field.choices.contains(value)) {
        return false;
    }
    if (field.kind == FieldKind::Flag && value != "yes"_L1 && value != "no"_L1) {
        return false;
    }
    static const auto whole = [](const QString& pattern) {
        return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    };
    return field.pattern.isEmpty() || whole(field.pattern).match(value).hasMatch();
}

void readField(ConfigSection& section, const SetupField& field, ChannelSetup& setup) {
    if (field.kind == FieldKind::Secret) {
        if (auto reference = section.secret(field.key)) {
            setup.secrets.insert(field.key, *reference);
        }
        return;
    }
    if (!section.has(field.key)) {
        return; // set-up shows its default, the connector uses it
    }
    const QString value = settingText(section, field);
    if (!fits(field, value)) {
        section.wrong(u"config.bad_value"_s, field.key);
    }
    setup.channel.settings.insert(field.key, value);
}

Result<ChannelSetup> channelFrom(const QJsonValue& value, const QString& name) {
    ConfigSection section(value.toObject(), name);
    ChannelSetup setup;
    const auto platform = platformFrom(section.text(u"platform"_s));
    const connect::PlatformModule* module = platform ? connectors::find(*platform) : nullptr;
    if (module == nullptr) {
        return fail(ErrorKind::Invalid, u"config.bad_value"_s, section.keyName(u"platform"_s),
                    {{u"key"_s, section.keyName(u"platform"_s)}});
    }
    setup.channel.platform = *platform;
    setup.channel.account = section.text(u"account"_s);
    setup.channel.name = section.text(u"name"_s);
    setup.channel.enabled = section.flag(u"enabled"_s, true);
    bool knowsBase = false, knowsRoute = false;
    for (const SetupField& field : module->descriptor.setup) {
        readField(section, field, setup);
        knowsBase = knowsBase || field.key == u"api_base_url";
        knowsRoute = knowsRoute || field.key == u"route";
    }
    // Every connector takes its platform's address, every pushed one its route.
    if (!knowsBase) {
        readField(section, {u"api_base_url"_s, FieldKind::Url, false, {}, {}, {}}, setup);
    }
    if (!knowsRoute && module->descriptor.pushed) {
        readField(section, {u"route"_s, FieldKind::Text, false, {}, {}, {}}, setup);
    }
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return setup;
}

Result<MailboxLink> linkFrom(const QJsonObject& object) {
    ConfigSection section(object, u"mailbox_link"_s);
    MailboxLink link;
    link.url = section.url(u"url"_s);
    if (link.url.isEmpty()) {
        section.wrong(u"config.bad_value"_s, u"url"_s);
    }
    const auto token = section.secret(u"token"_s);
    if (!token) {
        section.wrong(u"config.bad_value"_s, u"token"_s);
    }
    link.token = token.value_or(SecretRef{});
    link.privateKey = section.secret(u"private_key"_s);
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return link;
}

Result<net::ServerTls> tlsFrom(const QJsonObject& object) {
    ConfigSection section(object, u"receiver.tls"_s);
    const net::ServerTls tls{section.text(u"certificate"_s), section.text(u"key"_s)};
    if (tls.certificatePath.isEmpty() || tls.keyPath.isEmpty()) {
        section.wrong(u"config.bad_value"_s, tls.keyPath.isEmpty() ? u"key"_s : u"certificate"_s);
    }
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return tls;
}

Result<OwnReceiver> receiverFrom(const QJsonObject& object) {
    ConfigSection section(object, u"receiver"_s);
    OwnReceiver receiver;
    receiver.address = section.text(u"address"_s, receiver.address);
    receiver.port = static_cast<quint16>(section.number(u"port"_s, 0, 65535, 0));
    receiver.publicUrl = section.url(u"public_url"_s).toString();
    if (const auto tls = section.object(u"tls"_s)) {
        const auto files = tlsFrom(*tls);
        if (!files) {
            return fail(files.error());
        }
        receiver.tls = *files;
    }
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return receiver;
}

// Reads the section `key` with `read` into `into`, if it is there.
template <typename T, typename Read>
void readSection(ConfigSection& top, const QString& key, std::optional<T>& into, Read read) {
    if (const auto object = top.object(key)) {
        if (Result<T> value = read(*object)) {
            into = std::move(*value);
        } else {
            top.note(value.error());
        }
    }
}

Result<mailbox::MailboxConfig> mailboxFrom(const QJsonObject& object,
                                           const AskKeychain& askKeychain) {
    return mailbox::mailboxConfigFrom(object, [&](const QJsonObject& reference) -> Result<Secret> {
        const auto known = secretRefFrom(reference);
        return known ? resolve(*known, askKeychain)
                     : Result<Secret>(fail(ErrorKind::Invalid, u"config.bad_value"_s));
    });
}

} // namespace

Result<Secret> resolve(const SecretRef& reference, const AskKeychain& askKeychain) {
    switch (reference.from) {
    case SecretRef::From::File:
        return fromFile(reference);
    case SecretRef::From::Env: {
        const QByteArray value = qgetenv(reference.name.toLocal8Bit().constData());
        if (value.isEmpty()) {
            return fail(noSecret(reference, u"the variable is not set"_s));
        }
        return Secret(value);
    }
    case SecretRef::From::Keychain:
        return askKeychain(reference.name);
    }
    Q_UNREACHABLE();
}

Result<Config> parseConfig(const QByteArray& json, const AskKeychain& askKeychain) {
    const auto object = parseObject(json);
    if (!object) {
        return fail(ErrorKind::Malformed, u"config.unreadable"_s, object.error().detail);
    }
    ConfigSection top(*object, {});
    if (top.text(u"schema"_s, u"comanda-config/1"_s) != u"comanda-config/1") {
        top.wrong(u"config.bad_value"_s, u"schema"_s);
    }
    Config config;
    const auto asking = [&](auto read) {
        return
            [&askKeychain, read](const QJsonObject& section) { return read(section, askKeychain); };
    };
    readSection(top, u"store"_s, config.store, asking(&storeFrom));
    readSection(top, u"shop"_s, config.shop, &shopFrom);
    readSection(top, u"mailbox_link"_s, config.mailboxLink, &linkFrom);
    readSection(top, u"receiver"_s, config.receiver, &receiverFrom);
    readSection(top, u"mailbox"_s, config.mailbox, asking(&mailboxFrom));
    const QJsonArray channels = top.array(u"channels"_s);
    for (int i = 0; i < channels.size(); ++i) {
        auto channel = channelFrom(channels.at(i), u"channels[%1]"_s.arg(i));
        if (!channel) {
            top.note(channel.error());
            continue;
        }
        config.channels.push_back(std::move(*channel));
    }
    if (const auto error = top.error()) {
        return fail(*error);
    }
    return config;
}

Result<Config> readConfig(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::NotFound, u"config.unreadable"_s,
                    path + u": "_s + file.errorString(), {{u"path"_s, path}});
    }
    if (file.size() > kConfigFileMax) {
        return fail(ErrorKind::Invalid, u"config.unreadable"_s, path + u": too long"_s,
                    {{u"path"_s, path}});
    }
    return parseConfig(file.readAll());
}

} // namespace comanda::hub
