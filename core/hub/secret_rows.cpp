#include "core/hub/secret_rows.h"

#include "core/store/reader.h"

namespace comanda::hub {

using namespace Qt::StringLiterals;

QString recoveryRow() {
    return u"secrets.recovery"_s;
}

QString machineKeyRow(const QString& machine) {
    return u"secrets.machine."_s + machine;
}

Result<SealedSecrets> readSealedSecrets(store::Reader& reader) {
    const auto names = reader.sealedNames();
    if (!names) {
        return fail(names.error());
    }
    SealedSecrets sealed;
    for (const QString& name : *names) {
        const auto bytes = reader.sealed(name);
        if (!bytes) {
            return fail(bytes.error());
        }
        if (*bytes) {
            sealed.emplace(name, **bytes);
        }
    }
    return sealed;
}

QStringList differing(const SealedSecrets& a, const SealedSecrets& b) {
    QStringList names;
    for (const auto& [name, bytes] : a) {
        const auto other = b.find(name);
        if (other == b.end() || other->second != bytes) {
            names.append(name);
        }
    }
    for (const auto& [name, bytes] : b) {
        if (!a.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

Result<SecretRows> readSecretRows(store::Reader& reader, const QString& machine) {
    SecretRows rows;
    const auto kept = reader.setting(machineKeyRow(machine));
    const auto recovery = reader.setting(recoveryRow());
    auto sealed = readSealedSecrets(reader);
    if (!kept || !recovery || !sealed) {
        return fail(!kept ? kept.error() : !recovery ? recovery.error() : sealed.error());
    }
    if (*kept) {
        rows.machine = KeptKey::fromJson((*kept)->toObject());
    }
    if (*recovery) {
        rows.recovery = (*recovery)->toObject();
    }
    rows.sealed = std::move(*sealed);
    return rows;
}

} // namespace comanda::hub
