#include "app/practice/signal_daemon.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace comanda::practice {
namespace {

using namespace Qt::StringLiterals;

// Methods that reach somebody's phone, and what they cannot do without.
struct Sending {
    QLatin1StringView method;
    std::array<QLatin1StringView, 3> needs;
};

constexpr std::array kSendings{
    Sending{"send"_L1, {}},
    Sending{"sendReaction"_L1, {"emoji"_L1, "targetAuthor"_L1, "targetTimestamp"_L1}},
    Sending{"remoteDelete"_L1, {"targetTimestamp"_L1}},
    Sending{"sendReceipt"_L1, {"recipient"_L1, "targetTimestamp"_L1}},
    Sending{"sendTyping"_L1, {}},
};

const Sending* sendingOf(const QString& method) {
    const auto* const found =
        std::find_if(kSendings.begin(), kSendings.end(),
                     [&](const Sending& sending) { return method == sending.method; });
    return found == kSendings.end() ? nullptr : found;
}

// A scalar or an array, in the singular or the plural.
QStringList listIn(const QJsonObject& params, const QString& name) {
    QStringList list;
    for (const QString& key : {name, QString(name + u's')}) {
        const QJsonValue value = params.value(key);
        const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue item : items) {
            if (item.isString()) {
                list << item.toString();
            }
        }
    }
    return list;
}

QJsonObject errorObject(const QJsonValue& id, int code, const QString& message,
                        const QJsonObject& data = {}) {
    QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    if (!data.isEmpty()) {
        error.insert(u"data"_s, data);
    }
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"error"_s, error}, {u"id"_s, id}};
}

QByteArray compact(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

int codeFor(const QJsonArray& results) {
    const auto all = [&](QLatin1StringView type) {
        return std::all_of(results.begin(), results.end(), [&](const QJsonValue& one) {
            return one.toObject().value(u"type"_s).toString() == type;
        });
    };
    return all("IDENTITY_FAILURE"_L1) ? -4 : all("RATE_LIMIT_FAILURE"_L1) ? -5 : -1;
}

} // namespace

SignalDaemon::SignalDaemon(const Clock& clock, QStringList accountNumbers, bool multi,
                           QString folder)
    : accounts(std::move(accountNumbers)),
      clock_(clock),
      multi_(multi),
      folder_(std::move(folder)) {}

std::optional<QByteArray> SignalDaemon::answer(const QByteArray& line, bool overHttp) {
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (document.isNull()) {
        return compact(errorObject(QJsonValue::Null, -32700, u"Parse error"_s));
    }
    if (document.isObject()) {
        const auto answer = one(document.object(), overHttp);
        return answer ? std::optional(compact(*answer)) : std::nullopt;
    }
    QJsonArray answers;
    for (const QJsonValue request : document.array()) {
        if (const auto answer = one(request, overHttp)) {
            answers.append(*answer);
        }
    }
    return answers.isEmpty() ? std::nullopt
                             : std::optional(QJsonDocument(answers).toJson(QJsonDocument::Compact));
}

std::optional<QJsonObject> SignalDaemon::one(const QJsonValue& value, bool overHttp) {
    const QJsonObject request = value.toObject();
    const QJsonValue id = request.value(u"id"_s);
    const QString method = request.value(u"method"_s).toString();
    if (request.value(u"jsonrpc"_s).toString() != "2.0"_L1 || method.isEmpty()) {
        return errorObject(id.isUndefined() ? QJsonValue::Null : id, -32600, u"Invalid Request"_s);
    }
    calls << method;
    if (method == "finishLink"_L1 && multi_
        && request.value(u"params"_s)[u"deviceLinkUri"].toString() == linkCode_) {
        linking_ = id;
        return std::nullopt; // answered when the phone has
    }
    const auto [result, failure] =
        dispatch(method, request.value(u"params"_s).toObject(), overHttp);
    if (id.isUndefined()) {
        return std::nullopt;
    }
    if (failure) {
        return errorObject(id, failure->code, failure->message, failure->data);
    }
    return QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"result"_s, result}, {u"id"_s, id}};
}

SignalDaemon::Outcome SignalDaemon::dispatch(const QString& method, const QJsonObject& params,
                                             bool overHttp) {
    if (method == "version"_L1) {
        return {QJsonObject{{u"version"_s, version}}, {}};
    }
    if (method == "listAccounts"_L1 && multi_) {
        QJsonArray list;
        for (const QString& number : accounts) {
            list.append(QJsonObject{{u"number"_s, number}});
        }
        return {list, {}};
    }
    if (method == "startLink"_L1 && multi_) {
        return startLink();
    }
    if (method == "submitRateLimitChallenge"_L1) {
        return solve(params);
    }
    const bool known = sendingOf(method) || method == "getAttachment"_L1
                       || (method == "subscribeReceive"_L1 && !overHttp);
    if (!known) {
        return {{}, Failure{-32601, u"Method not implemented"_s, {}}};
    }
    if (const auto failure = checkAccount(method, params)) {
        return {{}, failure};
    }
    if (method == "subscribeReceive"_L1) {
        return {0, {}};
    }
    return method == "getAttachment"_L1 ? attachment(params) : send(method, params);
}

std::optional<SignalDaemon::Failure> SignalDaemon::checkAccount(const QString&,
                                                                const QJsonObject& params) const {
    const QString account = params.value(u"account"_s).toString();
    if (multi_ && account.isEmpty()) {
        return Failure{-32602, u"Method requires valid account parameter"_s, {}};
    }
    if (multi_ && !accounts.contains(account)) {
        return Failure{-32602, u"Specified account does not exist"_s, {}};
    }
    return std::nullopt;
}

std::optional<SignalDaemon::Failure> SignalDaemon::checkSend(const QString& method,
                                                             const QJsonObject& params,
                                                             const QStringList& recipients) const {
    if (recipients.isEmpty()) {
        return Failure{-1, u"No recipients given"_s, {}};
    }
    for (const QLatin1StringView need : sendingOf(method)->needs) {
        if (!need.isEmpty() && !params.contains(need)) {
            return Failure{-32602, u"Missing parameter "_s + need, {}};
        }
    }
    const QStringList files = listIn(params, u"attachment"_s);
    if (method == "send"_L1 && files.isEmpty() && params.value(u"message"_s).toString().isEmpty()) {
        return Failure{-1, u"No message body given"_s, {}};
    }
    for (const QString& file : files) {
        if (!file.startsWith("data:"_L1) && !QFile::exists(file)) {
            return Failure{
                -32603,
                u"Failed to send message: attachment not found (AttachmentInvalidException)"_s,
                {}};
        }
    }
    return std::nullopt;
}

QJsonObject SignalDaemon::resultFor(const QString& recipient) const {
    const bool number = recipient.startsWith(u'+');
    const QJsonObject address{{u"uuid"_s, number ? QJsonValue() : QJsonValue(recipient)},
                              {u"number"_s, number ? QJsonValue(recipient) : QJsonValue()},
                              {u"username"_s, QJsonValue::Null}};
    QJsonObject result{{u"recipientAddress"_s, address}, {u"type"_s, u"SUCCESS"_s}};
    const auto fate = fates.find(recipient);
    if (fate != fates.end()) {
        result.insert(u"type"_s, fate->type);
        if (!fate->token.isEmpty()) {
            result.insert(u"token"_s, fate->token);
        }
        if (fate->retryAfterSeconds > 0) {
            result.insert(u"retryAfterSeconds"_s, fate->retryAfterSeconds);
        }
    }
    return result;
}

SignalDaemon::Outcome SignalDaemon::send(const QString& method, const QJsonObject& params) {
    SignalSent one;
    one.method = method;
    one.account = params.value(u"account"_s).toString();
    one.group = params.value(u"groupId"_s).toString();
    one.recipients = listIn(params, u"recipient"_s);
    one.params = params;
    const QStringList reached = one.group.isEmpty() ? one.recipients : groups.value(one.group);
    if (const auto failure = checkSend(method, params, reached)) {
        return {{}, failure};
    }
    if (!unexpected.isEmpty() && method == "send"_L1) {
        return {{}, Failure{-32603, std::exchange(unexpected, {}), {}}};
    }
    // No two of one millisecond.
    one.timestamp = std::max<qint64>(toMillis(clock_.now()), lastTimestamp + 1);
    lastTimestamp = one.timestamp;
    QJsonArray results;
    bool any = false;
    for (const QString& recipient : reached) {
        results.append(resultFor(recipient));
        any = any || !fates.contains(recipient);
    }
    const QJsonObject response{{u"timestamp"_s, one.timestamp}, {u"results"_s, results}};
    if (!any) {
        return {
            {},
            Failure{codeFor(results), u"Failed to send message"_s, {{u"response"_s, response}}}};
    }
    sent.push_back(one);
    return {response, {}};
}

SignalDaemon::Outcome SignalDaemon::startLink() {
    if (!riddle.isEmpty()) {
        const QJsonObject result{{u"type"_s, u"RATE_LIMIT_FAILURE"_s}, {u"token"_s, riddle}};
        return {{},
                Failure{-5,
                        u"Captcha required"_s,
                        {{u"response"_s, QJsonObject{{u"results"_s, QJsonArray{result}}}}}}};
    }
    if (refusesLink) {
        return {{}, refusesLink};
    }
    linkCode_ =
        u"sgnl://linkdevice?uuid=c29tZWJvZHk%3D&pub_key=BXk"_s + QString::number(++lastTimestamp);
    return {QJsonObject{{u"deviceLinkUri"_s, linkCode_}}, {}};
}

SignalDaemon::Outcome SignalDaemon::solve(const QJsonObject& params) {
    const bool right = params.value(u"challenge"_s).toString() == riddle
                       && params.value(u"captcha"_s).toString() == solution;
    if (!right) {
        return {{}, Failure{-6, u"Captcha rejected"_s, {}}};
    }
    riddle.clear();
    return {QJsonObject{}, {}};
}

QByteArray SignalDaemon::endLink(const QString& number) {
    accounts << number;
    return compact({{u"jsonrpc"_s, u"2.0"_s},
                    {u"result"_s, QJsonObject{{u"number"_s, number}}},
                    {u"id"_s, std::exchange(linking_, QJsonValue::Undefined)}});
}

QByteArray SignalDaemon::endLink(const Failure& failure) {
    return compact(errorObject(std::exchange(linking_, QJsonValue::Undefined), failure.code,
                               failure.message, failure.data));
}

SignalDaemon::Outcome SignalDaemon::attachment(const QJsonObject& params) const {
    const QString id = params.value(u"id"_s).toString();
    QFile file(QDir(folder_).filePath(id));
    if (id.contains(u'/') || !file.open(QIODevice::ReadOnly)) {
        return {{}, Failure{-1, u"Could not find attachment with ID: "_s + id, {}}};
    }
    return {QJsonObject{{u"data"_s, QString::fromLatin1(file.readAll().toBase64())}}, {}};
}

} // namespace comanda::practice
