#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

// Beyond the text if there is none.
qsizetype closingQuote(QByteArrayView text, qsizetype opening) {
    qsizetype at = opening + 1;
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2 : 1;
    }
    return at;
}

// Qt's parser recurses; a hostile body must not choose how deep.
bool depthWithin(QByteArrayView text, int limit) {
    int depth = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            at = closingQuote(text, at);
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        if (depth > limit) {
            return false;
        }
    }
    return true;
}

// Of a number, true, false or null.
std::optional<qsizetype> endOfWord(QByteArrayView text, qsizetype at) {
    const auto* const end = std::find_if(text.begin() + at, text.end(), [](char c) {
        return QByteArrayView(",:]} \t\r\n").contains(c);
    });
    return end == text.end() ? std::nullopt : std::optional(end - text.begin());
}

} // namespace

Result<QJsonValue> parseJson(const QByteArray& bytes) {
    if (!depthWithin(bytes, kJsonDepthMax)) {
        return fail(ErrorKind::Malformed, u"json.too_deep"_s);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull()) {
        return fail(ErrorKind::Malformed, u"json.not_json"_s, error.errorString());
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Result<QJsonObject> parseObject(const QByteArray& bytes) {
    return parseJson(bytes).and_then([](const QJsonValue& value) -> Result<QJsonObject> {
        if (!value.isObject()) {
            return fail(ErrorKind::Malformed, u"json.not_an_object"_s);
        }
        return value.toObject();
    });
}

std::optional<qsizetype> endOfValue(QByteArrayView text, qsizetype at) {
    const char first = text[at];
    if (first != '"' && first != '{' && first != '[') {
        return endOfWord(text, at);
    }
    qsizetype depth = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            at = closingQuote(text, at);
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        if (depth == 0) {
            return at < text.size() ? std::optional(at + 1) : std::nullopt;
        }
    }
    return std::nullopt;
}

QString idText(const QJsonValue& value) {
    if (value.isString()) {
        return value.toString();
    }
    if (!value.isDouble()) {
        return {};
    }
    // toInteger keeps 64 bits where the parser saw an integer; a fraction is no id.
    const double real = value.toDouble();
    if (std::abs(real) < 9.2e18 && real == std::floor(real)) {
        return QString::number(value.toInteger());
    }
    return {};
}

std::optional<QString> textIn(const QJsonObject& object, QStringView key) {
    const QString text = object.value(key).toString();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<qint64> integerIn(const QJsonObject& object, QStringView key) {
    bool ok = false;
    const qint64 number = idText(object.value(key)).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<double> numberIn(const QJsonObject& object, QStringView key) {
    const QJsonValue value = object.value(key);
    if (value.isDouble()) {
        return value.toDouble();
    }
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<Time> timeFrom(const QJsonValue& value) {
    constexpr qint64 kMillisFrom = 1'000'000'000'000;  // as seconds: the year 33658
    constexpr qint64 kMillisMax = 253'402'300'799'000; // the end of the year 9999
    bool ok = false;
    const qint64 number = idText(value).toLongLong(&ok);
    if (ok) {
        const qint64 millis = number >= kMillisFrom ? number : number * 1000;
        return number > 0 && millis <= kMillisMax ? std::optional(fromMillis(millis))
                                                  : std::nullopt;
    }
    return value.isString() ? fromIso(value.toString()) : std::nullopt;
}

QByteArray toCompactJson(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace comanda
