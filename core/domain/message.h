// Messages and conversations as the screen shows them.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/event.h"
#include "core/domain/platform.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace comanda {

// How far an outgoing message is. Stored as words; the order is the rank and never falls, except
// that staff may send a failed or unsure one again.
enum class MessageState {
    Received, // incoming
    Waiting,  // durable, not sent yet
    Sending,
    Sent,
    Delivered,
    Read,
    Failed,
    Unsure // the bytes left, the answer did not come
};

enum class MediaState { Wanted, Kept, TooLarge, Gone, Failed };

// An attachment with what we did about its bytes.
struct KeptAttachment {
    Attachment attachment;
    MediaState state = MediaState::Wanted;
    QString sha256;    // of our copy, lower-case hex; empty: none
    QString extension; // from the sniffed type; empty: "save as" only, never opened by us
    qint64 size = 0;   // bytes of our copy

    bool operator==(const KeptAttachment&) const = default;
};

struct Reaction {
    QString who; // the platform's id of the person; empty: us
    QString emoji;

    bool operator==(const Reaction&) const = default;
};

struct Message {
    MessageId id;
    ConversationId conversation;
    Direction direction = Direction::In;
    EventKind kind = EventKind::Message; // Message, Order, Postback or Comment
    QString externalId;
    QString author; // customer's name, or the person at our side; "phone" echoes: empty
    QString text;
    QString payload;
    std::vector<KeptAttachment> attachments;
    std::vector<CartItem> cart;
    Time sentAt;     // by the sender
    Time receivedAt; // by us
    MessageState state = MessageState::Received;
    QString stateWhy; // id of the reason when waiting, failed or unsure
    QString stateDetail;
    QString quotedText, quotedAuthor; // of the message this one answers; empty: none
    bool edited = false;
    bool deleted = false; // by the customer; the text stays, marked
    bool late = false;    // reached us more than kLateAfter after it was written
    QString groupId;
    std::vector<Reaction> reactions;
    QStringList choices;           // titles of the buttons that we sent along
    QString templateName;          // of ours: the approved text that it is
    bool privately = false;        // of ours: not in public, to the comment's author alone
    bool hasPrivateAnswer = false; // of a comment: it can have only one
    std::optional<OrderId> order;  // made from this message

    bool operator==(const Message&) const = default;
};

constexpr Millis kLateAfter{30 * 60 * 1000};
constexpr Millis kForgedClockMax{2 * 60 * 1000};

// Lists sort by this: a forged clock pins nothing on top.
[[nodiscard]] inline Time sortTime(Time sent, Time received) {
    return std::min(sent, received + kForgedClockMax);
}

// The row of the conversation list; kept whole in the store.
struct Conversation {
    ConversationId id;
    ChannelId channel;
    Platform platform = Platform::Telegram;
    QString key; // the platform's address
    CustomerId customer;
    QString name;   // of the person or group; never empty (falls back to number, user name or key)
    QString handle; // phone or user name, shown beside the name; may be empty
    QString lastText;
    Direction lastDirection = Direction::In;
    QString lastAuthor;
    MessageState lastState = MessageState::Received;
    Time lastAt; // sort time
    int unread = 0;
    int waiting = 0; // answers that have not left
    int openOrders = 0;
    bool blocked = false;
    bool noRight = false;               // the shop's own account does not let us answer for it
    std::optional<Time> lastCustomerAt; // opens the reply window
    std::optional<Time> windowEnds;     // where the platform said so
    QString origin;                     // the table or poster whose link they came by last
    QMap<QString, QString> ids;

    bool operator==(const Conversation&) const = default;
};

[[nodiscard]] QString toWord(MessageState state);
[[nodiscard]] QString toWord(MediaState state);
[[nodiscard]] QString toWord(Direction direction);
[[nodiscard]] std::optional<MessageState> messageStateFrom(QStringView word);
[[nodiscard]] std::optional<MediaState> mediaStateFrom(QStringView word);

// The parts of an album, each of which came as a message of its own, as one message: it stands
// where the first part stands and has its id. Rows oldest first; what is no album stays as it is.
[[nodiscard]] std::vector<Message> joinAlbums(std::vector<Message> rows);

// The state after a status event: the higher rank, and failed is final unless we resend.
[[nodiscard]] MessageState advance(MessageState now, DeliveryStatus reported);

} // namespace comanda
