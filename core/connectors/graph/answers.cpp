#include "core/connectors/graph/answers.h"

#include "core/base/json.h"
#include "core/connectors/graph/usage.h"

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int kRefusalsMax = 5; // 1024 s; more is never served by waiting longer

struct Answer {
    std::optional<QJsonObject> json; // nullopt: not JSON
    std::optional<GraphError> error;
    Judgement judgement; // valid unless it is a success

    [[nodiscard]] bool isSuccess(int status) const {
        return json && !error && status >= 200 && status < 300;
    }
};

Answer readReply(const net::HttpReply& reply) {
    Answer answer;
    if (auto json = parseObject(reply.body)) {
        answer.json = std::move(*json);
        answer.error = errorIn(*answer.json);
    }
    answer.judgement = answer.error ? judge(reply.status, *answer.error) : judgeBare(reply.status);
    return answer;
}

QString idOf(const net::HttpFailure& failure) {
    return failure.notMade.isEmpty() ? u"net."_s + toWord(failure.failure) : failure.notMade;
}

ErrorKind kindOf(const net::HttpFailure& failure) {
    if (!failure.notMade.isEmpty()) {
        return ErrorKind::Busy;
    }
    return failure.failure == FailureClass::Timeout ? ErrorKind::Timeout : ErrorKind::Network;
}

QString wordsOf(const Answer& answer, int status) {
    return answer.error ? answer.error->inWords() : u"HTTP "_s + QString::number(status);
}

SendOutcome outcomeOf(const Answer& answer, const net::HttpReply& reply, int refusals, Time now) {
    const Judgement& said = answer.judgement;
    switch (said.meaning) {
    case Meaning::TryAgain:
        return outcome::RetryAfter{waitAsked(reply, now, said.wait), said.why, false};
    case Meaning::ThrottledAccount:
        return outcome::RetryAfter{waitAsked(reply, now, said.wait), said.why, true};
    case Meaning::ThrottledPerson:
        return outcome::RetryAfter{std::max(said.wait, personWait(refusals)), said.why, false};
    case Meaning::WindowClosed:
        return outcome::WindowClosed{said.why};
    case Meaning::Missing: // our account itself is what the call asks for
    case Meaning::SignIn:
        return outcome::NeedsSignIn{said.why};
    case Meaning::Refused:
    case Meaning::Blocked:
        return outcome::Rejected{said.why, wordsOf(answer, reply.status)};
    case Meaning::Unclear:
        return outcome::Unsure{said.why};
    }
    Q_UNREACHABLE();
}

Error failed(ErrorKind kind, QString id, QString detail, std::optional<Millis> wait = {}) {
    Error error;
    error.kind = kind;
    error.id = std::move(id);
    error.detail = std::move(detail);
    error.retryAfter = wait;
    return error;
}

Error errorOf(const Answer& answer, const net::HttpReply& reply, Time now) {
    const Judgement& said = answer.judgement;
    const QString words = wordsOf(answer, reply.status);
    switch (said.meaning) {
    case Meaning::ThrottledAccount:
    case Meaning::ThrottledPerson:
        return failed(ErrorKind::RateLimited, said.why, words, waitAsked(reply, now, said.wait));
    case Meaning::SignIn:
        return failed(ErrorKind::Auth, said.why, words);
    case Meaning::Missing:
        return failed(ErrorKind::NotFound, said.why, words);
    case Meaning::WindowClosed:
    case Meaning::Refused:
    case Meaning::Blocked:
        return failed(ErrorKind::Rejected, said.why, words);
    case Meaning::TryAgain:
    case Meaning::Unclear:
        return failed(ErrorKind::Network, said.why, words, retryAfterIn(reply, now));
    }
    Q_UNREACHABLE();
}

} // namespace

bool throttlesPerson(const net::HttpResult& result) {
    return result && readReply(*result).judgement.meaning == Meaning::ThrottledPerson;
}

Millis personWait(int refusals) {
    return 1000ms * (std::int64_t{1} << (2 * std::clamp(refusals, 0, kRefusalsMax)));
}

SendOutcome readSendAnswer(const net::HttpResult& result, IdIn idIn, int refusals, Time now) {
    if (!result) {
        const net::HttpFailure& failure = result.error();
        if (failure.mayHaveArrived) {
            return outcome::Unsure{u"send.no_answer"_s};
        }
        return outcome::RetryAfter{Millis(0), idOf(failure), false};
    }
    const Answer answer = readReply(*result);
    if (answer.isSuccess(result->status)) {
        const QString id = idIn(*answer.json);
        if (!id.isEmpty()) {
            return outcome::Accepted{id};
        }
    } else if (!answer.error && result->status == 503) {
        if (const auto wait = retryAfterIn(*result, now)) {
            return outcome::RetryAfter{*wait, u"graph.platform_trouble"_s, true};
        }
    }
    return outcomeOf(answer, *result, refusals, now);
}

Result<QJsonObject> readAnswer(const net::HttpResult& result, Time now) {
    if (!result) {
        const net::HttpFailure& failure = result.error();
        return fail(failed(kindOf(failure), idOf(failure), failure.detail));
    }
    const Answer answer = readReply(*result);
    if (answer.isSuccess(result->status)) {
        return *answer.json;
    }
    return fail(errorOf(answer, *result, now));
}

SendOutcome uploadFailed(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Auth:
    case ErrorKind::NotFound:
        return outcome::NeedsSignIn{error.id};
    case ErrorKind::Rejected:
    case ErrorKind::Invalid:
        return outcome::Rejected{error.id, error.detail};
    case ErrorKind::RateLimited:
        return outcome::RetryAfter{error.retryAfter.value_or(Millis(0)), error.id, true};
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Malformed:
    case ErrorKind::Storage:
    case ErrorKind::Busy:
    case ErrorKind::Conflict:
    case ErrorKind::Cancelled:
        break;
    }
    return outcome::RetryAfter{error.retryAfter.value_or(Millis(0)), error.id, false};
}

std::optional<connect::Observation> observe(connect::CallKind call, const net::HttpResult& result) {
    connect::Observation seen;
    seen.call = call;
    if (!result) {
        if (!result.error().notMade.isEmpty()) {
            return std::nullopt;
        }
        seen.failure = result.error().failure;
        seen.detail = result.error().detail;
        return seen;
    }
    const Answer answer = readReply(*result);
    if (answer.isSuccess(result->status)) {
        return seen;
    }
    seen.failure = failureOf(answer.judgement);
    // Of a file it only means that the file is gone; otherwise it is our account that we ask about.
    if (answer.judgement.meaning == Meaning::Missing && call != connect::CallKind::Media) {
        seen.failure = FailureClass::Auth;
    }
    if (!seen.failure) {
        return seen; // it works; it only said no to this one call
    }
    seen.id = answer.judgement.why;
    seen.detail = wordsOf(answer, result->status);
    return seen;
}

} // namespace comanda::graph
