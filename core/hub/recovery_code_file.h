// Where a program without a person in front of it leaves the recovery code of keys that it made.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QString>

namespace comanda::hub {

// Not printed: what a service prints ends up in logs that others read.
class RecoveryCodeFile {
public:
    explicit RecoveryCodeFile(QString folder) : folder_(std::move(folder)) {}

    // Writes a new owner-only file and waits until it is on the disk; a code that is there already
    // may be another store's and stays. Fails with "secrets.code_not_kept" (parameter file).
    [[nodiscard]] Result<> keep(const Secret& code);
    void remove(); // the one written by keep(): its keys are not there after all

    [[nodiscard]] const QString& path() const { return path_; } // empty: nothing was kept

private:
    QString folder_, path_;
};

} // namespace comanda::hub
