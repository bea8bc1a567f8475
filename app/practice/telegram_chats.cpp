#include "app/practice/telegram_chats.h"

#include <QtEndian>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

QString ending(const QString& mime) {
    static const QHash<QString, QString> known{{u"image/png"_s, u"png"_s},
                                               {u"image/jpeg"_s, u"jpg"_s},
                                               {u"audio/ogg"_s, u"oga"_s},
                                               {u"application/pdf"_s, u"pdf"_s}};
    return known.value(mime, u"bin"_s);
}

int bigEndian16(const QByteArray& bytes, qsizetype at) {
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

PictureSize jpegSize(const QByteArray& bytes) {
    qsizetype at = 2;
    while (at + 9 < bytes.size() && uchar(bytes[at]) == 0xFF) {
        const int marker = uchar(bytes[at + 1]);
        if (marker >= 0xC0 && marker <= 0xC2) {
            return {bigEndian16(bytes, at + 7), bigEndian16(bytes, at + 5)};
        }
        at += 2 + bigEndian16(bytes, at + 2);
    }
    return {};
}

} // namespace

Chat* TelegramChats::find(qint64 id) {
    const auto found = chats.find(id);
    return found == chats.end() ? nullptr : &found->second;
}

QString TelegramChats::keep(const StoredFile& file, QRandomGenerator& random) {
    StoredFile kept = file;
    QString fileId = u"AgAC"_s + randomText(random, 60);
    kept.uniqueId = u"AQAD"_s + randomText(random, 12);
    const QString folder = file.mime.startsWith(u"image/") ? u"photos"_s : u"documents"_s;
    kept.path = u"%1/file_%2.%3"_s.arg(folder).arg(files.size()).arg(ending(file.mime));
    files.insert(fileId, kept);
    return fileId;
}

QString randomText(QRandomGenerator& random, int length) {
    static constexpr QLatin1StringView kLetters(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    QString text;
    for (int i = 0; i < length; ++i) {
        text += QChar(kLetters.at(random.bounded(int(kLetters.size()))));
    }
    return text;
}

QJsonObject userJson(const TelegramCustomer& customer) {
    QJsonObject user{{u"id"_s, customer.id},
                     {u"is_bot"_s, false},
                     {u"first_name"_s, customer.firstName},
                     {u"language_code"_s, customer.language}};
    if (!customer.lastName.isEmpty()) {
        user.insert(u"last_name"_s, customer.lastName);
    }
    if (!customer.userName.isEmpty()) {
        user.insert(u"username"_s, customer.userName);
    }
    return user;
}

QJsonObject chatJson(const TelegramCustomer& customer) {
    QJsonObject chat = userJson(customer);
    chat.remove(u"is_bot");
    chat.remove(u"language_code");
    chat.insert(u"type"_s, u"private"_s);
    return chat;
}

QJsonObject fileJson(const QString& fileId, const StoredFile& file) {
    return {{u"file_id"_s, fileId},
            {u"file_unique_id"_s, file.uniqueId},
            {u"file_size"_s, file.bytes.size()}};
}

PictureSize pictureSize(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG") && bytes.size() >= 24) {
        return {int(qFromBigEndian<quint32>(bytes.constData() + 16)),
                int(qFromBigEndian<quint32>(bytes.constData() + 20))};
    }
    return bytes.startsWith("\xFF\xD8") ? jpegSize(bytes) : PictureSize();
}

} // namespace comanda::practice
