// Space kept back beside a SQLite store: in WAL mode a full disk cannot be cured by deleting rows,
// so something must be there to let go of.
#pragma once

#include <QString>

namespace comanda::store {

constexpr qint64 kBallastBytes = 64LL * 1024 * 1024;

// Too little is left for the few files that opening a store makes.
[[nodiscard]] bool hasNoRoom(const QString& folder);

class Ballast {
public:
    explicit Ballast(QString path, qint64 bytes = kBallastBytes)
        : path_(std::move(path)), bytes_(bytes) {}

    // Makes the file if it is missing and the disk has room for it twice over. True if it is there.
    bool ensure();
    // Gives the space back; true if there was some to give.
    bool release();
    [[nodiscard]] bool isThere() const;

private:
    QString path_;
    qint64 bytes_;
};

} // namespace comanda::store
