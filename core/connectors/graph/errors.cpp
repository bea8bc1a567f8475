#include "core/connectors/graph/errors.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace comanda::graph {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr qint64 kNoCode = -1; // 0 is a code
constexpr qint64 kAny = -1;    // any subcode that has no row of its own

struct Row {
    qint64 first, last; // codes
    qint64 subcode;
    Meaning meaning;
    const char* why;
    Millis wait;
};

// The first row that matches decides: subcodes stand before the code they belong to. The first
// three have been seen under several codes.
constexpr std::array kRows{
    Row{1, 999, 2018300, Meaning::ThrottledPerson, "graph.thread_elsewhere", 60s},
    Row{1, 999, 2018321, Meaning::ThrottledPerson, "graph.thread_elsewhere", 60s},
    Row{1, 999, 2534037, Meaning::ThrottledPerson, "graph.thread_elsewhere", 60s},
    Row{0, 0, kAny, Meaning::SignIn, "graph.token_invalid", 0ms},
    Row{1, 1, 1357046, Meaning::Unclear, "graph.no_clear_answer", 0ms},
    Row{1, 1, 99, Meaning::SignIn, "graph.permission_missing", 0ms},
    Row{1, 1, kAny, Meaning::TryAgain, "graph.platform_trouble", 0ms},
    Row{2, 2, 2018344, Meaning::Refused, "graph.terms_not_accepted", 0ms},
    Row{2, 2, kAny, Meaning::TryAgain, "graph.platform_trouble", 0ms},
    Row{3, 3, kAny, Meaning::SignIn, "graph.permission_missing", 0ms},
    Row{4, 4, 2018354, Meaning::Refused, "graph.too_soon", 0ms},
    Row{4, 4, kAny, Meaning::ThrottledAccount, "graph.throttled", 60s},
    Row{10, 10, 2018278, Meaning::WindowClosed, "meta.24h", 0ms},
    Row{10, 10, 2534022, Meaning::WindowClosed, "meta.24h", 0ms},
    Row{10, 10, 2018065, Meaning::WindowClosed, "meta.24h", 0ms},
    Row{10, 10, 2018108, Meaning::Refused, "graph.person_unavailable", 0ms},
    Row{10, 10, 1893063, Meaning::ThrottledAccount, "graph.account_restricted", 3600s},
    Row{10, 10, 2534077, Meaning::SignIn, "instagram.link_broken", 0ms},
    Row{10, 10, kAny, Meaning::SignIn, "graph.permission_missing", 0ms},
    Row{17, 17, kAny, Meaning::ThrottledAccount, "graph.throttled", 60s},
    Row{32, 32, kAny, Meaning::ThrottledAccount, "graph.throttled", 60s},
    Row{33, 33, kAny, Meaning::Missing, "graph.object_missing", 0ms},
    Row{100, 100, 33, Meaning::Missing, "graph.object_missing", 0ms},
    Row{100, 100, 2018001, Meaning::Refused, "graph.no_such_person", 0ms},
    Row{100, 100, 2534014, Meaning::Refused, "graph.no_such_person", 0ms},
    Row{100, 100, 2018008, Meaning::Refused, "meta.file_refused", 0ms},
    Row{100, 100, 2018047, Meaning::Refused, "meta.file_refused", 0ms},
    Row{100, 100, 2018074, Meaning::Refused, "meta.file_refused", 0ms},
    Row{100, 100, 2018109, Meaning::Refused, "meta.file_refused", 0ms},
    Row{100, 100, 2018294, Meaning::Refused, "meta.file_refused", 0ms},
    Row{100, 100, 2534029, Meaning::ThrottledAccount, "graph.account_restricted", 3600s},
    Row{100, 100, 2534013, Meaning::SignIn, "instagram.link_broken", 0ms},
    Row{100, 100, 2534025, Meaning::Refused, "facebook.private_refused", 0ms},
    Row{100, 100, kAny, Meaning::Refused, "graph.bad_parameter", 0ms},
    Row{102, 102, kAny, Meaning::SignIn, "graph.token_invalid", 0ms},
    Row{190, 190, kAny, Meaning::SignIn, "graph.token_invalid", 0ms},
    Row{200, 200, 1545041, Meaning::Refused, "graph.person_unavailable", 0ms},
    Row{200, 200, 2534041, Meaning::SignIn, "instagram.access_off", 0ms},
    Row{200, 299, kAny, Meaning::SignIn, "graph.permission_missing", 0ms},
    Row{341, 341, kAny, Meaning::ThrottledAccount, "graph.throttled", 60s},
    Row{368, 368, kAny, Meaning::Blocked, "graph.blocked_for_policy", 0ms},
    Row{506, 506, kAny, Meaning::Refused, "facebook.said_already", 0ms},
    Row{551, 551, kAny, Meaning::Refused, "graph.person_unavailable", 0ms},
    Row{613, 613, 2018338, Meaning::ThrottledAccount, "graph.account_restricted", 3600s},
    Row{613, 613, kAny, Meaning::ThrottledAccount, "graph.throttled", 60s},
    Row{2022, 2022, kAny, Meaning::Blocked, "graph.account_restricted", 0ms},
    Row{10900, 10900, kAny, Meaning::Refused, "facebook.answered_already", 0ms},
    Row{80000, 80009, kAny, Meaning::ThrottledAccount, "graph.throttled", 60s},
    Row{130403, 130403, kAny, Meaning::Refused, "whatsapp.blocked_by_us", 0ms},
    Row{130429, 130429, kAny, Meaning::ThrottledAccount, "graph.throttled", 3s},
    Row{130472, 130472, kAny, Meaning::Refused, "whatsapp.not_for_customer", 0ms},
    Row{130497, 130497, kAny, Meaning::Refused, "whatsapp.not_for_customer", 0ms},
    Row{131000, 131000, kAny, Meaning::TryAgain, "graph.platform_trouble", 5s},
    Row{131005, 131005, kAny, Meaning::SignIn, "graph.permission_missing", 0ms},
    Row{131008, 131009, kAny, Meaning::Refused, "graph.bad_parameter", 0ms},
    Row{131016, 131016, kAny, Meaning::TryAgain, "graph.platform_trouble", 5s},
    Row{131021, 131021, kAny, Meaning::Refused, "whatsapp.own_number", 0ms},
    Row{131026, 131026, kAny, Meaning::Refused, "whatsapp.undeliverable", 0ms},
    Row{131030, 131030, kAny, Meaning::Refused, "whatsapp.not_on_test_list", 0ms},
    Row{131031, 131031, kAny, Meaning::SignIn, "whatsapp.account_locked", 0ms},
    Row{131037, 131037, kAny, Meaning::SignIn, "whatsapp.not_registered", 0ms},
    Row{131042, 131042, kAny, Meaning::SignIn, "whatsapp.payment_problem", 0ms},
    Row{131044, 131044, kAny, Meaning::SignIn, "whatsapp.payment_problem", 0ms},
    Row{131045, 131045, kAny, Meaning::SignIn, "whatsapp.not_registered", 0ms},
    Row{131047, 131047, kAny, Meaning::WindowClosed, "whatsapp.24h", 0ms},
    Row{131048, 131048, kAny, Meaning::ThrottledAccount, "whatsapp.spam_restriction", 3600s},
    Row{131049, 131050, kAny, Meaning::Refused, "whatsapp.customer_opted_out", 0ms},
    Row{131051, 131051, kAny, Meaning::Refused, "whatsapp.unsupported_type", 0ms},
    Row{131052, 131052, kAny, Meaning::Refused, "graph.refused", 0ms},
    Row{131053, 131053, kAny, Meaning::Refused, "whatsapp.media_refused", 0ms},
    Row{131014, 131014, kAny, Meaning::Refused, "whatsapp.media_refused", 0ms},
    Row{131056, 131056, kAny, Meaning::ThrottledPerson, "whatsapp.pair_limit", 1s},
    Row{131057, 131057, kAny, Meaning::ThrottledAccount, "whatsapp.maintenance", 60s},
    Row{131060, 131060, kAny, Meaning::Refused, "graph.refused", 0ms},
    Row{131062, 131062, kAny, Meaning::Refused, "whatsapp.needs_number", 0ms},
    Row{131063, 131063, kAny, Meaning::Refused, "whatsapp.not_for_customer", 0ms},
    Row{131064, 131064, kAny, Meaning::Refused, "template.limit", 0ms},
    Row{132000, 132000, kAny, Meaning::Refused, "template.values_refused", 0ms},
    Row{132001, 132001, kAny, Meaning::Refused, "template.missing", 0ms},
    Row{132005, 132005, kAny, Meaning::Refused, "template.too_long", 0ms},
    Row{132007, 132007, kAny, Meaning::Refused, "template.policy", 0ms},
    Row{132012, 132012, kAny, Meaning::Refused, "template.values_refused", 0ms},
    Row{132015, 132015, kAny, Meaning::Refused, "template.paused", 0ms},
    Row{132016, 132016, kAny, Meaning::Refused, "template.disabled", 0ms},
    Row{132000, 132999, kAny, Meaning::Refused, "template.refused", 0ms},
    Row{133010, 133010, kAny, Meaning::SignIn, "whatsapp.not_registered", 0ms},
    Row{133016, 133016, kAny, Meaning::ThrottledAccount, "graph.account_restricted", 3600s},
    Row{135000, 135000, kAny, Meaning::Refused, "graph.bad_parameter", 0ms},
    Row{137000, 137000, kAny, Meaning::Refused, "whatsapp.identity_changed", 0ms},
    Row{1404078, 1404078, kAny, Meaning::Blocked, "graph.blocked_for_policy", 0ms},
    Row{9000001, 9000001, kAny, Meaning::Refused, "graph.refused", 0ms},
    Row{1609005, 1609005, kAny, Meaning::Refused, "facebook.link_refused", 0ms},
    Row{2593107, 2593107, kAny, Meaning::Refused, "whatsapp.history_used", 0ms},
    Row{2593108, 2593108, kAny, Meaning::Refused, "whatsapp.history_late", 0ms},
    Row{2593109, 2593109, kAny, Meaning::Refused, "whatsapp.history_declined", 0ms},
};

const Row* rowFor(const GraphError& error) {
    const auto* const found = std::find_if(kRows.begin(), kRows.end(), [&](const Row& row) {
        return error.code >= row.first && error.code <= row.last
               && (row.subcode == kAny || row.subcode == error.subcode);
    });
    return found == kRows.end() ? nullptr : found;
}

} // namespace

QString GraphError::inWords() const {
    QString words = QString::number(code);
    if (subcode != 0) {
        words += u'/' + QString::number(subcode);
    }
    const QString& said = details.isEmpty() ? message : details;
    return said.isEmpty() ? words : words + u": "_s + said.left(500);
}

GraphError errorFrom(const QJsonObject& object) {
    GraphError error;
    error.code = integerIn(object, u"code").value_or(kNoCode);
    error.subcode = integerIn(object, u"error_subcode").value_or(0);
    error.message = textIn(object, u"message").value_or(object.value(u"title"_s).toString());
    const QJsonValue data = object.value(u"error_data"_s);
    error.details =
        data.isString() ? data.toString() : data.toObject().value(u"details"_s).toString();
    error.traceId = object.value(u"fbtrace_id"_s).toString();
    error.transient = object.value(u"is_transient"_s).toBool();
    return error;
}

std::optional<GraphError> errorIn(const QJsonObject& answer) {
    const QJsonValue error = answer.value(u"error"_s);
    if (error.isObject()) {
        return errorFrom(error.toObject());
    }
    if (error.isString()) { // a proxy's way of saying it; there is no code to go by
        GraphError worded;
        worded.code = kNoCode;
        worded.message = error.toString();
        return worded;
    }
    return std::nullopt;
}

Judgement judge(int httpStatus, const GraphError& error) {
    if (const Row* row = rowFor(error)) {
        return {row->meaning, QString::fromLatin1(row->why), row->wait};
    }
    if (httpStatus == 429) {
        return {Meaning::ThrottledAccount, u"graph.throttled"_s, 60s};
    }
    if (httpStatus >= 500) {
        return {Meaning::Unclear, u"graph.platform_trouble"_s, 0ms};
    }
    if (error.transient) {
        return {Meaning::TryAgain, u"graph.platform_trouble"_s, 0ms};
    }
    return {Meaning::Refused, u"graph.refused"_s, 0ms};
}

Judgement judgeBare(int httpStatus) {
    if (httpStatus == 429) {
        return {Meaning::ThrottledAccount, u"graph.throttled"_s, 60s};
    }
    return {Meaning::Unclear,
            httpStatus >= 500 ? u"graph.platform_trouble"_s : u"graph.no_clear_answer"_s, 0ms};
}

std::optional<FailureClass> failureOf(const Judgement& judgement) {
    switch (judgement.meaning) {
    case Meaning::TryAgain:
        return FailureClass::Http5xx;
    case Meaning::ThrottledAccount:
        return FailureClass::Throttled;
    case Meaning::SignIn:
    case Meaning::Blocked:
        return FailureClass::Auth;
    case Meaning::Unclear:
        return judgement.why == "graph.platform_trouble"_L1 ? FailureClass::Http5xx
                                                            : FailureClass::Protocol;
    case Meaning::ThrottledPerson:
    case Meaning::WindowClosed:
    case Meaning::Refused:
    case Meaning::Missing:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace comanda::graph
