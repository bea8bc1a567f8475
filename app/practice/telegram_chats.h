// The customers of the simulated Telegram: who they are, their messages, their files.
#pragma once

#include "app/practice/telegram_simulator.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <map>

namespace comanda::practice {

struct Chat {
    TelegramCustomer customer;
    bool started = false; // wrote or pressed Start: the bot may write
    bool blocked = false;
    bool deactivated = false;
    std::vector<Received> inbox;       // what the bot sent
    std::map<qint64, QJsonObject> own; // what the customer wrote, by message id
    QMap<qint64, QString> reactions;   // of the customer, by message id
    // Bucket of messages: full at `burst`, one a second.
    double tokens = 0;
    std::optional<Monotonic> filled;
    int throttleSeconds = 0; // forced 429
    int throttleTimes = 0;
};

struct StoredFile {
    QByteArray bytes;
    QString uniqueId;
    QString name;
    QString mime;
    QString path; // below /file/bot<token>/
};

struct BusinessConnection {
    QString id;
    qint64 owner = 0;
    bool enabled = true;
    bool canReply = true;
    bool canRead = true;
    bool canDelete = true;
    QMap<qint64, Time> lastIncoming; // by customer
};

struct TelegramChats {
    std::map<qint64, Chat> chats;
    QHash<QString, StoredFile> files; // by file_id
    std::map<QString, BusinessConnection> connections;
    qint64 nextMessage = 1;
    int sends = 0;

    [[nodiscard]] Chat* find(qint64 id);
    // Keeps the bytes and returns the new file_id.
    QString keep(const StoredFile& file, QRandomGenerator& random);
};

[[nodiscard]] QString randomText(QRandomGenerator& random, int length); // A-Z a-z 0-9 _ -
[[nodiscard]] QJsonObject userJson(const TelegramCustomer& customer);
[[nodiscard]] QJsonObject chatJson(const TelegramCustomer& customer);
[[nodiscard]] QJsonObject fileJson(const QString& fileId, const StoredFile& file);
// Width and height of a PNG or JPEG; 0×0 if it is neither.
struct PictureSize {
    int width = 0;
    int height = 0;
};
[[nodiscard]] PictureSize pictureSize(const QByteArray& bytes);

} // namespace comanda::practice
