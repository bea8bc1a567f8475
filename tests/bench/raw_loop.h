// The limit that ingest is measured against: a plain C loop over SQLite that writes the same rows
// into the same tables with the same durability.
#pragma once

#include <QString>

namespace comanda::bench {

// `path`: a store of the present schema with channel 1 and conversation 1. Returns webhooks per
// second with `perTransaction` of them in each.
[[nodiscard]] double rawLoop(const QString& path, int webhooks, int perTransaction,
                             const QByteArray& body);

// Fills a store of the present schema with messages over conversations, newest last.
void fillMessages(const QString& path, int messages, int conversations);

} // namespace comanda::bench
