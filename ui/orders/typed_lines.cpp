#include "ui/orders/typed_lines.h"

#include "core/base/text.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kAmountMax = 999;
constexpr int kLinesMax = 40;

int amountWord(const QString& word) {
    static const QHash<QString, int> words{
        {u"un"_s, 1},     {u"una"_s, 1},   {u"uno"_s, 1},   {u"one"_s, 1},    {u"a"_s, 1},
        {u"um"_s, 1},     {u"uma"_s, 1},   {u"dos"_s, 2},   {u"two"_s, 2},    {u"dois"_s, 2},
        {u"duas"_s, 2},   {u"tres"_s, 3},  {u"three"_s, 3}, {u"cuatro"_s, 4}, {u"four"_s, 4},
        {u"quatro"_s, 4}, {u"cinco"_s, 5}, {u"five"_s, 5},  {u"seis"_s, 6},   {u"six"_s, 6},
        {u"siete"_s, 7},  {u"ocho"_s, 8},  {u"nueve"_s, 9}, {u"diez"_s, 10},  {u"docena"_s, 12},
    };
    return words.value(fold(word), 0);
}

// Takes the amount off the front of `text`; 0: there is none.
int takeAmount(QString& text) {
    static const QRegularExpression digits(uR"(^\s*[xX]?(\d{1,3})\s*(?:[xX×]\s*)?(?=\D|$))"_s);
    const auto match = digits.match(text);
    if (match.hasMatch()) {
        text = text.mid(match.capturedEnd());
        return std::min(match.captured(1).toInt(), kAmountMax);
    }
    static const QRegularExpression first(uR"(^\s*(\p{L}+)\s+(?=\S))"_s);
    const auto word = first.match(text);
    const int amount = word.hasMatch() ? amountWord(word.captured(1)) : 0;
    if (amount > 0) {
        text = text.mid(word.capturedEnd());
    }
    return amount;
}

std::optional<Money> takePrice(QString& text, const Currency& currency, const QLocale& locale) {
    static const QRegularExpression price(uR"(\s*[$@]\s*([\d.,]+)\s*$)"_s);
    const auto match = price.match(text);
    if (!match.hasMatch() || currency.code.isEmpty()) {
        return std::nullopt;
    }
    const auto money = Money::fromTyped(match.captured(1), currency, locale);
    if (!money) {
        return std::nullopt;
    }
    text = text.left(match.capturedStart());
    return *money;
}

// "taco sin cebolla" -> "taco" and "SIN cebolla"; what follows a change belongs to it until the
// next comma or "sin", so that "con extra queso" stays one.
QStringList takeChanges(QString& text) {
    static const auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression first(
        uR"((?:\s*,\s*|\s+)(?=(?:sin|sem|without|no|con|com|with|extra|más|mas|mais)\s+\S))"_s,
        options);
    static const QRegularExpression further(uR"(\s*,\s+|\s+(?=(?:sin|sem|without)\s+\S))"_s,
                                            options);
    const auto match = first.match(text);
    if (!match.hasMatch() || match.capturedStart() == 0) {
        return {};
    }
    QStringList changes = text.mid(match.capturedEnd()).split(further, Qt::SkipEmptyParts);
    text = text.left(match.capturedStart());
    for (QString& change : changes) {
        change = change.trimmed();
        const auto space = change.indexOf(u' ');
        if (space > 0) {
            change = change.left(space).toUpper() + change.mid(space);
        }
    }
    return changes;
}

} // namespace

std::optional<OrderLine> lineFromTyping(const QString& typed, const Currency& currency,
                                        const QLocale& locale) {
    QString text = displayLine(typed, 300);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    OrderLine line;
    line.unitPrice = takePrice(text, currency, locale);
    line.quantity = std::max(takeAmount(text), 1);
    line.modifiers = takeChanges(text);
    line.name = text.trimmed();
    if (line.name.isEmpty()) {
        line.name = displayLine(typed, 300);
        line.modifiers.clear();
        line.quantity = 1;
    }
    line.name[0] = line.name.at(0).toUpper();
    return line;
}

bool asksForAmount(const QString& words) {
    static const QRegularExpression blanks(u"\\s+"_s);
    const QStringList parts = displayText(words).split(blanks, Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) { // something follows the amount
        QString rest = parts[i] + u' ' + parts[i + 1];
        if (takeAmount(rest) > 0) {
            return true;
        }
    }
    return false;
}

std::vector<OrderLine> linesFromChat(const QString& words, const Currency& currency,
                                     const QLocale& locale) {
    static const QRegularExpression breaks(
        uR"([\n;+]+|,\s*(?=\d|un[ao]?\s|um[a]?\s|dos\s|two\s|dois\s|duas\s)|\s+(?:y|and|e|&)\s+(?=\d|un[ao]?\s|um[a]?\s|an?\s|dos\s|one\s|two\s|dois\s|duas\s|tres\s|three\s))"_s,
        QRegularExpression::CaseInsensitiveOption);
    std::vector<OrderLine> lines;
    const QStringList parts = displayText(words).split(breaks, Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (static_cast<int>(lines.size()) >= kLinesMax) {
            break;
        }
        if (auto line = lineFromTyping(part, currency, locale)) {
            lines.push_back(std::move(*line));
        }
    }
    return lines;
}

} // namespace comanda::ui
