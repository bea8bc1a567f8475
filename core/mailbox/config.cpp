#include "core/mailbox/config.h"

#include "core/security/sealing.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace comanda::mailbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDefaultPort = 8443;
constexpr qsizetype kPathMin = 16; // characters of a route's path: fewer could be guessed

// Reads one object key by key and remembers the first thing that is wrong.
class Section {
public:
    Section(QJsonObject object, QString name, const SecretResolver& resolver)
        : object_(std::move(object)), name_(std::move(name)), resolver_(resolver) {}

    QString text(const QString& key, const QString& absent) {
        const QJsonValue value = take(key);
        if (value.isUndefined()) {
            return absent;
        }
        if (!value.isString() || value.toString().isEmpty()) {
            wrong(u"config.bad_value"_s, key);
        }
        return value.toString();
    }
    QString neededText(const QString& key) {
        if (!object_.contains(key)) {
            wrong(u"config.missing_key"_s, key);
        }
        return text(key, {});
    }
    qint64 number(const QString& key, qint64 least, qint64 most, qint64 absent) {
        const QJsonValue value = take(key);
        if (value.isUndefined()) {
            return absent;
        }
        const double given = value.toDouble(-1);
        const qint64 whole = value.toInteger(-1);
        if (double(whole) != given || whole < least || whole > most) {
            wrong(u"config.bad_value"_s, key);
        }
        return whole;
    }
    // "<key>" with one reference, or "<key>s" with a list of at most two.
    std::vector<Secret> secrets(const QString& key) {
        std::vector<Secret> found;
        const QJsonValue single = take(key);
        if (!single.isUndefined()) {
            addSecret(found, key, single);
        }
        const QString plural = key + u's';
        const QJsonValue several = take(plural);
        if (several.isUndefined()) {
            return found;
        }
        if (!several.isArray() || several.toArray().size() > 2 || !single.isUndefined()) {
            wrong(u"config.bad_value"_s, plural);
            return found;
        }
        const QJsonArray list = several.toArray();
        for (const QJsonValue one : list) {
            addSecret(found, plural, one);
        }
        return found;
    }
    std::optional<QJsonObject> object(const QString& key) {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isObject()) {
            wrong(u"config.bad_value"_s, key);
        }
        return value.isObject() ? std::optional(value.toObject()) : std::nullopt;
    }
    QJsonArray array(const QString& key) {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isArray()) {
            wrong(u"config.bad_value"_s, key);
        }
        return value.toArray();
    }

    void wrong(const QString& id, const QString& key) {
        note(Error{ErrorKind::Invalid, id, {{u"key"_s, keyName(key)}}, keyName(key), std::nullopt});
    }
    void note(const Error& error) {
        if (!error_) {
            error_ = error;
        }
    }
    [[nodiscard]] QString keyName(const QString& key) const { return name_ + u'.' + key; }
    // After everything was read.
    [[nodiscard]] std::optional<Error> error() {
        for (auto it = object_.begin(); it != object_.end(); ++it) {
            if (!read_.contains(it.key())) {
                wrong(u"config.unknown_key"_s, it.key());
            }
        }
        return error_;
    }

private:
    QJsonValue take(const QString& key) {
        read_.insert(key);
        return object_.value(key);
    }
    void addSecret(std::vector<Secret>& found, const QString& key, const QJsonValue& value) {
        const QJsonObject reference = value.toObject();
        const QStringList kinds = reference.keys();
        const bool known = kinds == QStringList{u"file"_s} || kinds == QStringList{u"env"_s}
                           || kinds == QStringList{u"keychain"_s};
        if (!known || !reference.value(kinds.first()).isString()) {
            wrong(u"config.secret_as_value"_s, key);
            return;
        }
        Result<Secret> secret = resolver_(reference);
        if (!secret) {
            note(secret.error());
        } else if (secret->isEmpty()) {
            wrong(u"config.bad_value"_s, key); // an empty one would let everybody in
        } else {
            found.push_back(std::move(*secret));
        }
    }

    QJsonObject object_;
    QString name_;
    const SecretResolver& resolver_;
    QSet<QString> read_;
    std::optional<Error> error_;
};

bool isPathWord(const QString& path) {
    return path.size() >= kPathMin && std::all_of(path.begin(), path.end(), [](QChar c) {
               return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' || c == u'_';
           });
}

bool isPlatformWord(const QString& word) {
    return !word.isEmpty()
           && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

Result<Route> routeFrom(const QJsonValue& value, const QString& name,
                        const SecretResolver& resolver) {
    Section section(value.toObject(), name, resolver);
    Route route;
    route.path = section.neededText(u"path"_s);
    route.platform = section.neededText(u"platform"_s);
    route.account = section.text(u"account"_s, {});
    route.verifyTokens = section.secrets(u"verify_token"_s);
    route.appSecrets = section.secrets(u"app_secret"_s);
    if (!isPathWord(route.path)) {
        section.wrong(u"config.bad_value"_s, u"path"_s);
    }
    if (!isPlatformWord(route.platform)) {
        section.wrong(u"config.bad_value"_s, u"platform"_s);
    }
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return route;
}

Result<net::ServerTls> tlsFrom(const QJsonObject& object, const SecretResolver& resolver) {
    Section section(object, u"mailbox.tls"_s, resolver);
    const net::ServerTls tls{section.neededText(u"certificate"_s), section.neededText(u"key"_s)};
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return tls;
}

void readRoutes(Section& section, MailboxConfig& config, const SecretResolver& resolver) {
    const QJsonArray routes = section.array(u"routes"_s);
    for (int i = 0; i < routes.size(); ++i) {
        Result<Route> route = routeFrom(routes.at(i), u"mailbox.routes[%1]"_s.arg(i), resolver);
        if (!route) {
            section.note(route.error());
            continue;
        }
        for (const Route& other : config.routes) {
            if (other.path == route->path) {
                section.wrong(u"config.bad_value"_s, u"routes[%1].path"_s.arg(i));
            }
        }
        config.routes.push_back(std::move(*route));
    }
}

} // namespace

Result<MailboxConfig> mailboxConfigFrom(const QJsonObject& object, const SecretResolver& resolver) {
    Section section(object, u"mailbox"_s, resolver);
    MailboxConfig config;
    config.dataDir = section.text(u"data"_s, {});
    config.address = section.text(u"address"_s, config.address);
    config.port = static_cast<quint16>(section.number(u"port"_s, 0, 65535, kDefaultPort));
    config.appId = section.text(u"app_id"_s, {});
    config.graphBaseUrl =
        QUrl(section.text(u"graph_base_url"_s, config.graphBaseUrl.toString()), QUrl::StrictMode);
    config.graphVersion = section.text(u"graph_version"_s, config.graphVersion);
    config.quota =
        section.number(u"quota_mb"_s, 1, 1024 * 1024, config.quota / 1024 / 1024) * 1024 * 1024;
    config.hubTokens = section.secrets(u"hub_token"_s);
    if (!config.graphBaseUrl.isValid() || config.graphBaseUrl.host().isEmpty()) {
        section.wrong(u"config.bad_value"_s, u"graph_base_url"_s);
    }
    const QByteArray key = section.text(u"hub_public_key"_s, {}).toLatin1();
    config.hubPublicKey = QByteArray::fromBase64(key, QByteArray::AbortOnBase64DecodingErrors);
    if (!key.isEmpty() && config.hubPublicKey.size() != security::kKeyBytes) {
        section.wrong(u"config.bad_value"_s, u"hub_public_key"_s);
    }
    if (const std::optional<QJsonObject> tls = section.object(u"tls"_s)) {
        Result<net::ServerTls> files = tlsFrom(*tls, resolver);
        if (files) {
            config.tls = std::move(*files);
        } else {
            section.note(files.error());
        }
    }
    readRoutes(section, config, resolver);
    if (const auto error = section.error()) {
        return fail(*error);
    }
    return config;
}

} // namespace comanda::mailbox
