// Errors as Meta's Graph API answers them.
#pragma once

#include "app/practice/http_message.h"

namespace comanda::practice {

struct GraphError {
    int status = 400;
    int code = 100;
    QString message;
    int subcode = 0;
    QString details;
    QString type = QStringLiteral("OAuthException");
};
[[nodiscard]] GraphError graphError(int code, const QString& message, const QString& details = {});
[[nodiscard]] GraphError graphError(int code, int subcode, const QString& message);
[[nodiscard]] GraphError noSuchNode(const QString& id);
[[nodiscard]] SimResponse toResponse(const GraphError& error);
[[nodiscard]] SimResponse succeeded(); // where nothing else is to be said

} // namespace comanda::practice
