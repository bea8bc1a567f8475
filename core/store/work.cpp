// Work that waits: bytes of attachments to fetch, words to index. A row goes in the transaction
// that stores its result.
#include "core/store/attachments.h"
#include "core/store/search_index.h"
#include "core/store/try.h"
#include "core/store/writer.h"

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

// Whoever took it may die with it: then it comes again.
constexpr Millis kTakenFor{5 * 60 * 1000};

Result<std::vector<Work>> mediaWork(Connection& db, Time now, int limit) {
    COMANDA_LET(
        rows,
        db.select(
            u"SELECT w.id, w.channel, w.message, w.position, w.attempt, a.about, a.state, a.sha256,"
            " a.extension, a.size FROM work w JOIN attachment a ON a.message = w.message"
            " AND a.position = w.position WHERE w.kind = 'media' AND w.next_at <= ?"
            " ORDER BY w.next_at, w.id LIMIT ?"_s,
            {bind(now), limit}));
    std::vector<Work> taken;
    for (const Row& row : rows) {
        COMANDA_TRY(db.execute(u"UPDATE work SET attempt = attempt + 1, next_at = ? WHERE id = ?"_s,
                               {bind(now + kTakenFor), row.integer(0)}));
        taken.push_back({row.id<WorkId>(0), Work::Kind::FetchMedia, row.id<ChannelId>(1),
                         row.id<MessageId>(2), static_cast<int>(row.integer(3)),
                         static_cast<int>(row.integer(4)) + 1, keptFrom(row, 5).attachment});
    }
    return taken;
}

Result<std::vector<Work>> indexWork(Connection& db, int limit) {
    COMANDA_LET(
        rows,
        db.select(
            u"SELECT q.message, m.channel FROM index_queue q JOIN message m ON m.id = q.message"
            " ORDER BY q.message LIMIT ?"_s,
            {limit}));
    std::vector<Work> work;
    work.reserve(rows.size());
    for (const Row& row : rows) {
        work.push_back({row.id<WorkId>(0),
                        Work::Kind::Index,
                        row.id<ChannelId>(1),
                        row.id<MessageId>(0),
                        0,
                        1,
                        {}});
    }
    return work;
}

} // namespace

Result<std::vector<Work>> Writer::takeWork(Work::Kind kind, Time now, int limit) {
    switch (kind) {
    case Work::Kind::FetchMedia:
        return mediaWork(connection_, now, limit);
    case Work::Kind::Index:
        return indexWork(connection_, limit);
    }
    Q_UNREACHABLE();
}

Result<> Writer::finishMedia(WorkId work, const KeptAttachment& result) {
    const Tools tools{connection_, clock_, changes_};
    COMANDA_LET(row,
                connection_.selectOne(u"SELECT w.message, w.position, m.conversation FROM work w"
                                      " JOIN message m ON m.id = w.message WHERE w.id = ?"_s,
                                      {bind(work)}));
    if (!row) {
        return Done{}; // the attachment was edited away meanwhile
    }
    COMANDA_TRY(writeKept(tools, row->id<MessageId>(0), static_cast<int>(row->integer(1)), result));
    noteChange(changes_, row->id<ConversationId>(2));
    return connection_.execute(u"DELETE FROM work WHERE id = ?"_s, {bind(work)}).map([](int) {
        return Done{};
    });
}

Result<> Writer::postponeWork(WorkId work, Time until, bool tried) {
    return connection_
        .execute(u"UPDATE work SET next_at = ?, attempt = attempt - ? WHERE id = ?"_s,
                 {bind(until), tried ? 0 : 1, bind(work)})
        .map([](int) { return Done{}; });
}

Result<int> Writer::indexSome(int limit) {
    COMANDA_LET(
        rows, connection_.select(
                  u"SELECT q.message, m.text FROM index_queue q JOIN message m ON m.id = q.message"
                  " ORDER BY q.message LIMIT ?"_s,
                  {limit}));
    for (const Row& row : rows) {
        COMANDA_TRY(
            putWords(connection_, row.id<MessageId>(0), searchWords(row.text(1), kWordsMax)));
        COMANDA_TRY(
            connection_.execute(u"DELETE FROM index_queue WHERE message = ?"_s, {row.integer(0)}));
    }
    return static_cast<int>(rows.size());
}

} // namespace comanda::store
