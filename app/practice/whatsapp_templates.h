// The approved texts of the simulated WhatsApp account: listed, checked when one is sent, and
// filled in as the customer reads it.
#pragma once

#include "app/practice/graph_error.h"

#include <QJsonArray>
#include <QUrl>

#include <optional>

namespace comanda::practice {

// As the platform lists them, with what is refused and what still waits for approval among them.
[[nodiscard]] QJsonArray practiceTemplates();

// GET /{waba-id}/message_templates; `edge` is the address of the call.
[[nodiscard]] SimResponse templatePage(const QJsonArray& templates, const Parameters& parameters,
                                       const QUrl& edge);

// Of a send's "template": 132001 unknown, 132015 paused, 132000 and 132012 wrong values.
[[nodiscard]] std::optional<GraphError> templateProblem(const QJsonArray& templates,
                                                        const QJsonObject& content);
// What the customer reads; the name where it is not known.
[[nodiscard]] QString templateText(const QJsonArray& templates, const QJsonObject& content);

} // namespace comanda::practice
