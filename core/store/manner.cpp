#include "core/store/manner.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace comanda::store {

using namespace Qt::StringLiterals;

Manner mannerOf(const Outgoing& outgoing) {
    Manner manner{outgoing.templated, {}, outgoing.asksNumber};
    for (const Button& button : outgoing.buttons) {
        manner.choices.append(button.title);
    }
    return manner;
}

QString mannerJson(const Manner& manner) {
    QJsonObject json;
    if (manner.templated) {
        json.insert(u"template"_s, toJson(*manner.templated));
    }
    if (!manner.choices.isEmpty()) {
        json.insert(u"choices"_s, QJsonArray::fromStringList(manner.choices));
    }
    if (manner.asksNumber) {
        json.insert(u"asks_number"_s, true);
    }
    return json.isEmpty() ? QString() : QString::fromUtf8(toCompactJson(json));
}

Manner mannerFrom(const QString& json) {
    Manner manner;
    if (json.isEmpty()) {
        return manner;
    }
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (object.contains("template"_L1)) {
        manner.templated = templateUseFrom(object.value("template"_L1).toObject());
    }
    for (const QJsonValue choice : object.value("choices"_L1).toArray()) {
        manner.choices.append(choice.toString());
    }
    manner.asksNumber = object.value("asks_number"_L1).toBool();
    return manner;
}

} // namespace comanda::store
