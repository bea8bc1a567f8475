#include "core/connectors/telegram/answers.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <array>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kShownOfGarbage = 200;
constexpr Millis kThrottleMargin{500};

ApiAnswer noAnswer(const net::HttpFailure& failure) {
    ApiAnswer answer;
    answer.shape = ApiAnswer::Shape::NoAnswer;
    answer.failure = failure.failure;
    answer.description = failure.detail;
    answer.mayHaveArrived = failure.mayHaveArrived;
    answer.stale = failure.connectionReused;
    return answer;
}

FailureClass classOf(int code) {
    if (code == 401 || code == 404 || code == 421) {
        return FailureClass::Auth;
    }
    if (code == 429) {
        return FailureClass::Throttled;
    }
    return code >= 500 ? FailureClass::Http5xx : FailureClass::Protocol;
}

ApiAnswer outage(const net::HttpReply& reply) {
    ApiAnswer answer;
    answer.shape = ApiAnswer::Shape::Outage;
    answer.code = reply.status;
    answer.failure = reply.status >= 500 ? FailureClass::Http5xx : FailureClass::Protocol;
    answer.description = u"HTTP %1: "_s.arg(reply.status)
                         + QString::fromUtf8(reply.body.left(kShownOfGarbage)).simplified();
    return answer;
}

std::optional<Millis> waitIn(const QJsonObject& parameters, const net::HttpReply& reply) {
    std::optional<qint64> seconds = integerIn(parameters, u"retry_after");
    if (!seconds) {
        bool ok = false;
        const qint64 header = reply.header("retry-after").toLongLong(&ok);
        seconds = ok ? std::optional(header) : std::nullopt;
    }
    constexpr qint64 kSecondsMax = 24 * 3600;
    if (!seconds || *seconds < 0) {
        return std::nullopt;
    }
    return Millis(std::min(*seconds, kSecondsMax) * 1000) + kThrottleMargin;
}

// A piece of the description, and what it means. The first that fits counts.
enum class Verdict { Rejected, Window, SignIn, Done };
struct Known {
    QLatin1StringView words;
    Verdict verdict;
    QLatin1StringView id;
};

constexpr std::array kKnown{
    Known{"message is not modified"_L1, Verdict::Done, {}},
    Known{"initiate conversation with a user"_L1, Verdict::Window, "telegram.not_started"_L1},
    Known{"BUSINESS_PEER_USAGE_MISSING"_L1, Verdict::Window, "telegram.business_window"_L1},
    Known{"bot was blocked by the user"_L1, Verdict::Rejected, "telegram.blocked"_L1},
    Known{"user is deactivated"_L1, Verdict::Rejected, "telegram.deactivated"_L1},
    Known{"bot was kicked"_L1, Verdict::Rejected, "telegram.not_in_group"_L1},
    Known{"bot is not a member"_L1, Verdict::Rejected, "telegram.not_in_group"_L1},
    Known{"chat not found"_L1, Verdict::Rejected, "telegram.chat_not_found"_L1},
    Known{"message to edit not found"_L1, Verdict::Rejected, "telegram.cannot_edit"_L1},
    Known{"message can't be edited"_L1, Verdict::Rejected, "telegram.cannot_edit"_L1},
    Known{"message to delete not found"_L1, Verdict::Rejected, "telegram.cannot_delete"_L1},
    Known{"message can't be deleted"_L1, Verdict::Rejected, "telegram.cannot_delete"_L1},
    Known{"message to be replied not found"_L1, Verdict::Rejected, "telegram.quoted_gone"_L1},
    Known{"file is too big"_L1, Verdict::Rejected, "media.too_large"_L1},
    Known{"Request Entity Too Large"_L1, Verdict::Rejected, "media.too_large"_L1},
    Known{"wrong file"_L1, Verdict::Rejected, "telegram.file_refused"_L1},
    Known{"failed to get HTTP URL content"_L1, Verdict::Rejected, "telegram.file_refused"_L1},
    Known{"PHOTO_INVALID_DIMENSIONS"_L1, Verdict::Rejected, "telegram.file_refused"_L1},
    Known{"IMAGE_PROCESS_FAILED"_L1, Verdict::Rejected, "telegram.file_refused"_L1},
    Known{"not enough rights to delete"_L1, Verdict::Rejected, "telegram.no_right_to_delete"_L1},
    Known{"BUSINESS_"_L1, Verdict::Rejected, "telegram.business_not_connected"_L1},
    Known{"business connection not found"_L1, Verdict::Rejected,
          "telegram.business_not_connected"_L1},
    Known{"Logged out"_L1, Verdict::SignIn, "telegram.logged_out"_L1},
    Known{"FROZEN_METHOD_INVALID"_L1, Verdict::Rejected, "telegram.frozen"_L1},
    Known{"message is too long"_L1, Verdict::Rejected, "telegram.text_too_long"_L1},
    Known{"MESSAGE_TOO_LONG"_L1, Verdict::Rejected, "telegram.text_too_long"_L1},
    Known{"text is too long"_L1, Verdict::Rejected, "telegram.text_too_long"_L1},
    Known{"message text is empty"_L1, Verdict::Rejected, "telegram.empty"_L1},
    Known{"method not found"_L1, Verdict::Rejected, "telegram.refused"_L1},
};

// What a call that succeeded made, or for an edit or a reaction what it changed.
QString messageIdOf(const ApiAnswer& answer, const ApiCall& call) {
    const QJsonValue result =
        answer.result.isArray() ? answer.result.toArray().first() : answer.result;
    const QString made = idText(result.toObject().value("message_id"_L1));
    return made.isEmpty() ? idText(call.parameters.value("message_id"_L1)) : made;
}

SendOutcome refusal(const ApiAnswer& answer, const ApiCall& call) {
    const QString detail = QString::number(answer.code) + u' ' + answer.description;
    for (const Known& known : kKnown) {
        if (!answer.says(known.words)) {
            continue;
        }
        switch (known.verdict) {
        case Verdict::Done:
            return outcome::Accepted{messageIdOf(answer, call)};
        case Verdict::Window:
            return outcome::WindowClosed{known.id};
        case Verdict::SignIn:
            return outcome::NeedsSignIn{known.id};
        case Verdict::Rejected:
            return outcome::Rejected{known.id, detail};
        }
    }
    if (answer.badToken()) {
        return outcome::NeedsSignIn{u"telegram.bad_token"_s};
    }
    if (answer.code == 421) {
        return outcome::NeedsSignIn{u"telegram.wrong_server"_s};
    }
    if (answer.code == 409) {
        return outcome::RetryAfter{Millis(5'000), u"telegram.conflict"_s, false};
    }
    return outcome::Rejected{u"telegram.refused"_s, detail};
}

SendOutcome unknown(const ApiCall& call, const QString& why) {
    if (call.isRepeatable()) {
        return outcome::RetryAfter{Millis(0), why, false};
    }
    return outcome::Unsure{why};
}

} // namespace

bool ApiAnswer::says(QLatin1StringView words) const {
    return description.contains(words, Qt::CaseInsensitive);
}

bool ApiAnswer::badToken() const {
    // Groups once answered 401 for chats; those texts name the reason after the colon.
    return shape == Shape::Refused
           && ((code == 401 && !says("kicked"_L1) && !says("initiate"_L1))
               || (code == 404 && !says("method not found"_L1)));
}

ApiAnswer readAnswer(const net::HttpResult& result) {
    if (!result) {
        return noAnswer(result.error());
    }
    const Result<QJsonObject> body = parseObject(result->body);
    if (!body || !body->value("ok"_L1).isBool()) {
        return outage(*result);
    }
    ApiAnswer answer;
    if (body->value("ok"_L1).toBool()) {
        answer.shape = ApiAnswer::Shape::Ok;
        answer.result = body->value("result"_L1);
        return answer;
    }
    const QJsonObject parameters = body->value("parameters"_L1).toObject();
    answer.shape = ApiAnswer::Shape::Refused;
    answer.code = static_cast<int>(integerIn(*body, u"error_code").value_or(result->status));
    answer.description = net::redactUrl(body->value("description"_L1).toString()).left(500);
    answer.migratedTo = idText(parameters.value("migrate_to_chat_id"_L1));
    if (answer.code == 429) {
        answer.retryAfter = waitIn(parameters, *result);
    }
    answer.failure = classOf(answer.code);
    answer.mayHaveArrived = answer.code >= 500;
    return answer;
}

SendOutcome outcomeOf(const ApiAnswer& answer, const ApiCall& call) {
    switch (answer.shape) {
    case ApiAnswer::Shape::Ok:
        return outcome::Accepted{messageIdOf(answer, call)};
    case ApiAnswer::Shape::NoAnswer:
        if (!answer.mayHaveArrived) {
            return outcome::RetryAfter{Millis(0), u"net."_s + toWord(*answer.failure), false};
        }
        return unknown(call, u"telegram.no_answer"_s);
    case ApiAnswer::Shape::Outage:
        if (answer.code == 413) {
            return outcome::Rejected{u"media.too_large"_s, answer.description};
        }
        return unknown(call, u"telegram.outage"_s);
    case ApiAnswer::Shape::Refused:
        if (answer.code == 429) {
            return outcome::RetryAfter{answer.retryAfter.value_or(Millis(1'000)),
                                       u"telegram.throttled"_s, false};
        }
        if (answer.code >= 500) {
            return unknown(call, u"telegram.outage"_s);
        }
        return refusal(answer, call);
    }
    Q_UNREACHABLE();
}

std::optional<ApiCall> repaired(const ApiAnswer& answer, const ApiCall& call) {
    if (answer.shape != ApiAnswer::Shape::Refused || answer.code != 400) {
        return std::nullopt;
    }
    ApiCall again = call;
    if (!answer.migratedTo.isEmpty()) {
        again.parameters.insert(u"chat_id"_s, answer.migratedTo.toLongLong());
        return again == call ? std::nullopt : std::optional(again);
    }
    if (answer.says("replied not found"_L1) && call.parameters.contains("reply_parameters"_L1)) {
        again.parameters.remove("reply_parameters"_L1);
        return again;
    }
    return std::nullopt;
}

Error errorOf(const ApiAnswer& answer) {
    Error error;
    error.detail = answer.description;
    error.retryAfter = answer.retryAfter;
    if (answer.badToken()) {
        error.kind = ErrorKind::Auth;
        error.id = u"telegram.bad_token"_s;
        return error;
    }
    const FailureClass failure = answer.failure.value_or(FailureClass::Protocol);
    error.id = answer.shape == ApiAnswer::Shape::Outage ? u"telegram.outage"_s
                                                        : u"net."_s + toWord(failure);
    switch (failure) {
    case FailureClass::Dns:
    case FailureClass::Refused:
    case FailureClass::Tls:
    case FailureClass::Http5xx:
    case FailureClass::Silent:
        error.kind = ErrorKind::Network;
        break;
    case FailureClass::Timeout:
        error.kind = ErrorKind::Timeout;
        break;
    case FailureClass::Throttled:
        error.kind = ErrorKind::RateLimited;
        break;
    case FailureClass::Auth:
        error.kind = ErrorKind::Auth;
        error.id = u"telegram.wrong_server"_s;
        break;
    case FailureClass::Protocol:
        error.kind =
            answer.shape == ApiAnswer::Shape::Refused ? ErrorKind::Rejected : ErrorKind::Network;
        if (answer.shape == ApiAnswer::Shape::Refused) {
            error.id = u"telegram.refused"_s;
        }
        break;
    }
    return error;
}

} // namespace comanda::telegram
