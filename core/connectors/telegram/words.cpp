#include "core/connectors/telegram/words.h"

#include "core/base/json.h"
#include "core/base/money.h"

#include <QJsonArray>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

// Text with its styles: a string, a list of texts that follow each other, or a style around a text.
QString plain(const QJsonValue& rich) {
    if (!rich.isArray()) {
        return rich.isObject() ? plain(rich.toObject().value("text"_L1)) : rich.toString();
    }
    QString all;
    for (const auto& part : rich.toArray()) {
        all += plain(part);
    }
    return all;
}

// A line for each text inside, whatever blocks it is nested in.
void collectLines(const QJsonValue& value, QStringList& lines) {
    for (const auto& item : value.toArray()) {
        collectLines(item, lines);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "text"_L1) {
            lines << plain(*it);
        } else {
            collectLines(*it, lines);
        }
    }
    lines.removeAll(QString());
}

// A heading and the "text" of each of `items`, one a line.
QString listed(const QJsonValue& heading, const QJsonValue& items) {
    QStringList lines{plain(heading)};
    for (const auto& item : items.toArray()) {
        lines << plain(item.toObject().value("text"_L1));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

// Of a payment: "45.00 MXN".
QString amountOf(const QJsonObject& payment) {
    const QString code = payment.value("currency"_L1).toString();
    const Result<Currency> currency = Currency::of(code);
    const auto minor = integerIn(payment, u"total_amount");
    if (!minor) {
        return {};
    }
    // Stars ("XTR") are no currency, and have no parts.
    return (currency ? Money{*minor, *currency}.toDecimal() : QString::number(*minor)) + u' '
           + code;
}

} // namespace

QString wordsOf(const QJsonObject& message, const QString& key) {
    const QJsonObject object = message.value(key).toObject();
    if (key == "poll"_L1) {
        return listed(object.value("question"_L1), object.value("options"_L1));
    }
    if (key == "checklist"_L1) {
        return listed(object.value("title"_L1), object.value("tasks"_L1));
    }
    if (key == "rich_message"_L1) {
        QStringList lines;
        collectLines(object, lines);
        return lines.join(u'\n');
    }
    if (object.contains("total_amount"_L1) && object.value("currency"_L1).isString()) {
        return amountOf(object);
    }
    for (const auto word : {"title"_L1, "emoji"_L1}) { // of a game or an invoice, of a die
        if (object.value(word).isString()) {
            return object.value(word).toString();
        }
    }
    return {};
}

} // namespace comanda::telegram
