// A conversation's messages, and the search through all of them.
#include "core/store/attachments.h"
#include "core/store/carts.h"
#include "core/store/manner.h"
#include "core/store/reader.h"
#include "core/store/search_index.h"
#include "core/store/tools.h"
#include "core/store/try.h"

#include <algorithm>
#include <limits>
#include <set>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchBatch = 200;
constexpr int kSearchBatchesMax = 25; // one talkative customer cannot make a search endless

const QString kColumns =
    u"SELECT m.id, m.conversation, m.direction, m.kind, m.external_id, m.author, m.text, "
    u"m.payload, m.cart,"
    " m.attachments, m.sent_at, m.received_at, m.state, m.state_why, m.state_detail, m.quoted, "
    "m.edited, m.deleted,"
    " m.late, m.album, m.reacted, m.order_id, m.channel, m.manner, m.private,"
    " CASE WHEN m.kind = 'comment' AND EXISTS (SELECT 1 FROM message p WHERE p.channel = m.channel"
    " AND p.quoted = m.external_id AND p.private = 1 AND p.state <> 'failed') THEN 1 ELSE 0 END"
    " FROM message m WHERE "_s;

Message messageFrom(const Row& row) {
    Message message;
    message.id = row.id<MessageId>(0);
    message.conversation = row.id<ConversationId>(1);
    message.direction = row.text(2) == "out"_L1 ? Direction::Out : Direction::In;
    message.kind = eventKindFrom(row.text(3)).value_or(EventKind::Message);
    message.externalId = row.text(4);
    message.author = row.text(5);
    message.text = row.text(6);
    message.payload = row.text(7);
    message.cart = cartFrom(row.text(8));
    message.sentAt = row.time(10);
    message.receivedAt = row.time(11);
    message.state = messageStateFrom(row.text(12)).value_or(MessageState::Received);
    message.stateWhy = row.text(13);
    message.stateDetail = row.text(14);
    message.edited = row.flag(16);
    message.deleted = row.flag(17);
    message.late = row.flag(18);
    message.groupId = row.text(19);
    if (!row.isNull(21)) {
        message.order = row.id<OrderId>(21);
    }
    if (!row.isNull(23)) {
        const Manner manner = mannerFrom(row.text(23));
        message.choices = manner.choices;
        message.templateName = manner.templated ? manner.templated->name : QString();
    }
    message.privately = row.flag(24);
    message.hasPrivateAnswer = row.flag(25);
    return message;
}

Result<> addReactions(Connection& db, Message& message) {
    COMANDA_LET(
        rows,
        db.select(
            u"SELECT who, emoji FROM reaction WHERE message = ? AND emoji <> '' ORDER BY at, who"_s,
            {bind(message.id)}));
    for (const Row& row : rows) {
        message.reactions.push_back({row.text(0), row.text(1)});
    }
    return Done{};
}

Result<> addQuoted(Connection& db, Message& message, ChannelId channel, const QString& externalId) {
    COMANDA_LET(rows,
                db.select(u"SELECT text, cart, attachments, author, conversation, id FROM message"
                          " WHERE channel = ? AND external_id = ?"_s,
                          {bind(channel), externalId}));
    for (const Row& row : rows) {
        if (row.id<ConversationId>(4) != message.conversation) {
            continue; // another chat's message with the same number
        }
        std::vector<Attachment> attachments;
        if (row.flag(2)) {
            COMANDA_LET(kept, attachmentsOf(db, row.id<MessageId>(5)));
            for (const KeptAttachment& one : kept) {
                attachments.push_back(one.attachment);
            }
        }
        const std::vector<CartItem> cart = cartFrom(row.text(1));
        COMANDA_LET(names, productNames(db, channel, cart));
        message.quotedText = preview(row.text(0), attachments, cart, names);
        message.quotedAuthor = row.text(3);
    }
    return Done{};
}

Result<Message> completed(Connection& db, const Row& row) {
    Message message = messageFrom(row);
    if (row.flag(9)) {
        COMANDA_LET(attachments, attachmentsOf(db, message.id));
        message.attachments = std::move(attachments);
    }
    if (row.flag(20)) {
        COMANDA_TRY(addReactions(db, message));
    }
    if (!row.isNull(15)) {
        COMANDA_TRY(addQuoted(db, message, row.id<ChannelId>(22), row.text(15)));
    }
    return message;
}

Result<std::optional<SearchHit>> hitOf(Connection& db, MessageId message) {
    COMANDA_LET(
        row,
        db.selectOne(
            u"SELECT m.id, m.conversation, m.text, m.sent_at, c.platform, c.name, c.ids, c.address"
            " FROM message m JOIN conversation c ON c.id = m.conversation WHERE m.id = ?"_s,
            {bind(message)}));
    if (!row) {
        return std::nullopt;
    }
    SearchHit hit{row->id<MessageId>(0),
                  row->id<ConversationId>(1),
                  row->text(5),
                  row->text(2),
                  platformFrom(row->text(4)).value_or(Platform::Telegram),
                  row->time(3)};
    if (hit.name.isEmpty()) {
        const QMap<QString, QString> ids = idsFrom(row->text(6));
        hit.name = ids.value(u"phone"_s, ids.value(u"username"_s, row->text(7)));
    }
    return hit;
}

} // namespace

Result<std::vector<Message>> Reader::messages(ConversationId conversation, int limit,
                                              std::optional<MessageBefore> before) {
    COMANDA_LET(merged, connection_.selectOne(
                            u"SELECT COALESCE(merged_into, id) FROM conversation WHERE id = ?"_s,
                            {bind(conversation)}));
    QString condition = u"m.conversation = ?"_s;
    QVariantList values{merged ? merged->integer(0) : conversation.value()};
    if (before) {
        condition += " AND (m.sort_at, m.id) < (?, ?)"_L1;
        values << bind(before->at) << bind(before->id);
    }
    values << limit;
    COMANDA_LET(rows, connection_.select(kColumns + condition
                                             + u" ORDER BY m.sort_at DESC, m.id DESC LIMIT ?"_s,
                                         values));
    std::vector<Message> messages;
    messages.reserve(rows.size());
    for (const Row& row : rows) {
        COMANDA_LET(message, completed(connection_, row));
        messages.push_back(std::move(message));
    }
    std::reverse(messages.begin(), messages.end());
    return messages;
}

Result<std::vector<SearchHit>> Reader::search(const QString& text, int limit) {
    const QStringList words = searchWords(text, 16);
    std::vector<SearchHit> hits;
    if (words.isEmpty()) {
        return hits;
    }
    std::set<ConversationId> shown;
    MessageId before(std::numeric_limits<std::int64_t>::max());
    for (int batch = 0; batch < kSearchBatchesMax; ++batch) {
        COMANDA_LET(found, messagesWith(connection_, words, before, kSearchBatch));
        for (const MessageId message : found) {
            before = message;
            COMANDA_LET(hit, hitOf(connection_, message));
            if (hit && shown.insert(hit->conversation).second) {
                hits.push_back(std::move(*hit));
            }
            if (static_cast<int>(hits.size()) >= limit) {
                return hits;
            }
        }
        if (static_cast<int>(found.size()) < kSearchBatch) {
            break;
        }
    }
    return hits;
}

} // namespace comanda::store
