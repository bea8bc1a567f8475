#include "core/store/search_index.h"

#include "core/base/text.h"
#include "core/store/try.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

bool isSqlite(const Connection& db) {
    return db.dialect().engine == StoreConfig::Engine::Sqlite;
}

// SQLite's unicode61 knows the letters of Unicode 6.1 only and would split words at newer ones.
bool isKnownToBoth(const QString& word) {
    for (qsizetype at = 0; at < word.size(); ++at) {
        char32_t c = word.at(at).unicode();
        if (word.at(at).isHighSurrogate() && at + 1 < word.size()) {
            c = QChar::surrogateToUcs4(word.at(at), word.at(at + 1));
            ++at;
        }
        if (QChar::unicodeVersion(c) > QChar::Unicode_6_1) {
            return false;
        }
    }
    return true;
}

// Words hold letters and digits only, so that quoting them is safe in both languages.
QString fts5Query(const QStringList& words) {
    QStringList terms;
    for (const QString& word : words) {
        terms.append(u'"' + word + u'"');
    }
    return terms.join(u' ') + u'*';
}

QString tsQuery(const QStringList& words) {
    QStringList terms;
    for (const QString& word : words) {
        terms.append(u'\'' + word + u'\'');
    }
    return terms.join(" & "_L1) + ":*"_L1;
}

Result<> done(const Result<int>& affected) {
    return affected ? Result<>(Done{}) : fail(affected.error());
}

} // namespace

QStringList searchWords(const QString& text, int limit) {
    QStringList words = foldedWords(text, limit);
    words.removeIf([](const QString& word) { return !isKnownToBoth(word); });
    for (QString& word : words) {
        if (word.size() > kWordMax) {
            const bool splitsPair = word.at(kWordMax - 1).isHighSurrogate();
            word.truncate(splitsPair ? kWordMax - 1 : kWordMax);
        }
    }
    return words;
}

Result<> putWords(Connection& db, MessageId message, const QStringList& words) {
    COMANDA_TRY(removeWords(db, message));
    if (words.isEmpty()) {
        return Done{};
    }
    // As an array, past PostgreSQL's parser, which would see numbers and addresses of its own.
    return done(db.execute(isSqlite(db)
                               ? u"INSERT INTO message_search (rowid, words) VALUES (?, ?)"_s
                               : u"INSERT INTO message_search (message, words) VALUES (?,"
                                 " array_to_tsvector(string_to_array(?, ' ')))"_s,
                           {bind(message), words.join(u' ')}));
}

Result<> removeWords(Connection& db, MessageId message) {
    return done(db.execute(isSqlite(db) ? u"DELETE FROM message_search WHERE rowid = ?"_s
                                        : u"DELETE FROM message_search WHERE message = ?"_s,
                           {bind(message)}));
}

Result<std::vector<MessageId>> messagesWith(Connection& db, const QStringList& words,
                                            MessageId before, int limit) {
    static const QString sqlite =
        u"SELECT rowid FROM message_search WHERE message_search MATCH ? AND rowid < ?"
        " ORDER BY rowid DESC LIMIT ?"_s;
    static const QString postgres =
        u"SELECT message FROM message_search WHERE words @@ CAST(? AS tsquery)"
        " AND message < ? ORDER BY message DESC LIMIT ?"_s;
    COMANDA_LET(rows,
                db.select(isSqlite(db) ? sqlite : postgres,
                          {isSqlite(db) ? fts5Query(words) : tsQuery(words), bind(before), limit}));
    std::vector<MessageId> found;
    found.reserve(rows.size());
    for (const Row& row : rows) {
        found.push_back(row.id<MessageId>(0));
    }
    return found;
}

} // namespace comanda::store
