// Reads one JSON object of the settings key by key, remembers the first thing that is wrong, and
// refuses by name whatever nobody asked for.
#pragma once

#include "core/hub/config.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace comanda::hub {

// {"file": PATH}, {"env": NAME} or {"keychain": NAME}; nullopt for any other shape.
[[nodiscard]] std::optional<SecretRef> secretRefFrom(const QJsonValue& value);

class ConfigSection {
public:
    // `name`: where it stands, for messages ("channels[0]"); empty at the top.
    ConfigSection(QJsonObject object, QString name)
        : object_(std::move(object)), name_(std::move(name)) {}

    [[nodiscard]] QString text(const QString& key, const QString& absent = {});
    [[nodiscard]] qint64 number(const QString& key, qint64 least, qint64 most, qint64 absent);
    [[nodiscard]] bool flag(const QString& key, bool absent);
    [[nodiscard]] std::optional<QJsonObject> object(const QString& key);
    [[nodiscard]] QJsonArray array(const QString& key);
    [[nodiscard]] std::optional<SecretRef> secret(const QString& key);
    [[nodiscard]] QUrl url(const QString& key, const QUrl& absent = {});
    [[nodiscard]] bool has(const QString& key) const { return object_.contains(key); }

    void wrong(const QString& id, const QString& key);
    void note(const Error& error);
    [[nodiscard]] QString keyName(const QString& key) const;
    // After everything was read: the first fault, keys that nobody read among them.
    [[nodiscard]] std::optional<Error> error();

private:
    QJsonValue take(const QString& key);

    QJsonObject object_;
    QString name_;
    QSet<QString> read_;
    std::optional<Error> error_;
};

} // namespace comanda::hub
