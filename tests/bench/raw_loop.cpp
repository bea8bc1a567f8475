#include "tests/bench/raw_loop.h"

#include "tests/bench/figures.h"

#include <QCryptographicHash>

#include <cstdlib>
#include <sqlite3.h>

namespace comanda::bench {
namespace {

void check(int result, sqlite3* db) {
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) {
        qFatal("raw loop: %s", sqlite3_errmsg(db));
    }
}

class Statement {
public:
    Statement(sqlite3* db, const char* sql) : db_(db) {
        check(sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr), db);
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void integer(int at, qint64 value) { check(sqlite3_bind_int64(statement_, at, value), db_); }
    void text(int at, const QByteArray& value) {
        check(sqlite3_bind_text(statement_, at, value.constData(), static_cast<int>(value.size()),
                                SQLITE_STATIC),
              db_);
    }
    void bytes(int at, const QByteArray& value) {
        check(sqlite3_bind_blob(statement_, at, value.constData(), static_cast<int>(value.size()),
                                SQLITE_STATIC),
              db_);
    }
    void run() {
        check(sqlite3_step(statement_), db_);
        check(sqlite3_reset(statement_), db_);
    }

private:
    sqlite3* db_;
    sqlite3_stmt* statement_ = nullptr;
};

sqlite3* openRaw(const QString& path, const char* synchronous) {
    sqlite3* db = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &db) != SQLITE_OK) {
        qFatal("raw loop: cannot open");
    }
    check(sqlite3_exec(db, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr), db);
    check(sqlite3_exec(db, synchronous, nullptr, nullptr, nullptr), db);
    // As the store does, so that both pay for checkpoints alike.
    check(sqlite3_exec(db, "PRAGMA wal_autocheckpoint=4000", nullptr, nullptr, nullptr), db);
    check(sqlite3_exec(db, "PRAGMA cache_size=-16000", nullptr, nullptr, nullptr), db);
    return db;
}

void execute(sqlite3* db, const char* sql) {
    check(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), db);
}

constexpr auto kMessage =
    "INSERT INTO message (channel, conversation, direction, kind, external_id, author, text, "
    "sent_at, received_at,"
    " sort_at, state) VALUES (1, ?, 'in', 'message', ?, 'Ana Diaz', ?, ?, ?, ?, 'received')";

} // namespace

RawLoop::RawLoop(const QString& path) : db_(openRaw(path, "PRAGMA synchronous=FULL")) {}

RawLoop::~RawLoop() {
    sqlite3_close(db_);
}

double RawLoop::run(int webhooks, int perTransaction, const QByteArray& body) {
    Statement delivery(db_, "INSERT INTO delivery (channel, received_at, source, body, state)"
                            " VALUES (1, ?, 'webhook', ?, 'applied')");
    Statement seen(db_, "INSERT INTO seen (channel, digest) VALUES (1, ?) ON CONFLICT (channel, "
                        "digest) DO NOTHING");
    Statement message(db_, kMessage);
    Statement list(db_, "UPDATE conversation SET last_at = ?, last_message = ?, last_text = ?, "
                        "unread = unread + 1,"
                        " last_customer_at = ? WHERE id = 1");
    Statement index(db_, "INSERT INTO index_queue (message) VALUES (?)");
    Statement channel(db_, "UPDATE channel SET last_in_at = ? WHERE id = 1");
    ++round_;
    const auto begin = Stopwatch::now();
    for (int i = 0; i < webhooks; ++i) {
        if (i % perTransaction == 0) {
            execute(db_, "BEGIN IMMEDIATE");
        }
        const qint64 now = 1'790'000'000'000 + i;
        const QByteArray id =
            "wamid.raw" + QByteArray::number(round_) + '.' + QByteArray::number(i);
        const QByteArray text = "2 margherita please " + QByteArray::number(i);
        const QByteArray digest = QCryptographicHash::hash("m:" + id, QCryptographicHash::Sha256);
        delivery.integer(1, now);
        delivery.bytes(2, body);
        delivery.run();
        seen.bytes(1, digest);
        seen.run();
        message.integer(1, 1);
        message.text(2, id);
        message.text(3, text);
        for (int at = 4; at <= 6; ++at) {
            message.integer(at, now);
        }
        message.run();
        const qint64 row = sqlite3_last_insert_rowid(db_);
        list.integer(1, now);
        list.integer(2, row);
        list.text(3, text);
        list.integer(4, now);
        list.run();
        index.integer(1, row);
        index.run();
        channel.integer(1, now);
        channel.run();
        if ((i + 1) % perTransaction == 0 || i + 1 == webhooks) {
            execute(db_, "COMMIT");
        }
    }
    return webhooks / Seconds(Stopwatch::now() - begin).count();
}

void fillMessages(const QString& path, int messages, int conversations) {
    sqlite3* db =
        openRaw(path, "PRAGMA synchronous=OFF"); // made for a measurement, thrown away after it
    {
        execute(db, "BEGIN IMMEDIATE");
        Statement channel(
            db, "INSERT INTO channel (id, platform, account, name, settings, enabled)"
                " VALUES (1, 'phone', 'bench', 'Bench', '{}', 0) ON CONFLICT (id) DO NOTHING");
        channel.run();
        Statement person(
            db, "INSERT INTO conversation (id, channel, platform, address, name, last_at, "
                "last_text, unread)"
                " VALUES (?, 1, 'phone', ?, ?, ?, 'dos al pastor con todo y una coca', 0)");
        const qint64 newest = 1'790'000'000'000;
        for (int i = 1; i <= conversations; ++i) {
            const QByteArray number = "57310" + QByteArray::number(1'000'000 + i);
            const QByteArray name = "Cliente " + QByteArray::number(i);
            person.integer(1, i);
            person.text(2, number);
            person.text(3, name);
            person.integer(4, newest - i * qint64{60'000});
            person.run();
        }
        Statement message(db, kMessage);
        for (int i = 0; i < messages; ++i) {
            const QByteArray id = "b" + QByteArray::number(i);
            const QByteArray text = "hola, me regala " + QByteArray::number(i % 9 + 1)
                                    + " al pastor sin cebolla y una coca grande";
            message.integer(1, i % conversations + 1);
            message.text(2, id);
            message.text(3, text);
            for (int at = 4; at <= 6; ++at) {
                message.integer(at, newest - (messages - i) * qint64{1'000});
            }
            message.run();
        }
        execute(db, "COMMIT");
        execute(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    sqlite3_close(db);
}

} // namespace comanda::bench
