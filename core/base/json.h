// Reading JSON that strangers sent: bounded depth, ids with all their 64 bits.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace comanda {

constexpr int kJsonDepthMax = 64;

// Fails with "json.too_deep", "json.not_json" or "json.not_an_object".
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray& bytes);
// Object or array at the top.
[[nodiscard]] Result<QJsonValue> parseJson(const QByteArray& bytes);

// Of JSON text that cannot be parsed as a whole: where the value that begins at `at` ends, by
// strings and nesting alone; nullopt where the text is cut before.
[[nodiscard]] std::optional<qsizetype> endOfValue(QByteArrayView text, qsizetype at);

// An id as text, whether it came as string or number; empty if it is neither.
[[nodiscard]] QString idText(const QJsonValue& value);
// A string that says something: nullopt when absent, not a string or empty.
[[nodiscard]] std::optional<QString> textIn(const QJsonObject& object, QStringView key);
// Number or numeric string.
[[nodiscard]] std::optional<qint64> integerIn(const QJsonObject& object, QStringView key);
[[nodiscard]] std::optional<double> numberIn(const QJsonObject& object, QStringView key);
// Seconds or milliseconds (>= 1e12), as number, numeric string or ISO 8601.
[[nodiscard]] std::optional<Time> timeFrom(const QJsonValue& value);

[[nodiscard]] QByteArray toCompactJson(const QJsonObject& object);

} // namespace comanda
