#include "core/connectors/graph/comment_answers.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

std::optional<GraphError> errorOf(const net::HttpReply& reply) {
    const auto answer = parseObject(reply.body);
    return answer ? errorIn(*answer) : std::nullopt;
}

bool isGone(const std::optional<GraphError>& error) {
    return error && judge(0, *error).meaning == Meaning::Missing;
}

QString newId(const QJsonObject& answer) {
    return idText(answer.value(u"id"_s));
}

QString messageId(const QJsonObject& answer) {
    return idText(answer.value(u"message_id"_s));
}

// Of what gets no id of its own; replaced by the id of what it was done to.
QString success(const QJsonObject& answer) {
    const QJsonValue said = answer.value(u"success"_s);
    const bool done = said.toBool() || said.toString() == "true"_L1;
    return done ? u"done"_s : newId(answer);
}

IdIn idIn(CommentAct act) {
    switch (act) {
    case CommentAct::Answer:
        return newId;
    case CommentAct::AnswerPrivately:
        return messageId;
    case CommentAct::Edit:
    case CommentAct::Remove:
    case CommentAct::Like:
        break;
    }
    return success;
}

SendOutcome accepted(const CommentCall& call, outcome::Accepted made, const net::HttpReply& reply) {
    if (call.act == CommentAct::AnswerPrivately) {
        const auto answer = parseObject(reply.body);
        made.personId = answer ? idText(answer->value(u"recipient_id"_s)) : QString();
    } else if (call.act != CommentAct::Answer) {
        made.externalId = call.about;
    }
    return made;
}

bool isThrottled(const net::HttpReply& reply, const std::optional<GraphError>& error) {
    const Meaning meaning =
        error ? judge(reply.status, *error).meaning : judgeBare(reply.status).meaning;
    return meaning == Meaning::ThrottledAccount || meaning == Meaning::ThrottledPerson;
}

} // namespace

SendOutcome readCommentAnswer(const CommentCall& call, const net::HttpResult& result, Time now) {
    SendOutcome outcome = readSendAnswer(result, idIn(call.act), 0, now);
    if (!result) {
        return outcome;
    }
    if (const auto* made = std::get_if<outcome::Accepted>(&outcome)) {
        return accepted(call, *made, *result);
    }
    const auto error = errorOf(*result);
    if (isGone(error)) {
        return outcome::Rejected{u"facebook.comment_gone"_s, error->inWords()};
    }
    if (call.act != CommentAct::AnswerPrivately) {
        return outcome;
    }
    if (std::holds_alternative<outcome::WindowClosed>(outcome)) {
        return outcome::WindowClosed{u"facebook.private_over"_s};
    }
    const auto* again = std::get_if<outcome::RetryAfter>(&outcome);
    return again != nullptr && !isThrottled(*result, error) ? outcome::Unsure{again->why} : outcome;
}

std::optional<connect::Observation> observeComment(const net::HttpResult& result) {
    if (result && isGone(errorOf(*result))) {
        return connect::Observation{connect::CallKind::Send, std::nullopt, {}, {}};
    }
    return observe(connect::CallKind::Send, result);
}

} // namespace comanda::graph
