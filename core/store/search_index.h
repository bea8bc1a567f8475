// The words of messages, as each engine keeps them. Words are folded and cut before they come here,
// so that both give the same hits.
#pragma once

#include "core/store/connection.h"

#include <QStringList>

namespace comanda::store {

constexpr int kWordMax = 64;    // UTF-16 units of a word that count; PostgreSQL refuses 2 KB
constexpr int kWordsMax = 2000; // of one message

[[nodiscard]] QStringList searchWords(const QString& text, int limit);
[[nodiscard]] Result<> putWords(Connection& db, MessageId message, const QStringList& words);
[[nodiscard]] Result<> removeWords(Connection& db, MessageId message);
// Messages with all these words, the last one as a prefix; newest first, older than `before`.
[[nodiscard]] Result<std::vector<MessageId>> messagesWith(Connection& db, const QStringList& words,
                                                          MessageId before, int limit);

} // namespace comanda::store
