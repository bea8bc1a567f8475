#include "core/connectors/facebook/write.h"

#include "core/connect/split.h"
#include "core/connectors/graph/parts.h"

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;
using graph::CommentAct;
using Calls = std::vector<graph::CommentCall>;

Result<Calls> like(const OutgoingMessage& message) {
    if (!message.reaction.startsWith(u"👍"_s)) { // whatever its colour
        return fail(ErrorKind::Invalid, u"facebook.only_like"_s);
    }
    return Calls{{CommentAct::Like, message.reactionTo + u"/likes"_s, {}, message.reactionTo}};
}

Result<Calls> edit(const OutgoingMessage& message) {
    if (message.text.trimmed().isEmpty()) {
        return fail(ErrorKind::Invalid, u"send.empty"_s);
    }
    if (connect::lengthIn(TextUnit::CodePoints, message.text) > kTextMax) {
        return fail(ErrorKind::Invalid, u"facebook.too_long"_s);
    }
    return Calls{
        {CommentAct::Edit, message.editOf, {{u"message"_s, message.text}}, message.editOf}};
}

Result<Calls> answerPrivately(const QString& page, const OutgoingMessage& message,
                              const QString& text) {
    if (message.replyTo.isEmpty()) {
        return fail(ErrorKind::Invalid, u"facebook.no_comment"_s);
    }
    if (connect::lengthIn(TextUnit::Utf16, text) > kPrivateTextMax) {
        return fail(ErrorKind::Invalid, u"facebook.private_too_long"_s);
    }
    const QJsonObject body{{u"recipient"_s, QJsonObject{{u"comment_id"_s, message.replyTo}}},
                           {u"message"_s, QJsonObject{{u"text"_s, text}}}};
    return Calls{{CommentAct::AnswerPrivately, page + u"/messages"_s, body, message.replyTo}};
}

Result<Calls> comment(const OutgoingMessage& message, const QString& text) {
    const QString& about = message.replyTo.isEmpty() ? message.conversationKey : message.replyTo;
    if (about.isEmpty()) {
        return fail(ErrorKind::Invalid, u"meta.no_recipient"_s);
    }
    Calls calls;
    for (const QString& piece : connect::splitText(text, kTextMax, TextUnit::CodePoints)) {
        calls.push_back(
            {CommentAct::Answer, about + u"/comments"_s, {{u"message"_s, piece}}, about});
    }
    return calls;
}

} // namespace

Result<Calls> write(const QString& page, const OutgoingMessage& message) {
    if (!message.deleteOf.isEmpty()) {
        return Calls{{CommentAct::Remove, message.deleteOf, {}, message.deleteOf}};
    }
    if (!message.editOf.isEmpty()) {
        return edit(message);
    }
    if (!message.reactionTo.isEmpty()) {
        return like(message);
    }
    if (message.media || !message.mediaPath.isEmpty()) {
        return fail(ErrorKind::Invalid, u"facebook.no_files"_s);
    }
    const QString text = graph::withChoices(message.text, message.buttons);
    if (text.trimmed().isEmpty()) {
        return fail(ErrorKind::Invalid, u"send.empty"_s);
    }
    return message.privately ? answerPrivately(page, message, text) : comment(message, text);
}

} // namespace comanda::facebook
