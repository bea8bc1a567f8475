#include "app/server/mailbox_command.h"

#include "app/process/stop_signals.h"
#include "core/hub/places.h"
#include "core/mailbox/mailbox.h"
#include "core/security/sealing.h"
#include "core/store/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/resource.h>

namespace comanda::server {

using namespace Qt::StringLiterals;

namespace {

// A core file would hold the app secret.
void forbidCoreFiles() {
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0) {
        note(u"core files could not be forbidden"_s);
    }
}

Result<> writeSecretFile(const QString& path, const QByteArray& value) {
    QFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(value) == value.size() && store::syncFile(file);
    return written ? Result<>(Done{})
                   : Result<>(fail(ErrorKind::Storage, u"vault.cannot_write"_s,
                                   path + u": "_s + file.errorString(), {{u"file"_s, path}}));
}

QJsonObject fileReference(const QString& path) {
    return {{u"file"_s, path}};
}

QJsonObject settingsFor(const QString& folder, const QString& path) {
    const QDir secrets(folder);
    const QJsonObject route{{u"path"_s, path},
                            {u"platform"_s, u"whatsapp"_s},
                            {u"account"_s, u"PHONE_NUMBER_ID"_s},
                            {u"verify_token"_s, fileReference(secrets.filePath(u"verify_token"_s))},
                            {u"app_secret"_s, fileReference(secrets.filePath(u"app_secret"_s))}};
    const QJsonObject tls{{u"certificate"_s, u"/etc/letsencrypt/live/HOST/fullchain.pem"_s},
                          {u"key"_s, u"/etc/letsencrypt/live/HOST/privkey.pem"_s}};
    const QJsonObject mailbox{{u"address"_s, u"0.0.0.0"_s},
                              {u"port"_s, 8443},
                              {u"tls"_s, tls},
                              {u"routes"_s, QJsonArray{route}},
                              {u"hub_token"_s, fileReference(secrets.filePath(u"hub_token"_s))},
                              {u"hub_public_key"_s, u"PASTE_FROM_COMANDA"_s},
                              {u"app_id"_s, u"META_APP_ID"_s}};
    return {{u"schema"_s, u"comanda-config/1"_s}, {u"mailbox"_s, mailbox}};
}

} // namespace

int makeMailboxKeys(const Invocation& invocation) {
    const QString folder = QDir(invocation.dataDir).absoluteFilePath(u"secrets"_s);
    if (!store::makeOwnerFolder(folder)) {
        return failed({ErrorKind::Storage, u"vault.cannot_write"_s, {}, folder, std::nullopt});
    }
    const QDir secrets(folder);
    for (const QString& name : {u"hub_token"_s, u"verify_token"_s}) {
        const Result<> written = writeSecretFile(secrets.filePath(name), security::randomToken(32));
        if (!written) {
            return failed(written.error());
        }
    }
    const QString path = QString::fromLatin1(security::randomToken(16));
    printLine(QString::fromUtf8(QJsonDocument(settingsFor(folder, path)).toJson()));
    note(u"the settings above go into %1"_s.arg(
        QDir(invocation.dataDir).absoluteFilePath(u"config.json"_s)));
    note(u"webhook address for Meta: https://HOST:PORT/hooks/%1"_s.arg(path));
    note(u"verify token for Meta: in %1"_s.arg(secrets.filePath(u"verify_token"_s)));
    note(u"key for Comanda (Settings, Mailbox): in %1"_s.arg(secrets.filePath(u"hub_token"_s)));
    note(
        u"hub_public_key: Comanda shows it under Settings, Mailbox, comandactl doctor beside a hub "
        "without a window; paste it into the settings"_s);
    note(u"app secret: copy it from Meta's app dashboard with: (umask 077; cat > %1)"_s.arg(
        secrets.filePath(u"app_secret"_s)));
    return kDone;
}

int runMailbox(const Invocation& invocation) {
    forbidCoreFiles();
    Result<hub::Config> config = hub::configFor(invocation.dataDir, invocation.configFile);
    if (!config) {
        return failed(config.error());
    }
    if (!config->mailbox) {
        return failed({ErrorKind::Invalid,
                       u"mailbox.not_configured"_s,
                       {},
                       u"the settings have no \"mailbox\"; see comanda-server mailbox --new-keys"_s,
                       std::nullopt});
    }
    if (config->mailbox->dataDir.isEmpty()) {
        config->mailbox->dataDir = invocation.dataDir;
    }
    const SystemClock clock;
    StopSignals signals_;
    const auto mailbox = mailbox::Mailbox::start(*config->mailbox, clock);
    if (!mailbox) {
        return failed(mailbox.error());
    }
    QObject::connect(&signals_, &StopSignals::stopAsked, qApp, &QCoreApplication::quit);
    printLine(u"listening on %1 port %2"_s.arg(config->mailbox->address).arg((*mailbox)->port()));
    return QCoreApplication::exec();
}

} // namespace comanda::server
