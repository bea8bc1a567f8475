#include "core/store/files.h"

#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <io.h>
#endif

namespace comanda::store {

bool makeOwnerFolder(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir()) {
        return true;
    }
    const QString parent = info.absolutePath();
    if (!QFileInfo(parent).isDir() && !makeOwnerFolder(parent)) {
        return false;
    }
    return QDir().mkdir(path, kOwnerFolder) || QFileInfo(path).isDir(); // somebody else was faster
}

bool makeOwnerFile(const QString& path) {
    if (QFile::exists(path)) {
        return QFile::setPermissions(path, kOwnerFile);
    }
    QFile file(path);
    return file.open(QIODevice::NewOnly | QIODevice::WriteOnly, kOwnerFile) || QFile::exists(path);
}

bool syncFile(QFile& file) {
    if (!file.flush()) {
        return false;
    }
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#elif defined(Q_OS_WIN)
    return ::_commit(file.handle()) == 0;
#endif
}

bool syncFolder(const QString& path) {
#ifdef Q_OS_UNIX
    const int folder =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return false;
    }
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
#else
    Q_UNUSED(path); // NTFS journals its folders
    return true;
#endif
}

std::optional<FileIdentity> FileIdentity::of(const QString& path) {
#ifdef Q_OS_UNIX
    struct stat found {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0) {
        return std::nullopt;
    }
    return FileIdentity{static_cast<quint64>(found.st_dev), static_cast<quint64>(found.st_ino)};
#else
    Q_UNUSED(path);
    return std::nullopt;
#endif
}

QString folderOf(const QString& file) {
    return QFileInfo(file).absolutePath();
}

} // namespace comanda::store
