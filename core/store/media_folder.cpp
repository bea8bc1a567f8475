#include "core/store/media_folder.h"

#include "core/base/log.h"
#include "core/store/files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace comanda::store {

using namespace Qt::StringLiterals;

bool isSha256(const QString& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QString sha256Of(QFile& file) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.seek(0) || !hash.addData(&file)) {
        return {};
    }
    return QString::fromLatin1(hash.result().toHex());
}

tl::unexpected<Error> cannotKeep(const QString& detail) {
    return fail(ErrorKind::Storage, u"media.cannot_keep"_s, detail);
}

QString MediaFolder::pathOf(const QString& sha256) const {
    return root_ + u'/' + sha256.first(2) + u'/' + sha256.sliced(2, 2) + u'/' + sha256;
}

QString MediaFolder::find(const QString& sha256) const {
    if (!isSha256(sha256)) {
        return {};
    }
    const QString path = pathOf(sha256);
    return QFileInfo(path).isFile() ? path : QString();
}

Result<> MediaFolder::take(const QString& temporaryPath, const QString& sha256) const {
    const QString target = pathOf(sha256);
    const QString folder = folderOf(target);
    if (QFileInfo(target).size() == QFileInfo(temporaryPath).size() && QFileInfo(target).isFile()) {
        QFile::remove(temporaryPath);
        return Done{};
    }
    if (!makeOwnerFolder(folder)) {
        return cannotKeep(u"cannot make "_s + folder);
    }
    // Replaces in one step: whoever else keeps this content at the moment writes the same bytes.
    std::error_code error;
    std::filesystem::rename(std::filesystem::path(temporaryPath.toStdU16String()),
                            std::filesystem::path(target.toStdU16String()), error);
    if (error) {
        return cannotKeep(
            u"cannot rename to %1: %2"_s.arg(target, QString::fromStdString(error.message())));
    }
    const QString above = folderOf(folder);
    if (!syncFolder(folder) || !syncFolder(above) || !syncFolder(folderOf(above))) {
        return cannotKeep(u"cannot sync "_s + folder);
    }
    return Done{};
}

QString MediaFolder::temporaryDir() const {
    const QString path = temporaryPath();
    return makeOwnerFolder(path) ? path : QString();
}

QString MediaFolder::temporaryPath() const {
    return root_ + u"/tmp"_s;
}

void MediaFolder::removeUnfinished(Millis olderThan) const {
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-olderThan.count());
    for (const QFileInfo& file : QDir(temporaryPath()).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (file.lastModified() < before && !QFile::remove(file.filePath())) {
            qCWarning(lcStore) << "an unfinished file cannot be removed:" << file.filePath();
        }
    }
}

} // namespace comanda::store
