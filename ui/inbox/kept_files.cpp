#include "ui/inbox/kept_files.h"

#include "core/base/reply.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

Result<> copyFile(const QString& from, const QString& to) {
    if (from.isEmpty()) {
        return fail(ErrorKind::NotFound, u"media.gone"_s);
    }
    QFile::remove(to);
    QFile source(from);
    if (!source.copy(to)) {
        return fail(ErrorKind::Storage, u"media.cannot_keep"_s, source.errorString());
    }
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner); // never executable
    return Done{};
}

} // namespace

void KeptFiles::copy(const KeptAttachment& kept, const QString& to, QObject* receiver, Done done) {
    auto deliver = replyTo<Result<>>(receiver, std::move(done));
    pool_.start([deliver = std::move(deliver), &media = media_, sha256 = kept.sha256, to] {
        deliver(copyFile(media.path(sha256), to));
    });
}

void KeptFiles::open(const KeptAttachment& kept, QObject* receiver, Done done) {
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/opened"_s;
    QDir().mkpath(folder);
    const QString to = folder + u'/' + kept.sha256.left(24) + u'.' + kept.extension;
    copy(kept, to, receiver, [to, done = std::move(done)](Result<> copied) {
        if (copied && !QDesktopServices::openUrl(QUrl::fromLocalFile(to))) {
            copied = fail(ErrorKind::Invalid, u"media.cannot_open"_s);
        }
        done(std::move(copied));
    });
}

} // namespace comanda::ui
