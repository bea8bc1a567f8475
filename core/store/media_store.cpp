#include "core/store/media_store.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/store/connection.h"
#include "core/store/files.h"
#include "core/store/media_folder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryFile>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis kUnfinishedKept{24LL * 60 * 60 * 1000};

MediaFolder folderFor(const StoreConfig& config) {
    const QString base = config.dataDir.isEmpty() ? folderOf(config.path) : config.dataDir;
    return MediaFolder(base + u"/media"_s);
}

// Owner-only and on the disk, before anybody relies on it. -> sha256
Result<QString> settle(QFile& file) {
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return cannotKeep(file.fileName() + u": "_s + file.errorString());
    }
    const QString sha256 = sha256Of(file);
    if (sha256.isEmpty() || !file.setPermissions(kOwnerFile) || !syncFile(file)) {
        return cannotKeep(file.fileName() + u": "_s + file.errorString());
    }
    return sha256;
}

class FileMedia final : public MediaStore {
public:
    explicit FileMedia(const StoreConfig& config) : folder_(folderFor(config)) {}

    Result<QString> keep(const QString& temporaryPath) override {
        QFile file(temporaryPath);
        auto sha256 = settle(file);
        if (!sha256) {
            return sha256;
        }
        file.close();
        auto taken = folder_.take(temporaryPath, *sha256);
        return taken ? sha256 : fail(taken.error());
    }
    QString path(const QString& sha256) const override { return folder_.find(sha256); }
    QString temporaryDir() const override { return folder_.temporaryDir(); }

private:
    MediaFolder folder_;
};

// Each call has a connection of its own, since a connection belongs to one thread and this object
// to none; an attachment is rare and large beside the milliseconds that connecting takes.
class ChunkMedia final : public MediaStore {
public:
    explicit ChunkMedia(const StoreConfig& config) : config_(config), cache_(folderFor(config)) {}

    Result<QString> keep(const QString& temporaryPath) override {
        QFile file(temporaryPath);
        auto sha256 = settle(file);
        if (!sha256) {
            return sha256;
        }
        if (auto sent = send(file, *sha256); !sent) {
            return cannotKeep(sent.error().id + u": "_s + sent.error().detail);
        }
        file.close();
        auto taken = cache_.take(temporaryPath, *sha256);
        return taken ? sha256 : fail(taken.error());
    }

    QString path(const QString& sha256) const override {
        QString cached = cache_.find(sha256);
        if (!cached.isEmpty() || !isSha256(sha256)) {
            return cached;
        }
        if (auto fetched = fetch(sha256); !fetched) {
            if (fetched.error().kind != ErrorKind::NotFound) {
                qCWarning(lcStore) << "cannot fetch an attachment:" << fetched.error().id
                                   << fetched.error().detail;
            }
            return {};
        }
        return cache_.find(sha256);
    }

    QString temporaryDir() const override { return cache_.temporaryDir(); }

private:
    Result<> send(QFile& file, const QString& sha256) const;
    Result<> sendChunks(Connection& connection, QFile& file, const QString& sha256) const;
    Result<> fetch(const QString& sha256) const;
    Result<> fetchChunks(Connection& connection, QFile& into, const QString& sha256) const;

    StoreConfig config_;
    MediaFolder cache_;
};

Result<> ChunkMedia::send(QFile& file, const QString& sha256) const {
    auto connection = Connection::open(config_, false);
    if (!connection) {
        return fail(connection.error());
    }
    if (auto begun = (*connection)->begin(); !begun) {
        return begun;
    }
    Result<> done = sendChunks(**connection, file, sha256);
    if (done) {
        done = (*connection)->commit();
    }
    if (!done) {
        (*connection)->rollback();
    }
    return done;
}

Result<> ChunkMedia::sendChunks(Connection& connection, QFile& file, const QString& sha256) const {
    if (!file.seek(0)) {
        return cannotKeep(file.errorString());
    }
    qint64 sequence = 0;
    do { // at least one row, so that an empty attachment is there too
        const QByteArray bytes = file.read(kMediaChunkBytes);
        auto sent =
            connection.execute(u"INSERT INTO media_chunk (sha256, seq, bytes) VALUES (?, ?, ?) "
                               "ON CONFLICT (sha256, seq) DO NOTHING"_s,
                               {sha256, sequence, bytes});
        if (!sent) {
            return fail(sent.error());
        }
        ++sequence;
    } while (!file.atEnd());
    return Done{};
}

Result<> ChunkMedia::fetch(const QString& sha256) const {
    const QString folder = cache_.temporaryDir();
    QTemporaryFile file(folder + u"/fetch-XXXXXX"_s); // owner-only by itself
    if (folder.isEmpty() || !file.open()) {
        return cannotKeep(folder + u": "_s + file.errorString());
    }
    auto connection = Connection::open(config_, true);
    if (!connection) {
        return fail(connection.error());
    }
    if (auto fetched = fetchChunks(**connection, file, sha256); !fetched) {
        return fetched;
    }
    if (sha256Of(file) != sha256) {
        return fail(ErrorKind::Storage, u"store.corrupt"_s,
                    u"an attachment's bytes do not give its name"_s);
    }
    if (!syncFile(file)) {
        return cannotKeep(file.errorString());
    }
    const QString name = file.fileName();
    file.setAutoRemove(false);
    file.close();
    auto taken = cache_.take(name, sha256);
    if (!taken) {
        QFile::remove(name);
    }
    return taken;
}

Result<> ChunkMedia::fetchChunks(Connection& connection, QFile& into, const QString& sha256) const {
    for (qint64 sequence = 0;; ++sequence) {
        auto row = connection.selectOne(
            u"SELECT bytes FROM media_chunk WHERE sha256 = ? AND seq = ?"_s, {sha256, sequence});
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return sequence > 0 ? Result<>(Done{}) : fail(ErrorKind::NotFound, u"media.not_here"_s);
        }
        const QByteArray bytes = (*row)->bytes(0);
        if (into.write(bytes) != bytes.size()) {
            return cannotKeep(into.errorString());
        }
    }
}

} // namespace

std::unique_ptr<MediaStore> makeMediaStore(const StoreConfig& config) {
    switch (config.engine) {
    case StoreConfig::Engine::Sqlite:
        return std::make_unique<FileMedia>(config);
    case StoreConfig::Engine::Postgres:
        return std::make_unique<ChunkMedia>(config);
    }
    Q_UNREACHABLE();
}

void removeUnfinished(const StoreConfig& config) {
    folderFor(config).removeUnfinished(kUnfinishedKept);
}

} // namespace comanda::store
