#include "core/hub/recovery_code_file.h"

#include "core/store/files.h"

#include <QDir>
#include <QFile>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

QString freshName(const QDir& folder) {
    QString path = folder.absoluteFilePath(u"recovery-code.txt"_s);
    for (int number = 2; QFile::exists(path); ++number) {
        path = folder.absoluteFilePath(u"recovery-code-%1.txt"_s.arg(number));
    }
    return path;
}

} // namespace

Result<> RecoveryCodeFile::keep(const Secret& code) {
    const QString path = freshName(QDir(folder_));
    QFile file(path);
    const QByteArray line = code.reveal() + '\n';
    const bool made =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
    if (!made || file.write(line) != line.size() || !store::syncFile(file)
        || !store::syncFolder(folder_)) {
        const QString why = file.errorString();
        if (made) {
            file.remove();
        }
        return fail(ErrorKind::Storage, u"secrets.code_not_kept"_s, why, {{u"file"_s, path}});
    }
    path_ = path;
    return Done{};
}

void RecoveryCodeFile::remove() {
    if (!path_.isEmpty()) {
        QFile::remove(path_);
        path_.clear();
    }
}

} // namespace comanda::hub
