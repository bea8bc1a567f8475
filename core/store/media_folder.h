// Files addressed by their content, two levels of folders deep: media/ab/cd/abcd….
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QFile>
#include <QString>

namespace comanda::store {

class MediaFolder {
public:
    explicit MediaFolder(QString root) : root_(std::move(root)) {}

    // The file with that content; empty if it is not here or the name is no SHA-256.
    [[nodiscard]] QString find(const QString& sha256) const;
    // Moves a finished, synced file in; one that is there already stays. Fails with
    // "media.cannot_keep".
    [[nodiscard]] Result<> take(const QString& temporaryPath, const QString& sha256) const;
    // Exists when it is returned, or is empty if it cannot be made.
    [[nodiscard]] QString temporaryDir() const;
    void removeUnfinished(Millis olderThan) const; // in temporaryDir(), by the file system's clock

private:
    [[nodiscard]] QString pathOf(const QString& sha256) const;
    [[nodiscard]] QString temporaryPath() const;
    QString root_;
};

[[nodiscard]] bool isSha256(const QString& text); // 64 lower-case hexadecimal digits
// Reads the whole file in pieces; empty if it cannot be read.
[[nodiscard]] QString sha256Of(QFile& file);
[[nodiscard]] tl::unexpected<Error> cannotKeep(const QString& detail); // "media.cannot_keep"

} // namespace comanda::store
