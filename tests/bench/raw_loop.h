// The limit that ingest is measured against: a plain C loop over SQLite that writes the same rows
// into the same tables with the same durability.
#pragma once

#include <QString>

struct sqlite3;

namespace comanda::bench {

class RawLoop {
public:
    explicit RawLoop(const QString& path); // of the present schema, with channel and conversation 1
    ~RawLoop();
    RawLoop(const RawLoop&) = delete;
    RawLoop& operator=(const RawLoop&) = delete;

    // Webhooks per second with `perTransaction` of them in each.
    [[nodiscard]] double run(int webhooks, int perTransaction, const QByteArray& body);

private:
    sqlite3* db_; // open all the time, as the store's is: its log is written over, not made anew
    int round_ = 0;
};

// Fills a store of the present schema with messages over conversations, newest last.
void fillMessages(const QString& path, int messages, int conversations);

} // namespace comanda::bench
