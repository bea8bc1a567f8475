#include "core/store/store_lock.h"

#include "core/store/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

QString programName() {
    const QString path = QCoreApplication::applicationFilePath();
    return path.isEmpty() ? u"comanda"_s : QFileInfo(path).fileName();
}

tl::unexpected<Error> locked(const QString& holder, const QString& pid, const QString& host) {
    return fail(ErrorKind::Busy, u"store.locked"_s, {},
                {{u"holder"_s, holder}, {u"pid"_s, pid}, {u"host"_s, host}});
}

} // namespace

#ifdef Q_OS_UNIX

// flock() and not a file with a process id in it: ids come again (in a container every program is
// number 1), and after a kill nobody should have to remove a file by hand.
class StoreLock::Private {
public:
    explicit Private(int file) : file_(file) {}
    ~Private() { ::close(file_); }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    [[nodiscard]] bool sign() const {
        const QByteArray name = QJsonDocument(QJsonObject{{u"holder"_s, programName()},
                                                          {u"pid"_s, QString::number(::getpid())},
                                                          {u"host"_s, QSysInfo::machineHostName()}})
                                    .toJson(QJsonDocument::Compact);
        return ::ftruncate(file_, 0) == 0
               && ::pwrite(file_, name.constData(), static_cast<size_t>(name.size()), 0)
                      == name.size();
    }

    [[nodiscard]] tl::unexpected<Error> refusal() const {
        QByteArray text(1024, '\0');
        const ssize_t size = ::pread(file_, text.data(), static_cast<size_t>(text.size()), 0);
        text.truncate(size > 0 ? static_cast<qsizetype>(size) : 0);
        const QJsonObject name = QJsonDocument::fromJson(text).object();
        return locked(name.value("holder"_L1).toString(), name.value("pid"_L1).toString(),
                      name.value("host"_L1).toString());
    }

private:
    int file_;
};

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString& path) {
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s,
                    path + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
    }
    auto d = std::make_unique<Private>(file);
    int answer = 0;
    do {
        answer = ::flock(file, LOCK_EX | LOCK_NB);
    } while (answer != 0 && errno == EINTR);
    if (answer != 0) {
        if (errno == EWOULDBLOCK) {
            return d->refusal();
        }
        return fail(ErrorKind::Storage, u"store.cannot_open"_s,
                    path + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
    }
    // A full disk alone is no reason to refuse: without its name the lock still holds, and the
    // little that opening takes comes from the ballast. Without one it ends as "store.disk_full".
    static_cast<void>(d->sign());
    return std::unique_ptr<StoreLock>(new StoreLock(std::move(d)));
}

#else

class StoreLock::Private {
public:
    explicit Private(const QString& path) : file_(path) { file_.setStaleLockTime(0); }
    QLockFile file_;
};

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString& path) {
    auto d = std::make_unique<Private>(path);
    if (d->file_.tryLock(0)) {
        return std::unique_ptr<StoreLock>(new StoreLock(std::move(d)));
    }
    if (d->file_.error() != QLockFile::LockFailedError) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, path);
    }
    qint64 pid = 0;
    QString host;
    QString holder;
    d->file_.getLockInfo(&pid, &host, &holder);
    return locked(holder, QString::number(pid), host);
}

#endif

StoreLock::StoreLock(std::unique_ptr<Private> d) : d(std::move(d)) {}
StoreLock::~StoreLock() = default;

} // namespace comanda::store
