// What the Cloud API refuses in the content of a message.
#pragma once

#include "app/practice/whatsapp_people.h"

namespace comanda::practice {

// The content stands under its type's name in `body`.
[[nodiscard]] std::optional<GraphError> contentProblem(const QJsonObject& body);
// What the customer reads and can press.
[[nodiscard]] QString shownText(const QJsonObject& body);
[[nodiscard]] QStringList shownButtons(const QJsonObject& body);
[[nodiscard]] bool isMediaType(QStringView type);
// Of an upload.
[[nodiscard]] std::optional<GraphError> uploadProblem(const QString& mime, qsizetype size);

} // namespace comanda::practice
