// Every table and index of the store, one text for both engines. Times are UTC
// milliseconds, flags 0 or 1, words those of core/domain; a missing value is NULL.
#include "core/store/schema.h"

namespace comanda::store {
namespace {

using namespace Qt::StringLiterals;

// {id} a generated key · {int} 64 bits (and, as a primary key, SQLite's rowid) · {bytes} ·
// {compact} for tables that are their own primary key's index.
QStringList worded(const Dialect& dialect, QStringList statements) {
    const bool sqlite = dialect.engine == StoreConfig::Engine::Sqlite;
    for (QString& statement : statements) {
        statement.replace("{id}"_L1, dialect.idColumn());
        statement.replace("{bytes}"_L1, dialect.bytesType());
        statement.replace("{int}"_L1, sqlite ? "INTEGER"_L1 : "BIGINT"_L1);
        statement.replace("{compact}"_L1, sqlite ? "WITHOUT ROWID"_L1 : ""_L1);
    }
    return statements;
}

QStringList configuration() {
    return {
        u"CREATE TABLE channel ({id}, platform TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT "
        u"NULL,"
        " settings TEXT NOT NULL, enabled {int} NOT NULL, removed {int} NOT NULL DEFAULT 0,"
        " facts TEXT NOT NULL DEFAULT '{}', cursor TEXT, last_in_at {int})"_s,
        u"CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE sealed (name TEXT PRIMARY KEY, value {bytes} NOT NULL)"_s,
        u"CREATE TABLE cursor_at (name TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE product (channel {int} NOT NULL REFERENCES channel (id), sku TEXT NOT NULL,"
        " name TEXT NOT NULL, PRIMARY KEY (channel, sku)) {compact}"_s,
        // One row for ever; `fence` grows with every change of hands.
        u"CREATE TABLE lease (id {int} PRIMARY KEY, holder TEXT NOT NULL, fence {int} NOT NULL,"
        " expires {int} NOT NULL)"_s,
        u"INSERT INTO lease (id, holder, fence, expires) VALUES (1, '', 0, 0)"_s,
    };
}

QStringList journal() {
    return {
        // state: applied | unread | dismissed
        u"CREATE TABLE delivery ({id}, channel {int} NOT NULL REFERENCES channel (id),"
        " received_at {int} NOT NULL, source TEXT NOT NULL, body {bytes} NOT NULL,"
        " state TEXT NOT NULL, why TEXT, dismissed_by TEXT)"_s,
        u"CREATE INDEX delivery_unread ON delivery (id) WHERE state = 'unread'"_s,
        // Never deleted: a repetition is known however late it comes.
        u"CREATE TABLE seen (channel {int} NOT NULL, digest {bytes} NOT NULL,"
        " PRIMARY KEY (channel, digest)) {compact}"_s,
        // What speaks of a message that is not known (yet): statuses, edits, deletions, reactions.
        u"CREATE TABLE parked ({id}, channel {int} NOT NULL, reference TEXT NOT NULL,"
        " event TEXT NOT NULL, at {int} NOT NULL)"_s,
        u"CREATE INDEX parked_reference ON parked (channel, reference)"_s,
    };
}

QStringList people() {
    return {
        u"CREATE TABLE customer ({id}, name TEXT NOT NULL, created_at {int} NOT NULL)"_s,
        // The row of the list, kept whole. last_at NULL: nothing to show (merged away, or only an
        // address so far). ids: the newest value of every kind, JSON. search_text: folded words.
        // blocked: the number of a Reachability.
        u"CREATE TABLE conversation ({id}, channel {int} NOT NULL REFERENCES channel (id),"
        " platform TEXT NOT NULL, address TEXT NOT NULL, customer {int} REFERENCES customer (id),"
        " name TEXT NOT NULL DEFAULT '', ids TEXT NOT NULL DEFAULT '{}',"
        " search_text TEXT NOT NULL DEFAULT '', last_at {int}, last_message {int},"
        " last_text TEXT NOT NULL DEFAULT '', last_direction TEXT NOT NULL DEFAULT 'in',"
        " last_author TEXT NOT NULL DEFAULT '', last_state TEXT NOT NULL DEFAULT 'received',"
        " unread {int} NOT NULL DEFAULT 0, waiting {int} NOT NULL DEFAULT 0,"
        " open_orders {int} NOT NULL DEFAULT 0, blocked {int} NOT NULL DEFAULT 0, blocked_at {int},"
        " last_customer_at {int}, window_ends {int}, merged_into {int})"_s,
        u"CREATE INDEX conversation_list ON conversation (last_at, id) WHERE last_at IS NOT NULL"_s,
        u"CREATE INDEX conversation_unread ON conversation (last_at, id)"
        " WHERE unread > 0 AND last_at IS NOT NULL"_s,
        u"CREATE INDEX conversation_ordering ON conversation (last_at, id)"
        " WHERE open_orders > 0 AND last_at IS NOT NULL"_s,
        // seen_at: when the person last showed this address (sender's time). former_at: until when
        // it was theirs; a later message from it comes from somebody else.
        u"CREATE TABLE identity (channel {int} NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,"
        " conversation {int} NOT NULL REFERENCES conversation (id), seen_at {int} NOT NULL,"
        " former_at {int}, PRIMARY KEY (channel, kind, value)) {compact}"_s,
        u"CREATE INDEX identity_conversation ON identity (conversation)"_s,
    };
}

QStringList messages() {
    return {
        // quoted: external id of the message that this one answers. reason_order: a notice.
        u"CREATE TABLE message ({id}, channel {int} NOT NULL,"
        " conversation {int} NOT NULL REFERENCES conversation (id), direction TEXT NOT NULL,"
        " kind TEXT NOT NULL, external_id TEXT, client_reference TEXT, author TEXT, text TEXT NOT "
        "NULL,"
        " payload TEXT, cart TEXT, attachments {int} NOT NULL DEFAULT 0, sent_at {int} NOT NULL,"
        " received_at {int} NOT NULL, sort_at {int} NOT NULL, state TEXT NOT NULL, state_why TEXT,"
        " state_detail TEXT, quoted TEXT, edited {int} NOT NULL DEFAULT 0, edited_at {int},"
        " deleted {int} NOT NULL DEFAULT 0, late {int} NOT NULL DEFAULT 0, album TEXT,"
        " reacted {int} NOT NULL DEFAULT 0, order_id {int}, reason_order {int})"_s,
        u"CREATE INDEX message_thread ON message (conversation, sort_at, id)"_s,
        u"CREATE INDEX message_external ON message (channel, external_id) WHERE external_id IS NOT NULL"_s,
        u"CREATE UNIQUE INDEX message_reference ON message (client_reference)"
        " WHERE client_reference IS NOT NULL"_s,
        u"CREATE INDEX message_reason ON message (reason_order) WHERE reason_order IS NOT NULL"_s,
        u"CREATE TABLE attachment (message {int} NOT NULL REFERENCES message (id) ON DELETE "
        u"CASCADE,"
        " position {int} NOT NULL, about TEXT NOT NULL, state TEXT NOT NULL, sha256 TEXT,"
        " extension TEXT, size {int} NOT NULL DEFAULT 0, PRIMARY KEY (message, position)) {compact}"_s,
        u"CREATE INDEX attachment_content ON attachment (sha256) WHERE sha256 IS NOT NULL"_s,
        // One per person, the newest by its time; an empty emoji was taken back. who '': us.
        u"CREATE TABLE reaction (message {int} NOT NULL REFERENCES message (id) ON DELETE CASCADE,"
        " who TEXT NOT NULL, emoji TEXT NOT NULL, at {int} NOT NULL, PRIMARY KEY (message, who)) {compact}"_s,
    };
}

QStringList outbox() {
    return {
        // kind: message | reaction | edit | delete (then `message` is the one concerned).
        // state: waiting | sending | unsure | failed | sent (kept for a while: the platform may
        // still refuse it, and then a person may send it again). held: waits for a sign-in.
        // not_before: may not leave earlier, and holds nothing back.
        u"CREATE TABLE outbox ({id}, message {int} NOT NULL REFERENCES message (id) ON DELETE "
        u"CASCADE,"
        " channel {int} NOT NULL, conversation {int} NOT NULL, kind TEXT NOT NULL, state TEXT NOT "
        "NULL,"
        " text TEXT, buttons TEXT, client_reference TEXT NOT NULL, created_at {int} NOT NULL,"
        " not_before {int} NOT NULL DEFAULT 0, next_try {int} NOT NULL DEFAULT 0, expires {int},"
        " held {int} NOT NULL DEFAULT 0, attempt {int} NOT NULL DEFAULT 0, fence {int},"
        " reason_order {int}, reason_state TEXT)"_s,
        u"CREATE INDEX outbox_queue ON outbox (conversation, id) WHERE state IN ('waiting', 'sending')"_s,
        u"CREATE INDEX outbox_due ON outbox (channel, next_try) WHERE state = 'waiting'"_s,
        u"CREATE INDEX outbox_message ON outbox (message)"_s,
        u"CREATE INDEX outbox_reference ON outbox (client_reference)"_s,
        u"CREATE INDEX outbox_reason ON outbox (reason_order) WHERE reason_order IS NOT NULL"_s,
    };
}

QStringList orders() {
    return {
        // The materialised sum of the order's events; `present` holds lines and details as JSON.
        u"CREATE TABLE orders ({id}, version {int} NOT NULL, number {int} NOT NULL,"
        " business_day TEXT NOT NULL, channel {int}, platform TEXT NOT NULL,"
        " conversation {int} REFERENCES conversation (id), customer {int}, state TEXT NOT NULL,"
        " is_open {int} NOT NULL, present TEXT NOT NULL, payment TEXT NOT NULL, notice TEXT NOT "
        "NULL,"
        " flags TEXT NOT NULL, allergy TEXT NOT NULL, currency TEXT NOT NULL, created_at {int} NOT "
        "NULL,"
        " state_since {int} NOT NULL, accepted_at {int}, promised_at {int}, closed_at {int},"
        " reason TEXT NOT NULL, cart_digest TEXT)"_s,
        u"CREATE INDEX orders_open ON orders (created_at, id) WHERE is_open = 1"_s,
        u"CREATE INDEX orders_closed ON orders (closed_at, id) WHERE closed_at IS NOT NULL"_s,
        u"CREATE UNIQUE INDEX orders_number ON orders (business_day, number)"_s,
        u"CREATE INDEX orders_conversation ON orders (conversation, id)"_s,
        u"CREATE TABLE order_event ({id}, order_id {int} NOT NULL REFERENCES orders (id),"
        " version {int} NOT NULL, who TEXT NOT NULL, seat TEXT NOT NULL, at {int} NOT NULL,"
        " kind TEXT NOT NULL, payload TEXT NOT NULL, undo_of {int})"_s,
        u"CREATE UNIQUE INDEX order_event_version ON order_event (order_id, version)"_s,
        u"CREATE TABLE order_source (order_id {int} NOT NULL REFERENCES orders (id),"
        " message {int} NOT NULL REFERENCES message (id) ON DELETE CASCADE,"
        " PRIMARY KEY (order_id, message)) {compact}"_s,
        u"CREATE INDEX order_source_message ON order_source (message)"_s,
        u"CREATE TABLE order_number (business_day TEXT PRIMARY KEY, last {int} NOT NULL)"_s,
    };
}

QStringList laterWork(const Dialect& dialect) {
    QStringList statements{
        u"CREATE TABLE work ({id}, kind TEXT NOT NULL, channel {int} NOT NULL,"
        " message {int} NOT NULL REFERENCES message (id) ON DELETE CASCADE, position {int} NOT "
        "NULL,"
        " attempt {int} NOT NULL DEFAULT 0, next_at {int} NOT NULL DEFAULT 0)"_s,
        u"CREATE UNIQUE INDEX work_once ON work (message, kind, position)"_s,
        u"CREATE INDEX work_due ON work (kind, next_at, id)"_s,
        // Messages whose words are not in the index yet.
        u"CREATE TABLE index_queue (message {int} PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE)"_s,
    };
    if (dialect.engine == StoreConfig::Engine::Sqlite) {
        statements
            << u"CREATE VIRTUAL TABLE message_search USING fts5(words, tokenize = 'unicode61',"
               " prefix = '2 3 4', detail = none, columnsize = 0)"_s;
    } else {
        statements
            << u"CREATE TABLE message_search (message BIGINT PRIMARY KEY, words tsvector NOT NULL)"_s
            << u"CREATE INDEX message_search_words ON message_search USING gin (words)"_s
            // Attachments' bytes in pieces; on SQLite they are files beside the store.
            << u"CREATE TABLE media_chunk (sha256 TEXT NOT NULL, seq BIGINT NOT NULL,"
               " bytes BYTEA NOT NULL, PRIMARY KEY (sha256, seq))"_s;
    }
    return statements;
}

QStringList first(const Dialect& dialect) {
    return worded(dialect, configuration() + journal() + people() + messages() + outbox() + orders()
                               + laterWork(dialect));
}

// Which group of jobs each writing program committed last. A SQLite file has one such program, and
// its commits always answer.
QStringList groupMarks(const Dialect& dialect) {
    if (dialect.engine == StoreConfig::Engine::Sqlite) {
        return {};
    }
    return worded(dialect, {u"CREATE TABLE group_mark (seat TEXT PRIMARY KEY,"
                            " last {int} NOT NULL, at {int} NOT NULL)"_s});
}

// What a platform ordered. send_from: nothing of this channel leaves before, whenever it was
// written. ordered: next_try is such an order, not our own back-off.
QStringList platformOrders(const Dialect& dialect) {
    return worded(dialect, {u"ALTER TABLE channel ADD COLUMN send_from {int} NOT NULL DEFAULT 0"_s,
                            u"ALTER TABLE outbox ADD COLUMN ordered {int} NOT NULL DEFAULT 0"_s});
}

// What may be said when the window is closed, and how a message of ours differs from plain words:
// `manner` is JSON, `private` an answer to a comment's author alone.
QStringList manners(const Dialect& dialect) {
    return worded(
        dialect,
        {u"CREATE TABLE message_template (channel {int} NOT NULL REFERENCES channel (id),"
         " name TEXT NOT NULL, language TEXT NOT NULL, about TEXT NOT NULL,"
         " PRIMARY KEY (channel, name, language)) {compact}"_s,
         u"ALTER TABLE message ADD COLUMN manner TEXT"_s,
         u"ALTER TABLE message ADD COLUMN private {int} NOT NULL DEFAULT 0"_s,
         u"CREATE INDEX message_private ON message (channel, quoted) WHERE private = 1"_s});
}

// The table or poster whose link the customer came by last.
QStringList origins(const Dialect&) {
    return {u"ALTER TABLE conversation ADD COLUMN origin TEXT"_s};
}

// One person with several customers, see customers.h; what tells that they are one, see traits.h.
// A number is found by its last eight digits, however it was written.
QStringList onePerson(const Dialect& dialect) {
    return worded(
        dialect,
        {u"ALTER TABLE customer ADD COLUMN address TEXT NOT NULL DEFAULT ''"_s,
         u"ALTER TABLE customer ADD COLUMN allergies TEXT NOT NULL DEFAULT ''"_s,
         u"ALTER TABLE customer ADD COLUMN notes TEXT NOT NULL DEFAULT ''"_s,
         u"ALTER TABLE customer ADD COLUMN merged_into {int}"_s,
         u"ALTER TABLE customer ADD COLUMN merged_by TEXT"_s,
         u"ALTER TABLE customer ADD COLUMN merged_at {int}"_s,
         u"CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL"_s,
         u"CREATE INDEX customer_name ON customer (name)"_s,
         u"CREATE INDEX conversation_customer ON conversation (customer)"_s,
         u"CREATE INDEX orders_customer ON orders (customer, id)"_s,
         u"CREATE INDEX identity_number ON identity (substr(value, length(value) - 7))"
         " WHERE kind = 'phone'"_s,
         u"CREATE TABLE not_same (one {int} NOT NULL, other {int} NOT NULL, who TEXT NOT NULL,"
         " at {int} NOT NULL, PRIMARY KEY (one, other)) {compact}"_s,
         u"CREATE INDEX not_same_other ON not_same (other)"_s,
         // kind: phone (left with an order) | card | address. words: as they were written.
         u"CREATE TABLE trait (kind TEXT NOT NULL, value TEXT NOT NULL, customer {int} NOT NULL,"
         " words TEXT NOT NULL, PRIMARY KEY (kind, value, customer)) {compact}"_s,
         u"CREATE INDEX trait_customer ON trait (customer)"_s,
         // Who speaks in a conversation that is everybody's: comments under a post.
         u"CREATE TABLE speaker (channel {int} NOT NULL, value TEXT NOT NULL,"
         " conversation {int} NOT NULL REFERENCES conversation (id), customer {int} NOT NULL,"
         " name TEXT NOT NULL, last_at {int} NOT NULL,"
         " PRIMARY KEY (channel, value, conversation)) {compact}"_s,
         u"CREATE INDEX speaker_conversation ON speaker (conversation, last_at)"_s,
         u"CREATE INDEX speaker_customer ON speaker (customer)"_s,
         u"CREATE INDEX speaker_name ON speaker (name)"_s});
}

} // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> all{{1, &first},   {2, &groupMarks}, {3, &platformOrders},
                                            {4, &manners}, {5, &origins},    {6, &onePerson}};
    return all;
}

int latestSchema() {
    return migrations().back().number;
}

} // namespace comanda::store
