// What a signal-cli daemon does with a request: JSON-RPC in, JSON-RPC out, no sockets. Written from
// the documentation alone.
// https://github.com/AsamK/signal-cli/blob/master/man/signal-cli-jsonrpc.5.adoc
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace comanda::practice {

// A call that had an effect on somebody's phone.
struct SignalSent {
    QString method;
    QString account;
    QStringList recipients; // as they were named
    QString group;
    qint64 timestamp = 0; // the message's name
    QJsonObject params;
};

// How a send to somebody ends, when it does not succeed.
struct SignalFate {
    QString type; // "NETWORK_FAILURE", …
    QString token;
    int retryAfterSeconds = 0;
};

class SignalDaemon {
public:
    SignalDaemon(const Clock& clock, QStringList accounts, bool multi, QString folder);

    // Any request, or a batch of them; nullopt: nothing is answered (a notification).
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray& line, bool overHttp);

    QString version = QStringLiteral("0.14.6");
    QStringList accounts;
    std::vector<SignalSent> sent;
    QMap<QString, SignalFate> fates; // by recipient or group member
    QMap<QString, QStringList> groups;
    QString unexpected; // the next send fails with this inner error, code -32603
    qint64 lastTimestamp = 0;
    QStringList calls; // methods, in their order

    // A phone that wants to link. startLink refuses so, if something is set.
    struct Failure {
        int code = 0;
        QString message;
        QJsonObject data;
    };
    std::optional<Failure> refusesLink;
    QString riddle;   // it wants this one solved first …
    QString solution; // … by these words
    // finishLink waits until the phone has scanned, or not: endLink() has its answer then.
    [[nodiscard]] bool isLinking() const { return !linking_.isUndefined(); }
    [[nodiscard]] const QString& linkCode() const { return linkCode_; }
    [[nodiscard]] QByteArray endLink(const QString& number);
    [[nodiscard]] QByteArray endLink(const Failure& failure);

private:
    using Outcome = std::pair<QJsonValue, std::optional<Failure>>;

    [[nodiscard]] std::optional<QJsonObject> one(const QJsonValue& request, bool overHttp);
    [[nodiscard]] Outcome dispatch(const QString& method, const QJsonObject& params, bool overHttp);
    [[nodiscard]] std::optional<Failure> checkAccount(const QString& method,
                                                      const QJsonObject& params) const;
    [[nodiscard]] Outcome send(const QString& method, const QJsonObject& params);
    [[nodiscard]] Outcome attachment(const QJsonObject& params) const;
    [[nodiscard]] std::optional<Failure> checkSend(const QString& method, const QJsonObject& params,
                                                   const QStringList& recipients) const;
    [[nodiscard]] Outcome startLink();
    [[nodiscard]] Outcome solve(const QJsonObject& params);
    [[nodiscard]] QJsonObject resultFor(const QString& recipient) const;

    const Clock& clock_;
    bool multi_;
    QString folder_; // of attachments
    QString linkCode_;
    QJsonValue linking_ = QJsonValue::Undefined; // the id of the finishLink that waits
};

} // namespace comanda::practice
