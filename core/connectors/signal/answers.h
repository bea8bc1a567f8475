// What a daemon answered, and what it means for a send. Pure.
//
//   answer  = { "jsonrpc", "id", "result": sent | … }
//           | { "jsonrpc", "id", "error": { "code", "message", "data": { "response": sent } } }
//   sent    = { "timestamp", "results": [ { "recipientAddress", "type", "token",
//                                           "retryAfterSeconds" } ] }
//
// Whatever one recipient got makes the whole call a success, so every result is read by itself.
// That a "token" is there, and not the type beside it, says that a captcha has to be solved.
#pragma once

#include "core/base/failure.h"
#include "core/base/result.h"
#include "core/connectors/signal/write.h"

#include <QJsonValue>

#include <optional>

namespace comanda::signal {

struct Answer {
    enum class Shape { Result, Error, None };
    Shape shape = Shape::None;
    QJsonValue result;    // of Result
    int code = 0;         // of Error
    QString message;      // of Error, or for the log why there is none
    QJsonObject response; // of Error: what became of each recipient
    // Of None:
    std::optional<FailureClass> failure;
    bool mayHaveArrived = true; // false: certainly not
    QString id;                 // the reason, worded in app/text

    [[nodiscard]] bool ok() const { return shape == Shape::Result; }
    [[nodiscard]] bool says(QLatin1StringView words) const; // in the message; case ignored
};

[[nodiscard]] Answer noAnswer(FailureClass failure, bool mayHaveArrived, QString id,
                              QString detail = {});

// nullopt: it is no answer to a call, but news.
struct NamedAnswer {
    QString id;
    Answer answer;
};
[[nodiscard]] std::optional<NamedAnswer> readAnswer(const QJsonObject& json);

[[nodiscard]] SendOutcome outcomeOf(const Answer& answer, const Call& call);

// The name of a message that it may have made all the same; empty: it does not say.
[[nodiscard]] QString madeName(const Answer& answer, const Call& call);

// What it says about the daemon, its account and its way to Signal; nothing of one message.
struct Health {
    std::optional<FailureClass> failure; // nullopt: it works
    QString id, detail;
};
[[nodiscard]] Health healthIn(const Answer& answer, const Call& call);

// As a Result's error, for calls that are no sends.
[[nodiscard]] Error errorOf(const Answer& answer);

} // namespace comanda::signal
