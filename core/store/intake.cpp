// The intake: one delivery, journaled and applied in one transaction, each of its events once.
#include "core/store/arrivals.h"
#include "core/store/try.h"
#include "core/store/writer.h"

#include <QCryptographicHash>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPruneAtOnce = 2000;

// Whether the event was not seen before; from now on it is.
Result<bool> isNew(Connection& db, ChannelId channel, const Event& event) {
    if (event.eventKey.isEmpty()) {
        return true;
    }
    const QByteArray digest =
        QCryptographicHash::hash(event.eventKey.toUtf8(), QCryptographicHash::Sha256);
    return db
        .execute(
            u"INSERT INTO seen (channel, digest) VALUES (?, ?) ON CONFLICT (channel, digest) DO NOTHING"_s,
            {bind(channel), digest})
        .map([](int inserted) { return inserted > 0; });
}

// The event itself is at fault, and would be each time: it is put aside and the others applied.
// After anything else the delivery must come again, so nothing of it may be acknowledged.
bool isEventsFault(const Error& error) {
    return error.kind == ErrorKind::Malformed || error.kind == ErrorKind::Invalid;
}

Result<> applyOnce(const Tools& tools, const Arrival& arrival, const Event& event, Intake& intake) {
    COMANDA_TRY(checkEvent(event));
    COMANDA_LET(fresh, isNew(tools.db, arrival.channel, event));
    if (!fresh) {
        ++intake.repeated;
        return Done{};
    }
    COMANDA_TRY(applyEvent(tools, arrival, event, intake));
    ++intake.applied;
    return Done{};
}

// All events behind one savepoint: the usual way.
Result<> applyTogether(const Tools& tools, const Arrival& arrival, const Events& events,
                       Intake& intake) {
    for (const Event& event : events) {
        COMANDA_TRY(applyOnce(tools, arrival, event, intake));
    }
    return Done{};
}

// One of them failed: each behind a savepoint of its own. `why` collects the reasons.
Result<> applyOneByOne(const Tools& tools, const Arrival& arrival, const Events& events,
                       Intake& intake, QStringList& why) {
    for (const Event& event : events) {
        const Intake before = intake;
        const ChangeSet changesBefore = tools.changes;
        COMANDA_TRY(tools.db.savepoint());
        Result<> applied = applyOnce(tools, arrival, event, intake);
        if (applied) {
            COMANDA_TRY(tools.db.releaseSavepoint());
            continue;
        }
        tools.db.rollbackToSavepoint();
        intake = before;
        tools.changes = changesBefore;
        if (!isEventsFault(applied.error())) {
            return applied;
        }
        ++intake.unread;
        why.append(
            (applied.error().id + u' ' + event.reason + u' ' + applied.error().detail).trimmed());
    }
    return Done{};
}

Result<> applyAll(const Tools& tools, const Arrival& arrival, const Events& events, Intake& intake,
                  QStringList& why) {
    if (events.empty()) {
        ++intake.unread;
        why.append(u"intake.unreadable"_s);
        return Done{};
    }
    const Intake before = intake;
    const ChangeSet changesBefore = tools.changes;
    COMANDA_TRY(tools.db.savepoint());
    Result<> together = applyTogether(tools, arrival, events, intake);
    if (together) {
        return tools.db.releaseSavepoint();
    }
    tools.db.rollbackToSavepoint();
    if (!isEventsFault(together.error())) {
        return together;
    }
    intake = before;
    tools.changes = changesBefore;
    return applyOneByOne(tools, arrival, events, intake, why);
}

Result<> noteArrival(Connection& db, ChannelId channel, const Intake& intake, Time receivedAt,
                     const std::optional<QString>& cursor) {
    if (intake.newMessages == 0 && !cursor) {
        return Done{};
    }
    const QVariant at = intake.newMessages > 0 ? bind(receivedAt) : QVariant(-1);
    return db
        .execute(u"UPDATE channel SET last_in_at = CASE WHEN COALESCE(last_in_at, -1) < ? THEN ? "
                 u"ELSE last_in_at END,"
                 " cursor = COALESCE(?, cursor) WHERE id = ?"_s,
                 {at, at, cursor ? QVariant(*cursor) : QVariant(), bind(channel)})
        .map([](int) { return Done{}; });
}

Result<> markUnread(Connection& db, DeliveryId delivery, const QStringList& why) {
    return db
        .execute(u"UPDATE delivery SET state = 'unread', why = ? WHERE id = ?"_s,
                 {why.join(u'\n').left(2000), bind(delivery)})
        .map([](int) { return Done{}; });
}

} // namespace

Result<Intake> Writer::intake(ChannelId channel, const Delivery& delivery, const Events& events,
                              const std::optional<QString>& cursor, const Shop& shop) {
    const Time received = toMillis(delivery.receivedAt) > 0 ? delivery.receivedAt : clock_.now();
    const Tools tools{connection_, clock_, changes_};
    const Arrival arrival{channel, received, shop};
    COMANDA_LET(
        row, connection_.insert(u"INSERT INTO delivery (channel, received_at, source, body, state)"
                                " VALUES (?, ?, ?, ?, 'applied') RETURNING id"_s,
                                {bind(channel), bind(received), delivery.source, delivery.body}));
    Intake intake;
    intake.delivery = DeliveryId(row);
    QStringList why;
    COMANDA_TRY(applyAll(tools, arrival, events, intake, why));
    if (!why.isEmpty()) {
        COMANDA_TRY(markUnread(connection_, intake.delivery, why));
    }
    COMANDA_TRY(noteArrival(connection_, channel, intake, received, cursor));
    return intake;
}

Result<Intake> Writer::readAgain(const DeliveryRow& delivery, const EventShares& shares,
                                 const Shop& shop) {
    COMANDA_LET(taken, connection_.execute(u"UPDATE delivery SET state = 'applied', why = NULL"
                                           " WHERE id = ? AND state = 'unread'"_s,
                                           {bind(delivery.id)}));
    if (taken == 0) {
        return fail(ErrorKind::NotFound, u"store.no_delivery"_s);
    }
    const Tools tools{connection_, clock_, changes_};
    Intake intake;
    intake.delivery = delivery.id;
    QStringList why;
    for (const auto& [channel, events] : shares) {
        COMANDA_TRY(
            applyAll(tools, Arrival{channel, delivery.receivedAt, shop}, events, intake, why));
    }
    if (!why.isEmpty()) {
        COMANDA_TRY(markUnread(connection_, delivery.id, why));
    }
    return intake;
}

Result<> Writer::dismissDelivery(DeliveryId delivery, const QString& by) {
    COMANDA_LET(changed,
                connection_.execute(u"UPDATE delivery SET state = 'dismissed', dismissed_by = ?"
                                    " WHERE id = ? AND state = 'unread'"_s,
                                    {by, bind(delivery)}));
    return changed > 0 ? Result<>(Done{}) : fail(ErrorKind::NotFound, u"store.no_delivery"_s);
}

// Ids grow with time, so the oldest are found without an index over the times.
Result<int> Writer::prune(Time before) {
    COMANDA_TRY(connection_.execute(u"DELETE FROM parked WHERE at < ?"_s, {bind(before)}));
    COMANDA_LET(sent, connection_.execute(
                          u"DELETE FROM outbox WHERE created_at < ? AND id IN"
                          " (SELECT id FROM outbox WHERE state = 'sent' ORDER BY id LIMIT ?)"_s,
                          {bind(before), kPruneAtOnce}));
    COMANDA_LET(read,
                connection_.execute(
                    u"DELETE FROM delivery WHERE received_at < ? AND id IN"
                    " (SELECT id FROM delivery WHERE state <> 'unread' ORDER BY id LIMIT ?)"_s,
                    {bind(before), kPruneAtOnce}));
    return sent + read;
}

} // namespace comanda::store
