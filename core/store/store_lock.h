// Says who writes a SQLite store: one process, by name.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace comanda::store {

// Held until destroyed; a process that dies lets go of it by itself. The file stays: removing it
// would let two processes lock two files of the same name.
class StoreLock {
public:
    // Fails with Busy "store.locked" (params "holder": the program, "pid", "host") or Storage
    // "store.cannot_open".
    [[nodiscard]] static Result<std::unique_ptr<StoreLock>> take(const QString& path);
    ~StoreLock();
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

private:
    class Private;
    explicit StoreLock(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace comanda::store
