#include "app/practice/telegram_checks.h"

#include <QJsonArray>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTextMax = 4096; // code points
constexpr qsizetype kCaptionMax = 1024;
constexpr qsizetype kRawTextMax = 32768; // bytes
constexpr qsizetype kCallbackDataMax = 64;

qsizetype codePoints(const QString& text) {
    return text.toUcs4().size();
}

std::optional<QString> buttonProblem(const QJsonObject& button) {
    if (button.value(u"text").toString().isEmpty()) {
        return u"can't parse inline keyboard button: field \"text\" is empty"_s;
    }
    const QJsonValue data = button.value(u"callback_data");
    const qsizetype bytes = data.toString().toUtf8().size();
    if (data.isString() && (bytes < 1 || bytes > kCallbackDataMax)) {
        return u"BUTTON_DATA_INVALID"_s;
    }
    return button.size() < 2 ? std::optional(u"BUTTON_TYPE_INVALID"_s) : std::nullopt;
}

} // namespace

std::optional<QString> textProblem(const QString& text, const QString& tooLong) {
    if (text.toUtf8().size() > kRawTextMax) {
        return u"Text is too long"_s;
    }
    if (text.trimmed().isEmpty()) {
        return u"message text is empty"_s;
    }
    return codePoints(text) > kTextMax ? std::optional(tooLong) : std::nullopt;
}

std::optional<QString> captionProblem(const QString& caption) {
    return codePoints(caption) > kCaptionMax ? std::optional(u"message caption is too long"_s)
                                             : std::nullopt;
}

std::optional<QString> markupProblem(const Parameters& parameters) {
    if (!parameters.values.contains(u"reply_markup")) {
        return std::nullopt;
    }
    const QJsonValue markup = parameters.nested(u"reply_markup");
    if (!markup.isObject()) {
        return u"object expected as reply markup"_s;
    }
    const bool ofBusiness = parameters.values.contains(u"business_connection_id");
    if (ofBusiness && markup.toObject().contains(u"keyboard")) {
        return u"reply keyboards are not allowed for business messages"_s;
    }
    for (const QJsonValue row : markup.toObject().value(u"inline_keyboard").toArray()) {
        for (const QJsonValue button : row.toArray()) {
            if (auto problem = buttonProblem(button.toObject())) {
                return problem;
            }
        }
    }
    return std::nullopt;
}

std::optional<QString> entityProblem(const QString& text, const QString& mode) {
    if (mode.compare(u"MarkdownV2", Qt::CaseInsensitive) == 0) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'\\') {
                ++i; // escapes what follows
            } else if (u"#+-=|{}.!>"_s.contains(text[i])) {
                return u"can't parse entities: character '%1' is reserved and must be escaped with the preceding '\\'"_s
                    .arg(text[i]);
            }
        }
    }
    if (mode.compare(u"Markdown", Qt::CaseInsensitive) == 0 && text.count(u'*') % 2 != 0) {
        return u"can't parse entities: can't find end of the entity starting at byte offset %1"_s
            .arg(text.left(text.lastIndexOf(u'*')).toUtf8().size());
    }
    if (mode.compare(u"HTML", Qt::CaseInsensitive) == 0 && text.count(u'<') != text.count(u'>')) {
        return u"can't parse entities: unclosed start tag at byte offset %1"_s.arg(
            text.left(text.lastIndexOf(u'<')).toUtf8().size());
    }
    return std::nullopt;
}

QStringList buttonsIn(const Parameters& parameters) {
    QStringList buttons;
    const QJsonObject markup = parameters.nested(u"reply_markup").toObject();
    for (const QString& kind : {u"inline_keyboard"_s, u"keyboard"_s}) {
        for (const QJsonValue row : markup.value(kind).toArray()) {
            for (const QJsonValue button : row.toArray()) {
                const QString data = button[u"callback_data"].toString();
                buttons += data.isEmpty() ? button[u"text"].toString() : data;
            }
        }
    }
    return buttons;
}

} // namespace comanda::practice
