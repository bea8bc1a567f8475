// What the Bot API refuses in the content of a message. Each returns the description without
// "Bad Request: ", or nothing.
#pragma once

#include "app/practice/http_message.h"

namespace comanda::practice {

[[nodiscard]] std::optional<QString> textProblem(const QString& text, const QString& tooLong);
[[nodiscard]] std::optional<QString> captionProblem(const QString& caption);
[[nodiscard]] std::optional<QString> markupProblem(const Parameters& parameters);
// Of text under parse_mode.
[[nodiscard]] std::optional<QString> entityProblem(const QString& text, const QString& mode);
[[nodiscard]] QStringList buttonsIn(const Parameters& parameters);

} // namespace comanda::practice
