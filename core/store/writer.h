// Everything that changes the store. One object, on the writing thread, inside a job's savepoint;
// only Store makes one. No statement of SQL leaves this folder.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/people.h"
#include "core/domain/shop.h"
#include "core/store/rows.h"

namespace comanda::store {

class Connection;
struct ChangeSet;

class Writer {
public:
    Writer(Connection& connection, const Clock& clock, ChangeSet& changes);

    // --- configuration ---------------------------------------------------------------------
    [[nodiscard]] Result<ChannelId> saveChannel(const ChannelConfig& channel); // id invalid: new
    // Its conversations stay, and are there again when the same account is added again; what still
    // waits to be sent fails with "outbox.channel_removed".
    [[nodiscard]] Result<> removeChannel(ChannelId channel);
    [[nodiscard]] Result<> saveShop(const Shop& shop);
    [[nodiscard]] Result<> setSetting(const QString& key, const QJsonValue& value);
    // What is there, else `value`, which is there from now on.
    [[nodiscard]] Result<QJsonValue> settingOr(const QString& key, const QJsonValue& value);
    // Already sealed bytes; see hub/secrets. Empty value removes.
    [[nodiscard]] Result<> putSealed(const QString& name, const QByteArray& sealed);
    // What is there, else `sealed`, which is there from now on.
    [[nodiscard]] Result<QByteArray> sealedOr(const QString& name, const QByteArray& sealed);
    [[nodiscard]] Result<> learnAccount(ChannelId channel, const QString& account,
                                        const QJsonObject& facts);
    [[nodiscard]] Result<> learnProducts(ChannelId channel,
                                         const QMap<QString, QString>& nameBySku);
    // The approved texts of the channel's account, all of them: what is not among them is gone.
    [[nodiscard]] Result<> learnTemplates(ChannelId channel,
                                          const std::vector<MessageTemplate>& templates);

    // --- the hub lease ---------------------------------------------------------------------
    // Takes it, or renews it for who has the fence `held`, by the server's clock; fails with Busy
    // "lease.held" (params "holder"). A name alone renews nothing: two programs of one machine
    // have the same.
    [[nodiscard]] Result<Lease> takeLease(const QString& holder, Millis lasts, qint64 held = 0);
    [[nodiscard]] Result<> releaseLease(qint64 fence);
    // First in every intake and claim: fails with Conflict "lease.lost".
    [[nodiscard]] Result<> requireFence(qint64 fence);

    // --- intake ----------------------------------------------------------------------------
    // Journals the delivery, applies every event once, writes the cursor. An event that cannot be
    // applied leaves the delivery marked unread, and the rest is applied.
    [[nodiscard]] Result<Intake> intake(ChannelId channel, const Delivery& delivery,
                                        const Events& events, const std::optional<QString>& cursor,
                                        const Shop& shop);
    // The same for a journaled delivery that was unread so far. NotFound "store.no_delivery": it is
    // not unread any more.
    [[nodiscard]] Result<Intake> readAgain(const DeliveryRow& delivery, const EventShares& shares,
                                           const Shop& shop);
    [[nodiscard]] Result<> setCursor(const QString& name, const QString& value); // mailbox cursor
    [[nodiscard]] Result<> dismissDelivery(DeliveryId delivery, const QString& by);
    // A bounded number of what is older and of no more use: deliveries that were read or
    // dismissed, outbox rows of what the platform has, amendments whose message never came.
    // Returns how many deliveries and outbox rows went: above 0, there may be more.
    [[nodiscard]] Result<int> prune(Time before);

    // --- conversations ---------------------------------------------------------------------
    [[nodiscard]] Result<> markRead(ConversationId conversation);

    // --- people ----------------------------------------------------------------------------
    // Two customers are one person: returns who was joined to the other, for undoJoin(). Fails with
    // Conflict "customer.joined_already", NotFound "customer.unknown".
    [[nodiscard]] Result<CustomerId> joinCustomers(CustomerId one, CustomerId other,
                                                   const Actor& who);
    [[nodiscard]] Result<> undoJoin(CustomerId joined);
    // This one is somebody else than those it stands with: they stay together, and nobody suggests
    // it again. Conflict "customer.apart_already".
    [[nodiscard]] Result<> separateCustomer(CustomerId customer, const Actor& who);
    [[nodiscard]] Result<> notSame(CustomerId one, CustomerId other, const Actor& who);
    // Of the whole person; open orders show what they must not eat. Conflict
    // "customer.changed_meanwhile": `before` is not what stands there.
    [[nodiscard]] Result<> saveCustomer(CustomerId customer, const CustomerCard& before,
                                        const CustomerCard& now);

    // --- outbox ----------------------------------------------------------------------------
    [[nodiscard]] Result<MessageId> enqueue(const Outgoing& outgoing);
    // The first message that may leave now of each conversation that has none on its way, on the
    // given channels, at most `limit`; each becomes `sending` under `fence`.
    [[nodiscard]] Result<std::vector<Claimed>>
    claim(qint64 fence, const std::vector<ChannelId>& channels, Time now, int limit);
    [[nodiscard]] Result<> settle(OutboxId outbox, qint64 fence, const NextStep& step);
    // After a take-over or a crash: rows left in `sending` become unsure. Returns how many.
    [[nodiscard]] Result<int> unsureLeftovers(qint64 fence);
    [[nodiscard]] Result<> resend(MessageId message); // failed or unsure: send again
    [[nodiscard]] Result<>
    confirmArrived(MessageId message); // unsure: a person saw that it arrived
    [[nodiscard]] Result<> cancelWaiting(MessageId message);
    // Rows that waited for a sign-in or a dead channel may be tried again now; what the platform
    // ordered to wait is left alone.
    [[nodiscard]] Result<int> wakeOutbox(ChannelId channel);

    // --- orders ----------------------------------------------------------------------------
    struct NewOrder {
        ConversationId conversation;           // invalid: phone or counter
        Platform platform = Platform::Counter; // used when there is no conversation
        std::vector<OrderLine> lines;
        OrderDetails details;
        Currency currency;
        bool asDraft = false;
        std::vector<MessageId> sources;
    };
    [[nodiscard]] Result<Order> createOrder(const NewOrder& order, const Actor& who,
                                            const Shop& shop);
    // Fails with Conflict "order.changed_meanwhile" when `version` is not the present one. A state
    // that the shop tells its customers puts the notice into the outbox (10 s later); an undo
    // inside that time removes it, a later step back sends nothing by itself.
    [[nodiscard]] Result<Order> changeOrder(OrderId order, int version, const OrderCommand& command,
                                            const Actor& who, const Shop& shop);

    // --- later work ------------------------------------------------------------------------
    [[nodiscard]] Result<std::vector<Work>> takeWork(Work::Kind kind, Time now, int limit);
    [[nodiscard]] Result<> finishMedia(WorkId work, const KeptAttachment& result);
    // `tried`: it was asked for and did not come; else the attempt does not count.
    [[nodiscard]] Result<> postponeWork(WorkId work, Time until, bool tried);
    [[nodiscard]] Result<int> indexSome(int limit); // full-text index; returns how many were done

private:
    Connection& connection_;
    const Clock& clock_;
    ChangeSet& changes_;
};

} // namespace comanda::store
