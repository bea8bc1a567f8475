// What a method of the simulated Bot API ends in.
#pragma once

#include "app/practice/http_message.h"

#include <QJsonValue>

namespace comanda::practice {

struct BotReply {
    int code = 200; // also the HTTP status
    QJsonValue result;
    QString description; // beside a result, or why not
    int retryAfter = 0;  // seconds
};

[[nodiscard]] inline BotReply done(const QJsonValue& result, const QString& description = {}) {
    return {200, result, description, 0};
}
[[nodiscard]] inline BotReply refused(int code, const QString& description) {
    return {code, {}, description, 0};
}
[[nodiscard]] inline BotReply badRequest(const QString& what) {
    return {400, {}, QStringLiteral("Bad Request: ") + what, 0};
}
[[nodiscard]] SimResponse toResponse(const BotReply& reply);

} // namespace comanda::practice
