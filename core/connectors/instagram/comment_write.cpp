#include "core/connectors/instagram/comment_write.h"

#include "core/connect/split.h"
#include "core/connectors/graph/parts.h"
#include "core/connectors/instagram/manner.h"

namespace comanda::instagram {
namespace {

using namespace Qt::StringLiterals;
using graph::CommentAct;
using Calls = std::vector<graph::CommentCall>;

// What there is no call for; empty: it can be said.
QString impossible(const OutgoingMessage& message) {
    if (!message.editOf.isEmpty()) {
        return u"meta.cannot_edit"_s;
    }
    if (!message.reactionTo.isEmpty()) {
        return u"meta.cannot_react"_s;
    }
    return message.media || !message.mediaPath.isEmpty() ? u"facebook.no_files"_s : QString();
}

Result<Calls> answerPrivately(const QString& sends, const OutgoingMessage& message,
                              const QString& text) {
    if (message.replyTo.isEmpty()) {
        return fail(ErrorKind::Invalid, u"facebook.no_comment"_s);
    }
    if (connect::lengthIn(kByPage.unit, text) > kByPage.textMax) {
        return fail(ErrorKind::Invalid, u"instagram.private_too_long"_s);
    }
    const QJsonObject body{{u"recipient"_s, QJsonObject{{u"comment_id"_s, message.replyTo}}},
                           {u"message"_s, QJsonObject{{u"text"_s, text}}}};
    return Calls{{CommentAct::AnswerPrivately, sends + u"/messages"_s, body, message.replyTo}};
}

Result<Calls> answer(const OutgoingMessage& message, const QString& text) {
    const bool toComment = !message.replyTo.isEmpty();
    const QString& about = toComment ? message.replyTo : message.conversationKey;
    if (about.isEmpty()) {
        return fail(ErrorKind::Invalid, u"meta.no_recipient"_s);
    }
    const QString path = about + (toComment ? u"/replies"_s : u"/comments"_s);
    Calls calls;
    for (const QString& piece : connect::splitText(text, kCommentMax, TextUnit::CodePoints)) {
        calls.push_back({CommentAct::Answer, path, {{u"message"_s, piece}}, about});
    }
    return calls;
}

} // namespace

Result<Calls> writeComment(const QString& sends, const OutgoingMessage& message) {
    if (!message.deleteOf.isEmpty()) {
        return Calls{{CommentAct::Remove, message.deleteOf, {}, message.deleteOf}};
    }
    if (const QString why = impossible(message); !why.isEmpty()) {
        return fail(ErrorKind::Invalid, why);
    }
    const QString text = graph::withChoices(message.text, message.buttons);
    if (text.trimmed().isEmpty()) {
        return fail(ErrorKind::Invalid, u"send.empty"_s);
    }
    return message.privately ? answerPrivately(sends, message, text) : answer(message, text);
}

} // namespace comanda::instagram
