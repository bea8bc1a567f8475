#include "core/connectors/facebook/answers.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"

#include <algorithm>
#include <array>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kAny = -1; // any subcode

// What only this one call was refused with. All else is graph::judge()'s.
struct Row {
    qint64 code, subcode;
    const char* why;
};
constexpr std::array kRefusals{
    Row{33, kAny, "facebook.comment_gone"},        Row{100, 33, "facebook.comment_gone"},
    Row{100, 2534025, "facebook.private_refused"}, Row{506, kAny, "facebook.said_already"},
    Row{10900, kAny, "facebook.answered_already"}, Row{1404078, kAny, "graph.blocked_for_policy"},
    Row{1609005, kAny, "facebook.link_refused"},
};

std::optional<graph::GraphError> errorOf(const net::HttpReply& reply) {
    const auto answer = parseObject(reply.body);
    return answer ? graph::errorIn(*answer) : std::nullopt;
}

const Row* refusalOf(const graph::GraphError& error) {
    const auto* const found = std::find_if(kRefusals.begin(), kRefusals.end(), [&](const Row& row) {
        return error.code == row.code && (row.subcode == kAny || row.subcode == error.subcode);
    });
    return found == kRefusals.end() ? nullptr : found;
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

graph::IdIn idIn(Act act) {
    switch (act) {
    case Act::Comment:
        return newId;
    case Act::AnswerPrivately:
        return messageId;
    case Act::Edit:
    case Act::Remove:
    case Act::Like:
        break;
    }
    return success;
}

SendOutcome accepted(const Call& call, outcome::Accepted made, const net::HttpReply& reply) {
    if (call.act == Act::AnswerPrivately) {
        const auto answer = parseObject(reply.body);
        made.personId = answer ? idText(answer->value(u"recipient_id"_s)) : QString();
    } else if (call.act != Act::Comment) {
        made.externalId = call.about;
    }
    return made;
}

bool isThrottled(const net::HttpReply& reply, const std::optional<graph::GraphError>& error) {
    const graph::Meaning meaning =
        error ? graph::judge(reply.status, *error).meaning : graph::judgeBare(reply.status).meaning;
    return meaning == graph::Meaning::ThrottledAccount
           || meaning == graph::Meaning::ThrottledPerson;
}

} // namespace

SendOutcome readSendAnswer(const Call& call, const net::HttpResult& result, Time now) {
    const SendOutcome outcome = graph::readSendAnswer(result, idIn(call.act), 0, now);
    if (!result) {
        return outcome;
    }
    if (const auto* made = std::get_if<outcome::Accepted>(&outcome)) {
        return accepted(call, *made, *result);
    }
    const auto error = errorOf(*result);
    if (const Row* row = error ? refusalOf(*error) : nullptr) {
        return outcome::Rejected{QString::fromLatin1(row->why), error->inWords()};
    }
    if (call.act != Act::AnswerPrivately) {
        return outcome;
    }
    if (std::holds_alternative<outcome::WindowClosed>(outcome)) {
        return outcome::WindowClosed{u"facebook.private_over"_s};
    }
    const auto* again = std::get_if<outcome::RetryAfter>(&outcome);
    return again != nullptr && !isThrottled(*result, error) ? outcome::Unsure{again->why} : outcome;
}

std::optional<connect::Observation> observe(const net::HttpResult& result) {
    const auto error = result ? errorOf(*result) : std::nullopt;
    if (error && refusalOf(*error) != nullptr) {
        return connect::Observation{connect::CallKind::Send, std::nullopt, {}, {}};
    }
    return graph::observe(connect::CallKind::Send, result);
}

} // namespace comanda::facebook
