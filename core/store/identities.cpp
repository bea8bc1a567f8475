#include "core/store/identities.h"

#include "core/store/conversations.h"
#include "core/store/try.h"

#include <algorithm>
#include <set>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"key"_s; // the kind under which conversation keys are kept

struct Claim {
    QString kind, value;
};

struct Known {
    ConversationId conversation;
    std::optional<Time> formerAt;
    bool decides = false; // whose conversation it is
};

// A user name may pass to somebody else: it is shown and searched, but never decides. Neither does
// a telephone number where it is no address but what somebody wrote on their card.
bool decides(const QString& kind, const QString& platform) {
    return kind != "username"_L1 && (kind != "phone"_L1 || platform != "telegram"_L1);
}

// In a group the ids are those of one member, not the group's. An address that contains the id
// ("<business connection>:<chat>") is the person's own.
bool idsAreOfAMember(const Event& event) {
    if (event.kind == EventKind::Comment) {
        return true;
    }
    bool ofSender = false;
    for (const QString& value : event.ids) {
        if (event.conversationKey == value || event.conversationKey.endsWith(u':' + value)) {
            return false;
        }
        ofSender = ofSender || (!event.senderId.isEmpty() && value == event.senderId);
    }
    return ofSender && !event.conversationKey.isEmpty();
}

bool isFormer(const Event& event, const QString& value) {
    return std::find(event.formerIds.begin(), event.formerIds.end(), value)
           != event.formerIds.end();
}

// Every address that the event says is the person's now.
std::vector<Claim> claimsOf(const Event& event) {
    std::vector<Claim> claims;
    const auto add = [&](const QString& kind, const QString& value) {
        if (!value.isEmpty() && !isFormer(event, value)) {
            claims.push_back({kind, value});
        }
    };
    if (!idsAreOfAMember(event)) {
        for (auto it = event.ids.begin(); it != event.ids.end(); ++it) {
            add(it.key(), it.value());
            // A person who was addressed by what they had before is addressed by this now.
            if (isFormer(event, event.conversationKey) && event.formerIds.contains(it.key())) {
                add(kKey, it.value());
            }
        }
    }
    add(kKey, event.conversationKey);
    return claims;
}

Result<std::optional<Known>> known(Connection& db, ChannelId channel, const Claim& claim) {
    COMANDA_LET(row,
                db.selectOne(u"SELECT conversation, former_at,"
                             " (SELECT c.platform FROM channel c WHERE c.id = identity.channel)"
                             " FROM identity WHERE channel = ? AND kind = ? AND value = ?"_s,
                             {bind(channel), claim.kind, claim.value}));
    if (!row) {
        return std::nullopt;
    }
    return Known{row->id<ConversationId>(0), row->optionalTime(1),
                 decides(claim.kind, row->text(2))};
}

Result<> keepClaim(Connection& db, ChannelId channel, ConversationId owner, const Claim& claim,
                   Time when) {
    return db
        .execute(u"INSERT INTO identity (channel, kind, value, conversation, seen_at) VALUES (?, "
                 u"?, ?, ?, ?)"
                 " ON CONFLICT (channel, kind, value) DO UPDATE SET"
                 " conversation = CASE WHEN identity.seen_at <= excluded.seen_at"
                 " THEN excluded.conversation ELSE identity.conversation END,"
                 " former_at = CASE WHEN identity.former_at < excluded.seen_at THEN NULL"
                 " ELSE identity.former_at END,"
                 " seen_at = CASE WHEN identity.seen_at < excluded.seen_at"
                 " THEN excluded.seen_at ELSE identity.seen_at END"_s,
                 {bind(channel), claim.kind, claim.value, bind(owner), bind(when)})
        .map([](int) { return Done{}; });
}

// The address was the person's until `when`; kept, so that a message from before still finds them.
Result<> keepFormer(Connection& db, ChannelId channel, ConversationId owner, const Claim& claim,
                    Time when) {
    return db
        .execute(
            u"INSERT INTO identity (channel, kind, value, conversation, seen_at, former_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (channel, kind, value) DO UPDATE SET"
            " former_at = CASE WHEN identity.seen_at > excluded.former_at THEN identity.former_at"
            " ELSE excluded.former_at END"_s,
            {bind(channel), claim.kind, claim.value, bind(owner), bind(when), bind(when)})
        .map([](int) { return Done{}; });
}

struct Found {
    std::set<ConversationId> owners; // all that the event's ids lead to; the oldest first
    std::set<ConversationId> losers; // whose address (a user name, a recycled number) it takes over
};

Result<Found> lookUp(Connection& db, ChannelId channel, const Event& event,
                     const std::vector<Claim>& claims, Time when) {
    Found found;
    for (const Claim& claim : claims) {
        COMANDA_LET(owner, known(db, channel, claim));
        if (!owner) {
            continue;
        }
        const bool passed = owner->formerAt && *owner->formerAt < when;
        (owner->decides && !passed ? found.owners : found.losers).insert(owner->conversation);
    }
    for (auto it = event.formerIds.begin(); it != event.formerIds.end(); ++it) {
        for (const QString& kind : {it.key(), kKey}) {
            COMANDA_LET(owner, known(db, channel, {kind, it.value()}));
            if (owner && owner->decides) {
                found.owners.insert(owner->conversation);
            }
        }
    }
    return found;
}

Result<ConversationId> create(const Tools& tools, ChannelId channel, const Event& event) {
    COMANDA_LET(platform, tools.db.selectOne(u"SELECT platform FROM channel WHERE id = ?"_s,
                                             {bind(channel)}));
    if (!platform) {
        return fail(ErrorKind::NotFound, u"store.no_channel"_s);
    }
    COMANDA_LET(
        customer,
        tools.db.insert(u"INSERT INTO customer (name, created_at) VALUES (?, ?) RETURNING id"_s,
                        {event.senderName, bind(tools.clock.now())}));
    return tools.db
        .insert(
            u"INSERT INTO conversation (channel, platform, address, customer) VALUES (?, ?, ?, ?) RETURNING id"_s,
            {bind(channel), platform->text(0), event.conversationKey, customer})
        .map([](qint64 id) { return ConversationId(id); });
}

// The newest address of every kind, written into the conversation's row.
Result<> refreshIds(Connection& db, ConversationId conversation) {
    COMANDA_LET(
        rows,
        db.select(u"SELECT kind, value FROM identity WHERE conversation = ? AND former_at IS NULL"
                  " ORDER BY seen_at, value"_s,
                  {bind(conversation)}));
    QMap<QString, QString> ids;
    for (const Row& row : rows) {
        ids.insert(row.text(0), row.text(1));
    }
    const QString address = ids.take(kKey);
    COMANDA_LET(names, db.selectOne(u"SELECT name, address FROM conversation WHERE id = ?"_s,
                                    {bind(conversation)}));
    if (!names) {
        return Done{};
    }
    const QString now = address.isEmpty() ? names->text(1) : address;
    return db
        .execute(u"UPDATE conversation SET ids = ?, address = ?, search_text = ? WHERE id = ?"_s,
                 {idsJson(ids), now, nameWords(names->text(0), ids, now), bind(conversation)})
        .map([](int) { return Done{}; });
}

Result<ConversationId> attach(const Tools& tools, ChannelId channel, const Event& event,
                              std::optional<ConversationId> to, Time when) {
    const std::vector<Claim> claims = claimsOf(event);
    COMANDA_LET(found, lookUp(tools.db, channel, event, claims, when));
    if (to) {
        found.owners.insert(*to);
    }
    if (found.owners.empty()) {
        COMANDA_LET(made, create(tools, channel, event));
        found.owners.insert(made);
    }
    const ConversationId owner = *found.owners.begin();
    for (auto it = std::next(found.owners.begin()); it != found.owners.end(); ++it) {
        COMANDA_TRY(mergeConversations(tools, owner, *it));
        found.losers.erase(*it);
    }
    for (const Claim& claim : claims) {
        COMANDA_TRY(keepClaim(tools.db, channel, owner, claim, when));
    }
    for (auto it = event.formerIds.begin(); it != event.formerIds.end(); ++it) {
        COMANDA_TRY(keepFormer(tools.db, channel, owner, {it.key(), it.value()}, when));
        COMANDA_TRY(keepFormer(tools.db, channel, owner, {kKey, it.value()}, when));
    }
    found.losers.erase(owner);
    for (const ConversationId loser : found.losers) {
        COMANDA_TRY(refreshIds(tools.db, loser));
        noteChange(tools.changes, loser);
    }
    COMANDA_TRY(refreshIds(tools.db, owner));
    noteChange(tools.changes, owner);
    return owner;
}

// Nothing in the event that the conversation's row does not say already.
bool saysNothingNew(const Place& place, const Event& event) {
    if (!event.formerIds.isEmpty() || place.address != event.conversationKey) {
        return false;
    }
    if (idsAreOfAMember(event)) {
        return true;
    }
    for (auto it = event.ids.begin(); it != event.ids.end(); ++it) {
        if (!it.value().isEmpty() && place.ids.value(it.key()) != it.value()) {
            return false;
        }
    }
    return true;
}

constexpr auto kPlaceColumns =
    "c.id, c.platform, c.address, c.ids, c.name, c.last_at, c.last_customer_at,"
    " c.window_ends, EXISTS (SELECT 1 FROM parked p WHERE p.channel = ? AND"
    " p.reference = ?)"_L1;

Place placeFrom(const Row& row) {
    return {row.id<ConversationId>(0), row.text(1),         row.text(2),
            idsFrom(row.text(3)),      row.text(4),         row.optionalTime(5),
            row.optionalTime(6),       row.optionalTime(7), row.flag(8)};
}

} // namespace

Time senderTime(const Event& event, Time received) {
    return event.timestamp ? std::min(*event.timestamp, received) : received;
}

Result<Place> placeOf(const Tools& tools, ChannelId channel, const Event& event, Time when) {
    static const QString byKey =
        u"SELECT "_s + kPlaceColumns
        + ", i.former_at FROM identity i JOIN conversation c ON c.id = i.conversation"
          " WHERE i.channel = ? AND i.kind = 'key' AND i.value = ?"_L1;
    static const QString byId =
        u"SELECT "_s + kPlaceColumns + " FROM conversation c WHERE c.id = ?"_L1;
    COMANDA_LET(quick, tools.db.selectOne(byKey, {bind(channel), event.externalId, bind(channel),
                                                  event.conversationKey}));
    if (quick && quick->isNull(9)) {
        Place place = placeFrom(*quick);
        if (saysNothingNew(place, event)) {
            return place;
        }
    }
    COMANDA_LET(owner, attach(tools, channel, event, std::nullopt, when));
    COMANDA_LET(row, tools.db.selectOne(byId, {bind(channel), event.externalId, bind(owner)}));
    if (!row) {
        return fail(ErrorKind::NotFound, u"store.no_conversation"_s);
    }
    return placeFrom(*row);
}

Result<ConversationId> attachIds(const Tools& tools, ChannelId channel, ConversationId to,
                                 const Event& event, Time when) {
    COMANDA_LET(row, tools.db.selectOne(u"SELECT address, ids FROM conversation WHERE id = ?"_s,
                                        {bind(to)}));
    Place place;
    if (row) {
        place.address = row->text(0);
        place.ids = idsFrom(row->text(1));
    }
    // Whoever confirms a message may be one of a group: an address alone says no more than that.
    if (event.conversationKey.isEmpty() || event.ids.isEmpty() || saysNothingNew(place, event)) {
        return to;
    }
    return attach(tools, channel, event, to, when);
}

Result<std::optional<ConversationId>> findPlace(const Tools& tools, ChannelId channel,
                                                const Event& event, Time when) {
    std::vector<Claim> claims = claimsOf(event);
    std::reverse(claims.begin(), claims.end()); // the key first
    for (const Claim& claim : claims) {
        COMANDA_LET(owner, known(tools.db, channel, claim));
        if (owner && owner->decides && !(owner->formerAt && *owner->formerAt < when)) {
            return owner->conversation;
        }
    }
    return std::nullopt;
}

Result<ConversationId> remaining(Connection& db, ConversationId conversation) {
    COMANDA_LET(row,
                db.selectOne(u"SELECT COALESCE(merged_into, id) FROM conversation WHERE id = ?"_s,
                             {bind(conversation)}));
    if (!row) {
        return fail(ErrorKind::NotFound, u"store.no_conversation"_s);
    }
    return row->id<ConversationId>(0);
}

} // namespace comanda::store
