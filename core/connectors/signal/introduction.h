// Whom we speak to: the daemon's version, and whether it has our account. Pure.
#pragma once

#include "core/connectors/signal/answers.h"
#include "core/domain/channel.h"

namespace comanda::signal {

// What `version` and `listAccounts` said together. `trouble.failure` nullopt: all is well.
struct Introduction {
    QString version;
    Health trouble;
    QStringList warnings; // ids worded in app/text
};

[[nodiscard]] Introduction introductionFrom(const QString& account, const Answer& version,
                                            const Answer& accounts);

[[nodiscard]] AccountCheck accountFrom(const QString& account, const Introduction& introduction);

} // namespace comanda::signal
