#include "tests/faults/kill_setup.h"

#include "core/security/sealing.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

const QString kRoute = u"Zm9yIHRoZSBraWxsIHRlc3Q"_s;

// One program's folder.
class Folder {
public:
    explicit Folder(const QString& path) : dir_(path) {}

    // The reference under which the settings name it.
    QJsonObject secret(const QString& name, const QByteArray& value) {
        write(name, value);
        return {{u"file"_s, dir_.filePath(name)}};
    }
    void settings(QJsonObject object) {
        object.insert(u"schema"_s, u"comanda-config/1"_s);
        write(u"config.json"_s, QJsonDocument(object).toJson());
    }
    [[nodiscard]] bool isWritten() const { return written_; }

private:
    void write(const QString& name, const QByteArray& content) {
        QFile file(dir_.filePath(name));
        written_ = written_ && file.open(QIODevice::WriteOnly)
                   && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                   && file.write(content) == content.size() && file.flush();
    }

    QDir dir_;
    bool written_ = true;
};

bool writeMailbox(const KillSetup& setup, const practice::WhatsAppOptions& options,
                  const QByteArray& publicKey) {
    Folder folder(setup.mailboxFolder);
    const QJsonObject route{{u"path"_s, kRoute},
                            {u"platform"_s, u"whatsapp"_s},
                            {u"account"_s, options.phoneNumberId},
                            {u"verify_token"_s, folder.secret(u"verify"_s, options.verifyToken)},
                            {u"app_secret"_s, folder.secret(u"secret"_s, options.appSecret)}};
    const QJsonObject mailbox{{u"address"_s, u"127.0.0.1"_s},
                              {u"port"_s, setup.port},
                              {u"routes"_s, QJsonArray{route}},
                              {u"hub_token"_s, folder.secret(u"token"_s, setup.hubToken)},
                              {u"hub_public_key"_s, QString::fromLatin1(publicKey.toBase64())}};
    folder.settings({{u"mailbox"_s, mailbox}});
    return folder.isWritten();
}

} // namespace

QUrl KillSetup::hook() const {
    return QUrl(u"http://127.0.0.1:%1/hooks/%2"_s.arg(port).arg(kRoute));
}

QUrl KillSetup::mailboxUrl() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

bool writeSettings(Way way, const KillSetup& setup, const practice::TelegramSimulator& telegram,
                   const practice::WhatsAppSimulator& whatsapp) {
    Folder folder(setup.hubFolder);
    const practice::WhatsAppOptions& access = whatsapp.options();
    const QJsonObject bot{{u"platform"_s, u"telegram"_s},
                          {u"account"_s, QString::number(telegram.botId())},
                          {u"name"_s, u"Telegram"_s},
                          {u"api_base_url"_s, telegram.baseUrl().toString()},
                          {u"token"_s, folder.secret(u"token"_s, telegram.token())}};
    QJsonObject number{{u"platform"_s, u"whatsapp"_s},
                       {u"account"_s, access.phoneNumberId},
                       {u"name"_s, u"WhatsApp"_s},
                       {u"api_base_url"_s, whatsapp.baseUrl().toString()},
                       {u"phone_number_id"_s, access.phoneNumberId},
                       {u"route"_s, kRoute},
                       {u"access_token"_s, folder.secret(u"access"_s, access.accessToken)}};
    QJsonObject settings{
        {u"shop"_s, QJsonObject{{u"name"_s, u"Test"_s}, {u"currency"_s, u"COP"_s}}}};
    if (way == Way::Mailbox) { // which alone knows the app secret
        const security::KeyPair keys = security::newKeyPair();
        if (!writeMailbox(setup, access, keys.publicKey)) {
            return false;
        }
        settings.insert(
            u"mailbox_link"_s,
            QJsonObject{{u"url"_s, setup.mailboxUrl().toString()},
                        {u"token"_s, folder.secret(u"hub_token"_s, setup.hubToken)},
                        {u"private_key"_s,
                         folder.secret(u"private_key"_s, keys.privateKey.reveal().toBase64())}});
    } else {
        number.insert(u"app_secret"_s, folder.secret(u"secret"_s, access.appSecret));
        number.insert(u"verify_token"_s, folder.secret(u"verify"_s, access.verifyToken));
        settings.insert(u"receiver"_s, QJsonObject{{u"port"_s, setup.port}});
    }
    settings.insert(u"channels"_s, QJsonArray{bot, number});
    folder.settings(settings);
    return folder.isWritten();
}

} // namespace comanda::test
