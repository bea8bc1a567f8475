#include "core/store/ballast.h"

#include "core/store/files.h"

#include <QFileInfo>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace comanda::store {

namespace {

// Real blocks, not a hole: a sparse file would have nothing to give back.
bool occupy(QFile& file, qint64 bytes) {
#ifdef Q_OS_UNIX
    return ::posix_fallocate(file.handle(), 0, bytes) == 0;
#else
    const QByteArray block(1024 * 1024, '\1');
    for (qint64 written = 0; written < bytes; written += block.size()) {
        if (file.write(block) != block.size()) {
            return false;
        }
    }
    return file.flush();
#endif
}

} // namespace

bool hasNoRoom(const QString& folder) {
    constexpr qint64 kLeast = 256LL * 1024;
    const QStorageInfo disk(folder);
    return disk.isValid() && disk.bytesAvailable() < kLeast;
}

bool Ballast::isThere() const {
    return QFileInfo(path_).size() >= bytes_;
}

bool Ballast::ensure() {
    if (isThere()) {
        return true;
    }
    if (QStorageInfo(folderOf(path_)).bytesAvailable() < 2 * bytes_) {
        return false;
    }
    QFile file(path_);
    if (makeOwnerFile(path_) && file.open(QIODevice::ReadWrite) && occupy(file, bytes_)) {
        return true;
    }
    file.close();
    QFile::remove(path_); // half a ballast would be taken for a whole one by nobody, and cost space
    return false;
}

bool Ballast::release() {
    const bool had = QFileInfo(path_).size() > 0;
    return QFile::remove(path_) && had;
}

} // namespace comanda::store
