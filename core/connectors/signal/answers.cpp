#include "core/connectors/signal/answers.h"

#include "core/base/json.h"
#include "core/connectors/signal/identity.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kWaitMax = 7LL * 24 * 3600; // seconds; "86400" has been seen
constexpr Millis kThrottledWait{300'000};    // where the daemon does not say how long

// What became of one recipient, the gravest last: of a message that nobody got it decides.
enum class Fate { Reached, Refused, Unregistered, Identity, Throttled, Captcha, Unknown };

struct Recipient {
    Fate fate = Fate::Unknown;
    QString word; // the daemon's
    QString token;
    Millis wait{0};
};

constexpr std::array kFates{
    std::pair("SUCCESS"_L1, Fate::Reached),
    std::pair("NETWORK_FAILURE"_L1, Fate::Unknown),
    std::pair("UNREGISTERED_FAILURE"_L1, Fate::Unregistered),
    std::pair("IDENTITY_FAILURE"_L1, Fate::Identity),
    std::pair("RATE_LIMIT_FAILURE"_L1, Fate::Throttled),
    std::pair("INVALID_PRE_KEY_FAILURE"_L1, Fate::Refused),
};

Millis waitIn(const QJsonObject& json) {
    const qint64 seconds = integerIn(json, u"retryAfterSeconds").value_or(0);
    return Millis(std::clamp<qint64>(seconds, 0, kWaitMax) * 1000);
}

Recipient resultFrom(const QJsonObject& json) {
    Recipient result;
    result.word = json.value(u"type"_s).toString().left(64);
    const auto* const known = std::find_if(
        kFates.begin(), kFates.end(), [&](const auto& fate) { return result.word == fate.first; });
    result.fate = known == kFates.end() ? Fate::Unknown : known->second;
    result.token = json.value(u"token"_s).toString().left(200);
    result.wait = waitIn(json);
    if (!result.token.isEmpty() && result.fate != Fate::Reached) {
        result.fate = Fate::Captcha;
    }
    return result;
}

std::vector<Recipient> resultsIn(const QJsonObject& sent) {
    std::vector<Recipient> results;
    for (const QJsonValue one : sent.value(u"results"_s).toArray()) {
        results.push_back(resultFrom(one.toObject()));
    }
    return results;
}

SendOutcome unknown(const Call& call, const QString& why) {
    if (call.isRepeatable()) {
        return outcome::RetryAfter{Millis(0), why, false};
    }
    return outcome::Unsure{why};
}

SendOutcome captcha(const QString& token) {
    return outcome::Rejected{u"signal.captcha"_s, token};
}

// Signal throttles those who write to many new people; the regulars still get theirs.
SendOutcome throttled(Millis wait) {
    return outcome::RetryAfter{wait > Millis(0) ? wait : kThrottledWait, u"signal.throttled"_s,
                               false};
}

SendOutcome outcomeOf(const Recipient& worst, const QString& message, const Call& call) {
    const QString detail = (worst.word + u' ' + message).trimmed();
    switch (worst.fate) {
    case Fate::Reached:
    case Fate::Unknown:
        return unknown(call, u"signal.no_network"_s);
    case Fate::Captcha:
        return captcha(worst.token);
    case Fate::Throttled:
        return throttled(worst.wait);
    case Fate::Identity:
        return outcome::Rejected{u"signal.identity_changed"_s, detail};
    case Fate::Unregistered:
        return outcome::Rejected{u"signal.unregistered"_s, detail};
    case Fate::Refused:
        return outcome::Rejected{u"signal.keys_refused"_s, detail};
    }
    Q_UNREACHABLE();
}

const Recipient& worstOf(const std::vector<Recipient>& results) {
    return *std::max_element(results.begin(), results.end(), [](const auto& a, const auto& b) {
        return std::pair(a.fate, a.wait) < std::pair(b.fate, b.wait);
    });
}

// What a call made, or for an edit, a reaction or a deletion what it changed.
QString idOf(const Call& call, qint64 made) {
    for (const auto key : {"editTimestamp"_L1, "targetTimestamp"_L1}) {
        if (const qint64 changed = call.params.value(key).toInteger(); changed > 0) {
            made = changed;
        }
    }
    const QString account = call.params.value("account"_L1).toString();
    const QString author = call.params.value("targetAuthor"_L1).toString(account);
    return author + u':' + QString::number(made);
}

SendOutcome afterResult(const QJsonObject& sent, const Call& call) {
    const std::vector<Recipient> results = resultsIn(sent);
    const bool reached =
        results.empty() || std::any_of(results.begin(), results.end(), [](const Recipient& one) {
            return one.fate == Fate::Reached;
        });
    if (!reached) {
        return outcomeOf(worstOf(results), {}, call);
    }
    const auto made = integerIn(sent, u"timestamp");
    if (!made || *made <= 0) {
        return unknown(call, u"signal.unclear_answer"_s);
    }
    return outcome::Accepted{idOf(call, *made)};
}

// A piece of the message, and what it means whatever the code is. The first that fits counts.
struct Known {
    QLatin1StringView words;
    QLatin1StringView signIn;   // the account needs attention, for this reason
    QLatin1StringView rejected; // this message is refused, for this reason
};

constexpr std::array kKnown{
    Known{"authorization failed"_L1, "signal.not_linked"_L1, {}},
    Known{"AuthorizationFailedException"_L1, "signal.not_linked"_L1, {}},
    Known{"account does not exist"_L1, "signal.account_missing"_L1, {}},
    Known{"DeprecatedVersion"_L1, "signal.too_old"_L1, {}},
    Known{"proof required"_L1, {}, "signal.captcha"_L1},
    Known{"ProofRequired"_L1, {}, "signal.captcha"_L1},
    Known{"is not registered"_L1, {}, "signal.unregistered"_L1},
};

std::optional<SendOutcome> byWords(const Answer& answer, const QString& detail) {
    for (const Known& known : kKnown) {
        if (!answer.says(known.words)) {
            continue;
        }
        if (!known.signIn.isEmpty()) {
            return outcome::NeedsSignIn{known.signIn};
        }
        return outcome::Rejected{known.rejected, detail};
    }
    if (answer.code == -32602 && answer.says("account"_L1)) {
        return outcome::NeedsSignIn{u"signal.account_missing"_s};
    }
    return std::nullopt;
}

SendOutcome byCode(const Answer& answer, const Call& call, const QString& detail) {
    switch (answer.code) {
    case -1:
        return answer.says("failed to send"_L1)
                   ? unknown(call, u"signal.no_network"_s)
                   : SendOutcome(outcome::Rejected{u"signal.refused"_s, detail});
    case -4:
        return outcome::Rejected{u"signal.identity_changed"_s, detail};
    case -5:
        return throttled(waitIn(answer.response));
    case -6:
        return outcome::Rejected{u"signal.captcha_refused"_s, detail};
    case -32601:
        return outcome::NeedsSignIn{u"signal.too_old"_s};
    case -32600:
    case -32602:
    case -32700:
        return outcome::Rejected{u"signal.refused"_s, detail};
    default: // -3, -32603 and what nobody has told us of: it may have left
        return unknown(call, u"signal.no_network"_s);
    }
}

SendOutcome afterError(const Answer& answer, const Call& call) {
    const QString detail = QString::number(answer.code) + u' ' + answer.message;
    const std::vector<Recipient> results = resultsIn(answer.response);
    if (!results.empty()) {
        return outcomeOf(worstOf(results), detail, call);
    }
    if (const auto known = byWords(answer, detail)) {
        return *known;
    }
    return byCode(answer, call, detail);
}

} // namespace

bool Answer::says(QLatin1StringView words) const {
    return message.contains(words, Qt::CaseInsensitive);
}

Answer noAnswer(FailureClass failure, bool mayHaveArrived, QString id, QString detail) {
    Answer answer;
    answer.failure = failure;
    answer.mayHaveArrived = mayHaveArrived;
    answer.id = std::move(id);
    answer.message = std::move(detail);
    return answer;
}

std::optional<NamedAnswer> readAnswer(const QJsonObject& json) {
    if (json.contains(u"method"_s)
        || (!json.contains(u"result"_s) && !json.value(u"error"_s).isObject())) {
        return std::nullopt;
    }
    NamedAnswer named{idText(json.value(u"id"_s)), {}};
    Answer& answer = named.answer;
    const QJsonObject error = json.value(u"error"_s).toObject();
    if (error.isEmpty()) {
        answer.shape = Answer::Shape::Result;
        answer.result = json.value(u"result"_s);
        return named;
    }
    answer.shape = Answer::Shape::Error;
    answer.code = static_cast<int>(integerIn(error, u"code").value_or(0));
    answer.message = error.value(u"message"_s).toString().left(500);
    answer.response = error.value(u"data"_s).toObject().value(u"response"_s).toObject();
    return named;
}

SendOutcome outcomeOf(const Answer& answer, const Call& call) {
    switch (answer.shape) {
    case Answer::Shape::Result:
        return afterResult(answer.result.toObject(), call);
    case Answer::Shape::Error:
        return afterError(answer, call);
    case Answer::Shape::None:
        break;
    }
    return answer.mayHaveArrived ? unknown(call, answer.id)
                                 : SendOutcome(outcome::RetryAfter{Millis(0), answer.id, false});
}

QString madeName(const Answer& answer, const Call& call) {
    const QJsonObject sent = answer.ok() ? answer.result.toObject() : answer.response;
    const qint64 made = integerIn(sent, u"timestamp").value_or(0);
    return made > 0 ? idOf(call, made) : QString();
}

Health healthIn(const Answer& answer, const Call& call) {
    if (answer.shape == Answer::Shape::None) {
        return {answer.failure, answer.id, answer.message};
    }
    if (answer.ok() && resultsIn(answer.result.toObject()).empty()) {
        return {};
    }
    const SendOutcome outcome = outcomeOf(answer, call);
    if (const auto* signIn = std::get_if<outcome::NeedsSignIn>(&outcome)) {
        return {FailureClass::Auth, signIn->why, answer.message};
    }
    const auto* later = std::get_if<outcome::RetryAfter>(&outcome);
    const auto* unsure = std::get_if<outcome::Unsure>(&outcome);
    const auto* rejected = std::get_if<outcome::Rejected>(&outcome);
    if (later && later->wait > Millis(0)) {
        return {FailureClass::Throttled, later->why, answer.message};
    }
    if (later || unsure) { // the daemon lives and does not reach Signal, or not for certain
        return {FailureClass::Timeout, later ? later->why : unsure->why, answer.message};
    }
    if (rejected && rejected->why == "signal.captcha"_L1) {
        return {FailureClass::Throttled, rejected->why, rejected->detail};
    }
    return {};
}

Error errorOf(const Answer& answer) {
    Error error;
    error.detail = answer.message;
    if (answer.shape == Answer::Shape::None) {
        error.kind = answer.failure == FailureClass::Timeout ? ErrorKind::Timeout
                     : answer.failure == FailureClass::Auth  ? ErrorKind::Auth
                                                             : ErrorKind::Network;
        error.id = answer.id;
        return error;
    }
    const auto known = byWords(answer, answer.message);
    const auto* signIn = known ? std::get_if<outcome::NeedsSignIn>(&*known) : nullptr;
    error.kind = signIn ? ErrorKind::Auth : ErrorKind::Rejected;
    error.id = signIn ? signIn->why : u"signal.refused"_s;
    if (answer.code == -3 || answer.code == -32603) {
        error.kind = ErrorKind::Network;
        error.id = u"signal.no_network"_s;
    }
    return error;
}

} // namespace comanda::signal
