// What an error of the Graph API means for us: one table from code, subcode and HTTP status to
// what has to happen next. Titles and messages change with language and release; they are shown to
// the installer, never branched on.
// https://developers.facebook.com/docs/graph-api/guides/error-handling
#pragma once

#include "core/base/clock.h"
#include "core/base/failure.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace comanda::graph {

struct GraphError {
    qint64 code = 0;
    qint64 subcode = 0; // 0: none
    QString message, details;
    QString traceId; // for the platform's support
    bool transient = false;

    bool operator==(const GraphError&) const = default;
    [[nodiscard]] QString inWords() const; // "131047: More than 24 hours have passed"
};

// From {"error": {…}}, whatever the HTTP status was; nullopt: the answer says nothing of an error.
[[nodiscard]] std::optional<GraphError> errorIn(const QJsonObject& answer);
// From an element of "errors" in a webhook, which is the same object without its wrapping.
[[nodiscard]] GraphError errorFrom(const QJsonObject& object);

enum class Meaning {
    TryAgain,         // it did not happen; the platform is in trouble
    ThrottledAccount, // it did not happen; nothing goes out for `wait`
    ThrottledPerson,  // it did not happen; this person has to be left alone for a while
    WindowClosed,     // the reply window's rule
    SignIn,           // token, permission, registration or payment: a person must act
    Refused,          // for good
    Blocked,          // for good, and so is all else: the account itself is what Meta forbids
    Missing,          // the object asked for does not exist, or not for us
    Unclear           // it may have happened
};

struct Judgement {
    Meaning meaning = Meaning::Refused;
    QString why;    // id, worded in app/text
    Millis wait{0}; // at least; 0: as the caller's back-off says

    bool operator==(const Judgement&) const = default;
};

// By code and subcode, then HTTP 429, then 5xx, then is_transient; the rest is refused.
[[nodiscard]] Judgement judge(int httpStatus, const GraphError& error);
// An answer without an error object: not JSON, empty, or HTML out of something in between.
[[nodiscard]] Judgement judgeBare(int httpStatus);

// How health counts it; nullopt: the platform works, it only said no to this one call.
[[nodiscard]] std::optional<FailureClass> failureOf(const Judgement& judgement);

} // namespace comanda::graph
