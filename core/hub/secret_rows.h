#pragma once

#include "core/hub/key_keeper.h"

#include <QStringList>

#include <map>

namespace comanda::store {
class Reader;
}

namespace comanda::hub {

// Name to sealed bytes.
using SealedSecrets = std::map<QString, QByteArray>;

// What the store has of the secrets, as it reads them for one machine.
struct SecretRows {
    std::optional<KeptKey> machine;
    std::optional<QJsonObject> recovery;
    SealedSecrets sealed;
};

// Names of setting rows.
QString recoveryRow();
QString machineKeyRow(const QString& machine);

// On the store's thread.
Result<SecretRows> readSecretRows(store::Reader& reader, const QString& machine);
Result<SealedSecrets> readSealedSecrets(store::Reader& reader);

// Names that have not the same value in both.
QStringList differing(const SealedSecrets& a, const SealedSecrets& b);

} // namespace comanda::hub
