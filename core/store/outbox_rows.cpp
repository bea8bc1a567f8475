#include "core/store/outbox_rows.h"

#include "core/store/attachments.h"
#include "core/store/conversations.h"
#include "core/store/manner.h"
#include "core/store/messages.h"
#include "core/store/try.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

struct Line { // of the outbox table
    MessageId message;
    ChannelId channel;
    ConversationId conversation;
    QString kind, text, reference;
};

Result<> writeLine(const Tools& tools, const Line& line, const Outgoing& outgoing) {
    const QVariant notBefore = outgoing.notBefore ? bind(*outgoing.notBefore) : QVariant(0);
    COMANDA_TRY(tools.db.execute(
        u"INSERT INTO outbox (message, channel, conversation, kind, state, text, buttons, "
        u"client_reference,"
        " created_at, not_before, expires, reason_order, reason_state) VALUES (?, ?, ?, ?, "
        "'waiting', ?, ?, ?,"
        " ?, ?, ?, ?, ?)"_s,
        {bind(line.message), bind(line.channel), bind(line.conversation), line.kind, line.text,
         outgoing.buttons.empty() ? QVariant() : QVariant(buttonsJson(outgoing.buttons)),
         line.reference, bind(tools.clock.now()), notBefore, bind(outgoing.expires),
         outgoing.reasonOrder ? bind(*outgoing.reasonOrder) : QVariant(),
         outgoing.reasonState ? QVariant(toWord(*outgoing.reasonState)) : QVariant()}));
    return refreshWaiting(tools, line.conversation);
}

// A reaction, an edit or a deletion: no message of its own, it concerns one that is there.
Result<MessageId> putAbout(const Tools& tools, Line line, const Outgoing& outgoing,
                           MessageId concerned) {
    COMANDA_LET(message, messageById(tools.db, concerned));
    if (!message || message->conversation != line.conversation) {
        return fail(ErrorKind::NotFound, u"store.no_message"_s);
    }
    const bool ofOurs = line.kind != "reaction"_L1;
    if (message->externalId.isEmpty() || (ofOurs && message->direction != Direction::Out)) {
        return fail(ErrorKind::Invalid, u"outbox.no_target"_s);
    }
    line.message = concerned;
    COMANDA_TRY(writeLine(tools, line, outgoing));
    return concerned;
}

// It has not left: it is changed where it waits. False: it is not waiting.
Result<bool> changeWaiting(const Tools& tools, MessageId concerned, const QString& text) {
    COMANDA_LET(
        waiting,
        tools.db.selectOne(
            u"SELECT 1 FROM outbox WHERE message = ? AND kind = 'message' AND state = 'waiting'"_s,
            {bind(concerned)}));
    COMANDA_LET(message, messageById(tools.db, concerned));
    if (!waiting || !message) {
        return false;
    }
    COMANDA_TRY(
        tools.db.execute(u"UPDATE message SET text = ? WHERE id = ?"_s, {text, bind(concerned)}));
    COMANDA_TRY(queueForIndex(tools, concerned));
    COMANDA_TRY(refreshLast(tools, message->conversation));
    return true;
}

Result<QString> quotedId(Connection& db, const Outgoing& outgoing) {
    if (!outgoing.replyTo) {
        return QString();
    }
    COMANDA_LET(message, messageById(db, *outgoing.replyTo));
    return message ? message->externalId : QString();
}

// The author of a comment can be answered alone once.
Result<> mayAnswerAlone(Connection& db, ChannelId channel, const Outgoing& outgoing) {
    COMANDA_LET(comment, quotedId(db, outgoing));
    if (comment.isEmpty()) {
        return fail(ErrorKind::Invalid, u"outbox.no_target"_s);
    }
    COMANDA_LET(before, db.selectOne(u"SELECT 1 FROM message WHERE channel = ? AND quoted = ?"
                                     " AND private = 1 AND state <> 'failed'"_s,
                                     {bind(channel), comment}));
    return before ? Result<>(fail(ErrorKind::Conflict, u"outbox.answered_alone"_s)) : Done{};
}

Result<MessageId> insertMessage(const Tools& tools, const Line& line, const Outgoing& outgoing) {
    const Time now = tools.clock.now();
    COMANDA_LET(quoted, quotedId(tools.db, outgoing));
    return tools.db
        .insert(
            u"INSERT INTO message (channel, conversation, direction, kind, client_reference, "
            u"author, text,"
            " attachments, sent_at, received_at, sort_at, state, quoted, reason_order, private,"
            " manner) VALUES (?, ?, 'out', 'message', ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)"
            " RETURNING id"_s,
            {bind(line.channel), bind(line.conversation), line.reference, outgoing.author,
             outgoing.text, outgoing.media ? 1 : 0, bind(now), bind(now), bind(now), orNull(quoted),
             outgoing.reasonOrder ? bind(*outgoing.reasonOrder) : QVariant(), outgoing.privately,
             orNull(mannerJson(mannerOf(outgoing)))})
        .map([](qint64 id) { return MessageId(id); });
}

Result<MessageId> putMessage(const Tools& tools, Line line, const Outgoing& outgoing) {
    if (outgoing.text.isEmpty() && !outgoing.media) {
        return fail(ErrorKind::Invalid, u"outbox.empty"_s);
    }
    if (outgoing.privately) {
        COMANDA_TRY(mayAnswerAlone(tools.db, line.channel, outgoing));
    }
    COMANDA_LET(message, insertMessage(tools, line, outgoing));
    line.message = message;
    std::vector<Attachment> shown;
    if (outgoing.media) {
        shown.push_back(outgoing.media->attachment);
        COMANDA_TRY(writeKept(tools, message, 0, *outgoing.media));
    }
    if (!outgoing.text.isEmpty()) {
        COMANDA_TRY(queueForIndex(tools, message));
    }
    COMANDA_TRY(showNewcomer(tools, line.conversation,
                             {message, Direction::Out, outgoing.author,
                              preview(outgoing.text, shown, {}), MessageState::Waiting,
                              tools.clock.now(), false, std::nullopt, std::nullopt}));
    COMANDA_TRY(writeLine(tools, line, outgoing));
    return message;
}

Result<MessageId> putOnChannel(const Tools& tools, ChannelId channel, ConversationId conversation,
                               const Outgoing& outgoing) {
    Line line{MessageId(),  channel,       conversation,
              u"message"_s, outgoing.text, newClientReference()};
    if (outgoing.reactTo) {
        line.kind = u"reaction"_s;
        return putAbout(tools, line, outgoing, *outgoing.reactTo);
    }
    if (outgoing.edits) {
        COMANDA_LET(changed, changeWaiting(tools, *outgoing.edits, outgoing.text));
        line.kind = u"edit"_s;
        return changed ? Result<MessageId>(*outgoing.edits)
                       : putAbout(tools, line, outgoing, *outgoing.edits);
    }
    if (outgoing.deletes) {
        line.kind = u"delete"_s;
        return putAbout(tools, line, outgoing, *outgoing.deletes);
    }
    line.text.clear();
    return putMessage(tools, line, outgoing);
}

} // namespace

QString buttonsJson(const std::vector<Button>& buttons) {
    QJsonArray array;
    for (const Button& button : buttons) {
        array.append(QJsonObject{{u"id"_s, button.id}, {u"title"_s, button.title}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<Button> buttonsFrom(const QString& json) {
    std::vector<Button> buttons;
    for (const QJsonValue value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject button = value.toObject();
        buttons.push_back({button.value("id"_L1).toString(), button.value("title"_L1).toString()});
    }
    return buttons;
}

Result<MessageId> putIntoOutbox(const Tools& tools, const Outgoing& outgoing) {
    COMANDA_LET(conversation, remaining(tools.db, outgoing.conversation));
    COMANDA_LET(row, tools.db.selectOne(u"SELECT channel FROM conversation WHERE id = ?"_s,
                                        {bind(conversation)}));
    if (!row) {
        return fail(ErrorKind::NotFound, u"store.no_conversation"_s);
    }
    const auto channel = row->id<ChannelId>(0);
    COMANDA_LET(message, putOnChannel(tools, channel, conversation, outgoing));
    COMANDA_TRY(failIfRemoved(tools, channel));
    return message;
}

} // namespace comanda::store
