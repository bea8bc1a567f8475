#include "core/hub/config_section.h"

namespace comanda::hub {

using namespace Qt::StringLiterals;

std::optional<SecretRef> secretRefFrom(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
    if (object.size() != 1 || !object.begin().value().isString()) {
        return std::nullopt;
    }
    const QString kind = object.begin().key(), name = object.begin().value().toString();
    if (name.isEmpty()) {
        return std::nullopt;
    }
    if (kind == u"file") {
        return SecretRef{SecretRef::From::File, name};
    }
    if (kind == u"env") {
        return SecretRef{SecretRef::From::Env, name};
    }
    if (kind == u"keychain") {
        return SecretRef{SecretRef::From::Keychain, name};
    }
    return std::nullopt;
}

QJsonValue ConfigSection::take(const QString& key) {
    read_.insert(key);
    return object_.value(key);
}

QString ConfigSection::keyName(const QString& key) const {
    return name_.isEmpty() ? key : name_ + u'.' + key;
}

void ConfigSection::wrong(const QString& id, const QString& key) {
    note({ErrorKind::Invalid, id, {{u"key"_s, keyName(key)}}, keyName(key), std::nullopt});
}

void ConfigSection::note(const Error& error) {
    if (!error_) {
        error_ = error;
    }
}

QString ConfigSection::text(const QString& key, const QString& absent) {
    const QJsonValue value = take(key);
    if (value.isUndefined()) {
        return absent;
    }
    if (!value.isString()) {
        wrong(u"config.bad_value"_s, key);
    }
    return value.toString();
}

qint64 ConfigSection::number(const QString& key, qint64 least, qint64 most, qint64 absent) {
    const QJsonValue value = take(key);
    if (value.isUndefined()) {
        return absent;
    }
    const qint64 whole = value.toInteger(least - 1);
    if (!value.isDouble() || static_cast<double>(whole) != value.toDouble() || whole < least
        || whole > most) {
        wrong(u"config.bad_value"_s, key);
    }
    return whole;
}

bool ConfigSection::flag(const QString& key, bool absent) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool()) {
        wrong(u"config.bad_value"_s, key);
    }
    return value.toBool(absent);
}

std::optional<QJsonObject> ConfigSection::object(const QString& key) {
    const QJsonValue value = take(key);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    if (!value.isObject()) {
        wrong(u"config.bad_value"_s, key);
        return std::nullopt;
    }
    return value.toObject();
}

QJsonArray ConfigSection::array(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray()) {
        wrong(u"config.bad_value"_s, key);
    }
    return value.toArray();
}

std::optional<SecretRef> ConfigSection::secret(const QString& key) {
    const QJsonValue value = take(key);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    std::optional<SecretRef> reference = secretRefFrom(value);
    if (!reference) {
        wrong(value.isString() ? u"config.secret_as_value"_s : u"config.bad_value"_s, key);
    }
    return reference;
}

QUrl ConfigSection::url(const QString& key, const QUrl& absent) {
    const QString given = text(key);
    if (given.isEmpty()) {
        return absent;
    }
    QUrl url(given, QUrl::StrictMode);
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    if (!url.isValid() || !web || url.host().isEmpty()) {
        wrong(u"config.bad_value"_s, key);
    } else if (!url.userInfo().isEmpty()) {
        wrong(u"config.secret_as_value"_s, key);
    }
    return url;
}

std::optional<Error> ConfigSection::error() {
    for (auto it = object_.begin(); it != object_.end(); ++it) {
        if (!read_.contains(it.key())) {
            wrong(u"config.unknown_key"_s, it.key());
        }
    }
    return error_;
}

} // namespace comanda::hub
