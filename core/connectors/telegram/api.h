// The Bot API over HTTP: where it is, who we are there, and one call.
#pragma once

#include "core/base/secret.h"
#include "core/connectors/telegram/answers.h"
#include "core/connectors/telegram/write.h"
#include "core/net/http_client.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace comanda::telegram {

inline constexpr auto kDefaultBase = "https://api.telegram.org";

struct Access {
    QString base; // without a slash at the end
    Secret token; // "<bot id>:<secret>"; it stands in every URL, so no URL may be logged

    [[nodiscard]] bool isUsable() const; // has the form of a token
    [[nodiscard]] QString botId() const; // empty when it has not
    [[nodiscard]] QUrl method(const QString& name) const;
    [[nodiscard]] QUrl file(const QString& path) const;
    [[nodiscard]] qint64 uploadMax() const; // bytes
};

[[nodiscard]] Access accessFrom(const QJsonObject& settings, const Secret& token);

struct CallLimits {
    Millis deadline{20'000};
    Millis uploadDeadline{120'000};
    qint64 maxBody = 4 * 1024 * 1024;
};

using Answered = std::function<void(ApiAnswer)>;

// HTTP/2 stays off: Telegram's long polls break over it. Returns the handle for client.cancel().
quint64 callApi(net::HttpClient& client, const Access& access, const ApiCall& call,
                const CallLimits& limits, QObject* receiver, Answered answered);

// For getUpdates, whose body goes into the journal as it came: with the raw bytes.
using RawAnswered = std::function<void(ApiAnswer, QByteArray body)>;
quint64 callApiRaw(net::HttpClient& client, const Access& access, const ApiCall& call,
                   const CallLimits& limits, QObject* receiver, RawAnswered answered);

} // namespace comanda::telegram
