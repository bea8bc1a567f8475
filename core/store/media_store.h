// Attachments' bytes by their SHA-256: as files beside a SQLite store, as chunk rows in PostgreSQL.
#pragma once

#include "core/store/store.h"

namespace comanda::store {

constexpr qint64 kMediaChunkBytes = 256 * 1024; // of one row of media_chunk

// Makes the folder "media" of `config.dataDir` (of the store's file, if that is empty) when it is
// first needed. On PostgreSQL it is a cache: path() may fetch the bytes, which blocks for as long
// as the network takes, and keep() writes them to the server before it answers.
[[nodiscard]] std::unique_ptr<MediaStore> makeMediaStore(const StoreConfig& config);
// What a program that was killed left half fetched; younger than a day, it may be another's that
// runs.
void removeUnfinished(const StoreConfig& config);

} // namespace comanda::store
