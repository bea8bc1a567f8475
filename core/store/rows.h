// Values that go into and come out of the store and are nobody else's.
#pragma once

#include "core/base/ids.h"
#include "core/domain/channel.h"
#include "core/domain/event.h"
#include "core/domain/message.h"
#include "core/domain/order.h"
#include "core/domain/outgoing.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace comanda::store {

// What an intake did.
struct Intake {
    DeliveryId delivery;
    int applied = 0;  // events applied now
    int repeated = 0; // seen before
    int unread = 0;   // could not be applied: the delivery stays, marked
    int newMessages = 0;
    std::vector<OrderId> newOrders;   // from structured carts
    std::vector<ConversationId> rang; // conversations with something new and not late
};

// A message about to leave, claimed by this holder of the lease.
struct Claimed {
    OutboxId outbox;
    MessageId message;
    ConversationId conversation;
    ChannelId channel;
    OutgoingMessage out;
    int attempt = 1;  // this one, from 1
    qint64 fence = 0; // under which it was claimed: only that one may settle it
    std::optional<Time> expires;
    std::optional<Time> lastCustomerAt, windowEnds;
    bool blocked = false, noRight = false;
    std::optional<OrderId> reasonOrder;    // sent because this order …
    std::optional<OrderState> reasonState; // … reached this state: void if it has left it
    bool reasonHolds = true;
    std::optional<Time> quotedAt; // when the message that it answers was written
};

// What to put into the outbox.
struct Outgoing {
    ConversationId conversation;
    QString author; // the person at our side
    QString text;
    std::vector<Button> buttons;
    std::optional<MessageId> replyTo;
    std::optional<KeptAttachment> media; // already in the media store
    std::optional<Time> notBefore, expires;
    std::optional<OrderId> reasonOrder;
    std::optional<OrderState> reasonState;
    std::optional<MessageId> reactTo;     // with `text` as the emoji; empty takes it back
    std::optional<MessageId> edits;       // change the text of that message of ours
    std::optional<MessageId> deletes;     // take that message of ours back
    bool privately = false;               // to the author of the comment `replyTo` alone, once
    std::optional<TemplateUse> templated; // an approved text: `text` is what will be read
    bool asksNumber = false;              // the platform asks for the phone number
};

// A queue row for later work, written with what caused it and removed with its result.
struct Work {
    WorkId id;
    enum class Kind { FetchMedia, Index } kind = Kind::FetchMedia;
    ChannelId channel;
    MessageId message;
    int attachment = 0; // index
    int attempt = 0;
    Attachment what; // of FetchMedia
};

struct Lease {
    QString holder; // seat name @ machine
    qint64 fence = 0;
    Time expires;
};

struct SearchHit {
    MessageId message; // the newest message of that conversation that matches
    ConversationId conversation;
    QString name, text;
    Platform platform = Platform::Telegram;
    Time at;
};

// The events of one delivery, by the channel that owns them.
using EventShares = std::vector<std::pair<ChannelId, Events>>;

struct DeliveryRow { // a journaled delivery that could not be read or applied
    DeliveryId id;
    ChannelId channel;
    Time receivedAt;
    QByteArray body;
    QString why;
    QString source;
};

struct StoreFigures { // for doctor
    QString engine, engineVersion;
    int schema = 0;
    qint64 messages = 0, conversations = 0, orders = 0, waiting = 0, unsure = 0,
           unreadDeliveries = 0, pendingWork = 0;
    QStringList warnings; // ids worded in app/text, e.g. "store.sqlite_wal_reset"
};

// Bytes of attachments, addressed by SHA-256: files beside the store on SQLite, chunk rows on
// PostgreSQL (with a file cache here). Safe to use from any thread.
class MediaStore {
public:
    virtual ~MediaStore() = default;
    // Moves the finished file in. Fails with "media.cannot_keep".
    [[nodiscard]] virtual Result<QString> keep(const QString& temporaryPath) = 0; // -> sha256
    // A readable file with that content; empty if it is not here.
    [[nodiscard]] virtual QString path(const QString& sha256) const = 0;
    [[nodiscard]] virtual QString temporaryDir() const = 0;
};

} // namespace comanda::store
