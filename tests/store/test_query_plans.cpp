// The statements of a busy evening, as they are really prepared, on a store of real size: none may
// walk through a table that grows for ever.
#include "core/store/connection.h"
#include "tests/store/counter.h"

#include <QRegularExpression>

using namespace comanda;
using namespace comanda::test;

namespace {

// A few years of a busy shop, in statements of the engine: a thousand times faster than intakes.
QStringList yearsOfWork() {
    const auto numbers = [](int count) {
        return u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s
            .arg(count);
    };
    return {
        numbers(2000)
            + u"INSERT INTO customer (name, created_at, merged_into) SELECT 'Ana ' || i, i,"
              " CASE WHEN i % 100 = 7 THEN i - 2 END FROM n"_s,
        numbers(2000)
            + u"INSERT INTO conversation (channel, platform, address, customer, name, search_text,"
              " last_at, last_message, last_text, unread, open_orders) SELECT 1, 'whatsapp',"
              " 'c' || i, i, 'Ana ' || i, ' ana ' || i, i * 1000, i, 'hola', i % 400 = 0,"
              " i % 500 = 0 FROM n"_s,
        numbers(2000)
            + u"INSERT INTO identity (channel, kind, value, conversation, seen_at)"
              " SELECT 1, 'phone', 57300000000 + i, i, i FROM n"_s,
        numbers(2000)
            + u"INSERT INTO trait (kind, value, customer, words)"
              " SELECT 'address', '15 20 ' || i, i, 'Cra 15 #20-' || i FROM n"_s,
        numbers(2000)
            + u"INSERT INTO trait (kind, value, customer, words)"
              " SELECT 'card', i, i, i FROM n"_s,
        numbers(2000)
            + u"INSERT INTO speaker (channel, value, conversation, customer, name, last_at)"
              " SELECT 1, i, 2000, i, 'Ana ' || i, i FROM n"_s,
        numbers(2000)
            + u"INSERT INTO identity (channel, kind, value, conversation, seen_at)"
              " SELECT 1, 'key', 'c' || i, i, i FROM n"_s,
        numbers(100'000)
            + u"INSERT INTO message (channel, conversation, direction, kind, external_id,"
              " client_reference, text, sent_at, received_at, sort_at, state)"
              " SELECT 1, 1 + i % 2000, CASE i % 2 WHEN 0 THEN 'in' ELSE 'out' END, 'message',"
              " 'x' || i, CASE i % 2 WHEN 0 THEN NULL ELSE 'r' || i END, 'una arepa ' || i,"
              " i * 20, i * 20, i * 20, CASE i % 2 WHEN 0 THEN 'received' ELSE 'read' END FROM n"_s,
        numbers(100'000) + u"INSERT INTO seen (channel, digest) SELECT 1, randomblob(32) FROM n"_s,
        numbers(50'000)
            + u"INSERT INTO delivery (channel, received_at, source, body, state)"
              " SELECT 1, i, 'webhook', x'7b7d', CASE WHEN i % 10000 THEN 'applied'"
              " ELSE 'unread' END FROM n"_s,
        numbers(50'000)
            + u"INSERT INTO outbox (message, channel, conversation, kind, state, client_reference,"
              " created_at, reason_order) SELECT i, 1, 1 + i % 1999, 'message', CASE"
              " WHEN i % 1000 THEN 'sent' WHEN i % 2000 THEN 'failed' ELSE 'waiting' END, 'r' || i,"
              " i, CASE i % 3 WHEN 0 THEN i / 3 END FROM n"_s,
        numbers(20'000)
            + u"INSERT INTO orders (version, number, business_day, channel, platform, conversation,"
              " customer, state, is_open, present, payment, notice, flags, allergy, currency,"
              " created_at,"
              " state_since, closed_at, reason) SELECT 1, i, '2025-01-01', 1, 'whatsapp',"
              " 1 + i % 2000, 1 + i % 2000, CASE WHEN i % 500 THEN 'completed' ELSE 'new' END,"
              " i % 500 = 0,"
              " '{}', 'unpaid', 'not_told', '', '', 'COP', i, i, CASE WHEN i % 500 THEN i END, ''"
              " FROM n"_s,
        numbers(20'000)
            + u"INSERT INTO order_event (order_id, version, who, seat, at, kind, payload)"
              " SELECT i, 1, 'Luz', 'caja', i, 'created', '{}' FROM n"_s,
        numbers(20'000) + u"INSERT INTO order_source (order_id, message) SELECT i, i * 2 FROM n"_s,
        numbers(10'000)
            + u"INSERT INTO attachment (message, position, about, state)"
              " SELECT i * 10, 0, '{}', 'kept' FROM n"_s,
        numbers(10'000)
            + u"INSERT INTO reaction (message, who, emoji, at) SELECT i * 10, 'c', '+', i FROM n"_s,
        numbers(5'000)
            + u"INSERT INTO parked (channel, reference, event, at) SELECT 1, 'p' || i, '{}', i FROM n"_s,
        numbers(2'000)
            + u"INSERT INTO work (kind, channel, message, position, next_at)"
              " SELECT 'media', 1, i * 10, 0, i FROM n"_s,
        numbers(2'000) + u"INSERT INTO index_queue (message) SELECT i FROM n"_s,
        u"ANALYZE"_s};
}

struct OldShop {
    OldShop() : fixture(store::StoreConfig::Engine::Sqlite) {
        shop.currency = *Currency::of(u"COP");
        auto made = fixture.open();
        ChannelConfig config;
        config.platform = Platform::WhatsApp;
        must(made->writeNow([&](Writer& w) -> Result<> {
            auto id = w.saveChannel(config);
            channel = id.value_or(ChannelId());
            return id ? Result<>(Done{}) : fail(id.error());
        }));
        made.reset();
        db = must(store::Connection::open(fixture.config, false));
        must(db->begin());
        for (const QString& statement : yearsOfWork()) {
            INFO(statement.toStdString());
            must(db->execute(statement));
        }
        must(db->commit());
        db.reset(); // its statements are not of the evening
        db = must(store::Connection::open(fixture.config, false));
        must(db->begin());
    }

    StoreFixture fixture;
    Shop shop;
    ChannelId channel;
    std::unique_ptr<store::Connection> db;
    store::ChangeSet changes;
};

void evening(OldShop& old) {
    const Time now = old.fixture.clock.now();
    Writer writer(*old.db, old.fixture.clock, old.changes);
    const auto take = [&](const Events& events) {
        const auto taken = must(
            writer.intake(old.channel, {"{}", u"webhook"_s, now}, events, std::nullopt, old.shop));
        CHECK(taken.unread == 0);
    };
    const qint64 fence = must(writer.takeLease(u"caja"_s, Millis(15'000))).fence;
    must(writer.requireFence(fence));
    Event photo = message(u"n1"_s, u"c7"_s, {}, now);
    photo.attachments = {Attachment{}};
    photo.attachments.front().type = AttachmentType::Image;
    photo.attachments.front().id = u"media"_s;
    take({photo, message(u"n2"_s, u"c8"_s, u"hola"_s, now),
          status(u"x9"_s, DeliveryStatus::Read, u"c10"_s, now),
          about(EventKind::Edit, u"e:1"_s, u"x8"_s, u"c9"_s, u"dos"_s, now),
          about(EventKind::Reaction, u"r:1"_s, u"x8"_s, u"c9"_s, u"👍"_s, now),
          about(EventKind::Delete, u"d:1"_s, u"x8"_s, u"c9"_s, {}, now),
          cart(u"n3"_s, u"c11"_s, {{u"A"_s, 1, u"1"_s, u"COP"_s}}, {}, now)});
    const ConversationId conversation(5);
    store::Outgoing out;
    out.conversation = conversation;
    out.text = u"ya sale"_s;
    const MessageId said = must(writer.enqueue(out));
    const auto claimed = must(writer.claim(fence, {old.channel}, now, 8));
    REQUIRE(claimed.size() == 8);
    must(writer.settle(claimed[0].outbox, fence, next::Sent{u"o1"_s}));
    must(writer.settle(claimed[1].outbox, fence, next::TryAgain{now, u"x"_s, false}));
    must(writer.settle(claimed[2].outbox, fence, next::AskStaff{u"x"_s}));
    must(writer.resend(claimed[2].message));
    must(writer.takeWork(store::Work::Kind::FetchMedia, now, 16));
    must(writer.indexSome(64));
    must(writer.markRead(conversation));
    const Actor luz{u"Luz"_s, u"caja"_s};
    const CustomerId joined = must(writer.joinCustomers(CustomerId(5), CustomerId(11), luz));
    must(writer.saveCustomer(joined, {}, {u"Cra 15"_s, u"maní"_s, {}}));
    must(writer.undoJoin(joined));
    must(writer.separateCustomer(CustomerId(7), luz));
    must(writer.notSame(CustomerId(5), CustomerId(11), luz));
    must(writer.cancelWaiting(said));
}

void screens(OldShop& old) {
    Reader reader(*old.db);
    const Time now = old.fixture.clock.now();
    for (const bool unread : {false, true}) {
        for (const bool ordering : {false, true}) {
            Reader::ConversationFilter filter;
            filter.limit = 50;
            filter.unreadOnly = unread;
            filter.withOpenOrder = ordering;
            must(reader.conversations(filter));
            filter.before = now;
            must(reader.conversations(filter));
        }
    }
    const ConversationId conversation(5);
    must(reader.conversation(conversation));
    must(reader.unreadConversations());
    const auto newest = must(reader.messages(conversation, 40));
    REQUIRE_FALSE(newest.empty());
    must(reader.messages(conversation, 40, Reader::MessageBefore{now, newest.front().id}));
    const auto board = must(reader.openOrders());
    REQUIRE_FALSE(board.empty());
    must(reader.order(board.front().id));
    must(reader.orderEvents(board.front().id));
    must(reader.ordersOf(conversation, 10));
    for (const Person& person : must(reader.people(conversation, 5))) {
        must(reader.alike(person.id));
    }
    must(reader.ordersBetween(QDate(2026, 3, 1), QDate(2026, 3, 14)));
    must(reader.recentlyClosed(20));
    must(reader.nextSendAt());
    must(reader.channelCounts());
    must(reader.unreadDeliveries(10));
    must(reader.search(u"arepa 77"_s, 20));
}

struct Ran {
    QString sql;
    qint64 scanned = 0, sorted = 0, steps = 0; // rows of full scans, sorts, work of one run
};

// https://www.sqlite.org/stmt.html
std::vector<Ran> statementsOf(store::Connection& db) {
    std::vector<Ran> all;
    for (const store::Row& row : must(db.select(
             u"SELECT sql, nscan, nsort, nstep / run FROM sqlite_stmt WHERE run > 0"_s))) {
        all.push_back({row.text(0), row.integer(1), row.integer(2), row.integer(3)});
    }
    return all;
}

// The values do not matter: nothing is run.
QStringList planOf(store::Connection& db, QString sql) {
    static const QRegularExpression value(u":\\d+"_s);
    sql.replace(value, u"1"_s);
    QStringList plan;
    for (const store::Row& row : must(db.select(u"EXPLAIN QUERY PLAN "_s + sql))) {
        plan.append(row.text(3));
    }
    return plan;
}

// Tables that stay small however old the shop is; q is the index queue, read from its head; up and
// whole are the customers of one person.
bool isSmall(const QString& step) {
    static const QRegularExpression small(
        u"^SCAN (channel|h|setting|sealed|lease|q|up|whole|sqlite_stmt|message_search)\\b"_s);
    return small.match(step).hasMatch();
}

} // namespace

TEST_CASE("No statement of a busy evening walks through what grows for ever", "[store][plans]") {
    OldShop old;
    evening(old);
    screens(old);
    const std::vector<Ran> ran = statementsOf(*old.db);
    CHECK(ran.size() > 60);
    static const QRegularExpression planned(u"^(SELECT|INSERT|UPDATE|DELETE|WITH)\\b"_s);
    for (const Ran& one : ran) {
        if (!planned.match(one.sql).hasMatch() || one.sql.contains(u"'message_search_"_s)) {
            continue; // a word of the transaction, or of the full-text index within
        }
        INFO(one.sql.toStdString());
        const QStringList plan = planOf(*old.db, one.sql);
        INFO(plan.join(u'\n').toStdString());
        for (const QString& step : plan) {
            const bool walks = step.startsWith(u"SCAN"_s) && !step.contains(u"USING"_s);
            CHECK((!walks || isSmall(step)));
        }
        CHECK(one.scanned < 1000);
        CHECK(one.sorted < 100);
        CHECK(one.steps
              < 10'000); // of the engine's machine, where a table here is 20,000 rows and more
    }
    old.db->rollback();
}
