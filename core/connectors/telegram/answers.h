// What came back from the Bot API, and what it means for a send. Pure.
//
// Only a body that is a JSON object with a boolean "ok" was written by the Bot API. Anything else
// (a proxy's HTML 502, a captive portal) is an outage, whatever its status says; it never means a
// bad token.
#pragma once

#include "core/connectors/telegram/write.h"
#include "core/net/http_client.h"

#include <QJsonValue>

#include <optional>

namespace comanda::telegram {

struct ApiAnswer {
    enum class Shape {
        Ok,
        Refused, // the Bot API says no: code and description
        Outage,  // something answered, but not the Bot API
        NoAnswer // nothing did
    };
    Shape shape = Shape::NoAnswer;
    QJsonValue result;   // of Ok
    int code = 0;        // error_code, else the HTTP status
    QString description; // the platform's words, or ours for the log; never a token
    std::optional<Millis> retryAfter;
    QString migratedTo;                  // chat id
    std::optional<FailureClass> failure; // nullopt only for Ok
    bool mayHaveArrived = true;          // false: certainly not
    bool stale = false; // a kept connection was closed: a safe call deserves another try

    [[nodiscard]] bool ok() const { return shape == Shape::Ok; }
    [[nodiscard]] bool says(QLatin1StringView words) const; // in the description; case ignored
    [[nodiscard]] bool badToken() const;
};

[[nodiscard]] ApiAnswer readAnswer(const net::HttpResult& result);

[[nodiscard]] SendOutcome outcomeOf(const ApiAnswer& answer, const ApiCall& call);

// The call as it should be made once more, where the answer says what was wrong with it: the quoted
// message is gone, or the group moved. It certainly did not happen the first time.
[[nodiscard]] std::optional<ApiCall> repaired(const ApiAnswer& answer, const ApiCall& call);

// As a Result's error, for calls that are no sends.
[[nodiscard]] Error errorOf(const ApiAnswer& answer);

} // namespace comanda::telegram
