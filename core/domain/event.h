// What a connector reads out of a delivery: one normalised event per thing that happened.
// The fields are those of `comandactl replay` (an outside contract); nullopt or empty means that
// the payload does not say.
#pragma once

#include "core/base/clock.h"
#include "core/domain/platform.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace comanda {

enum class EventKind {
    Message,
    Order,    // a structured cart
    Postback, // a button, a list answer, a menu tap
    Comment,  // public
    Reaction,
    Edit,
    Delete,
    Status, // of something we sent
    Read,   // the customer read
    Ignored // understood as far as `reason` says; nothing to show
};

enum class Direction { In, Out }; // Out: an echo of what the business sent elsewhere

enum class AttachmentType {
    Image,
    Video,
    Audio,
    File,
    Sticker,
    Animation,
    Location,
    Contact,
    Link,
    Story,
    Template,
    Unsupported
};

struct Attachment {
    AttachmentType type = AttachmentType::Unsupported;
    QString mime;               // as the platform says; never trusted for opening
    QString name;               // as the platform says; decoration only
    std::optional<qint64> size; // bytes, as the platform says
    QString id;                 // what the connector needs to fetch it
    QString url;
    QString sha256;     // lower-case hex, where the platform gives a digest
    bool voice = false; // recorded with the microphone
    std::optional<double> latitude, longitude;
    QString title, address; // of a location or link
    QString contactName;
    QStringList phones; // of a contact
    QString what;       // of Unsupported: the platform's word for it

    bool operator==(const Attachment&) const = default;
};

struct CartItem {
    QString sku;      // the catalogue's retailer id
    int quantity = 1; // > 0
    QString price;    // of ONE unit, decimal text in major units; empty: not said
    QString currency; // ISO 4217

    bool operator==(const CartItem&) const = default;
};

// How far something that we sent has come. The order is the rank: it never falls.
enum class DeliveryStatus { Sent, Delivered, Read, Failed };

// Whether the person can be written to at all, where the platform tells. The numbers are stored.
enum class Reachability {
    Reachable = 0,
    Blocked = 1, // they do not want to hear from us (Telegram: bot blocked)
    NoRight = 2  // the shop's own account does not let us answer for it (Telegram Business)
};

struct Event {
    EventKind kind = EventKind::Ignored;
    QString account;         // the platform's id of our own account
    QString eventKey;        // unique within channel and account for ever; the only dedupe key
    QString externalId;      // the platform's id of this message, or of the one a status speaks of
    QString conversationKey; // the platform's stable address of the person or group
    // All ids of that person: "bsuid", "phone", "username", "telegram", "telegram_business", …
    QMap<QString, QString> ids;
    Direction direction = Direction::In;
    QString senderName, senderId;
    std::optional<Time> timestamp; // when the SENDER sent it
    QString text;
    bool hasText = false; // distinguishes an empty text (a reaction taken back) from none
    QString payload;      // the machine part of a button or postback
    std::vector<Attachment> attachments;
    std::vector<CartItem> orderItems; // of Order
    std::optional<DeliveryStatus> status;
    QString errorCode;
    QString errorDetail; // of a failed status: for the installer
    QString errorWhy;    // of a failed status: id, worded in app/text; empty: nobody knows
    QString targetId;    // what an edit, delete, reaction, status or reply concerns
    QString replyTo;     // the message quoted
    QString subject;     // e-mail only
    QString reason;      // of Ignored, in words
    QString
        clientReference; // of a status: the reference that we sent along (biz_opaque_callback_data)
    // Of an echo: the reference of the message of ours that this is one of the earlier parts of.
    QString partOf;
    bool history = false; // imported from before we were connected: no alert, window or unread
    std::optional<Reachability> reachability;
    QString reachabilityOfAll; // then true of every conversation whose key begins with this
    QMap<QString, QString>
        formerIds;                  // ids that this person had until now (number or BSUID changed)
    std::optional<Time> windowEnds; // where the platform says so itself (ads: 72 h)
    QString callbackId;             // answer due within seconds (Telegram callback_query)
    QString groupId;                // albums: messages that belong together
    QString origin;                 // what stood in the link that they came by: a table, a poster
    // Whose event it is, where it came along with another platform's; nullopt: its reader's own.
    std::optional<Platform> platform;

    bool operator==(const Event&) const = default;
};

using Events = std::vector<Event>;

// Bytes as a platform sent them, journaled before they are acknowledged.
struct Delivery {
    QByteArray body;
    QString source;  // "poll", "webhook", "mailbox:<item id>"
    Time receivedAt; // by our clock

    bool operator==(const Delivery&) const = default;
};

[[nodiscard]] QString toWord(EventKind kind);
[[nodiscard]] QString toWord(AttachmentType type);
[[nodiscard]] QString toWord(DeliveryStatus status);
[[nodiscard]] std::optional<EventKind> eventKindFrom(QStringView word);
[[nodiscard]] std::optional<AttachmentType> attachmentTypeFrom(QStringView word);
[[nodiscard]] std::optional<DeliveryStatus> deliveryStatusFrom(QStringView word);

// One line of `comandactl replay`, without "file".
[[nodiscard]] QJsonObject toJson(const Event& event, Platform platform);
[[nodiscard]] QJsonObject toJson(const Attachment& attachment);
[[nodiscard]] Attachment attachmentFromJson(const QJsonObject& json);

[[nodiscard]] Event ignored(QString account, QString reason);

} // namespace comanda
