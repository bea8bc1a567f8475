// Folders and files that only their owner may read, and bytes that survive a power cut.
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QString>

#include <optional>

namespace comanda::store {

constexpr QFile::Permissions kOwnerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions kOwnerFolder = kOwnerFile | QFile::ExeOwner;

// Makes the folder and what is missing above it, owner-only. One that exists already keeps its
// permissions: it may be shared with others on purpose (a home folder, /var/lib).
[[nodiscard]] bool makeOwnerFolder(const QString& path);

// Makes an empty owner-only file, or makes an existing one owner-only.
[[nodiscard]] bool makeOwnerFile(const QString& path);

// Forces a file's bytes, or a folder's entries, to the disk.
[[nodiscard]] bool syncFile(QFile& file);
[[nodiscard]] bool syncFolder(const QString& path);

// Which file a name stands for just now.
struct FileIdentity {
    quint64 device = 0, file = 0;
    // nullopt: no such file; or a system (Windows) where an open file cannot be removed.
    [[nodiscard]] static std::optional<FileIdentity> of(const QString& path);
    bool operator==(const FileIdentity&) const = default;
};

// The folder that holds a file.
[[nodiscard]] QString folderOf(const QString& file);

} // namespace comanda::store
