#include "core/connectors/facebook/account.h"

#include "core/connectors/messaging/account.h"

#include <QJsonArray>
#include <QStringList>

namespace comanda::facebook {

using namespace Qt::StringLiterals;

Subscription readSubscription(const QJsonObject& answer) {
    const QJsonArray apps = answer.value(u"data"_s).toArray();
    if (apps.isEmpty()) { // everything was taken away, also from the page's other channels
        return {false, QString::fromUtf16(messaging::kPageFields)};
    }
    QStringList fields;
    bool said = false;
    for (const QJsonValue app : apps) {
        const QJsonValue list = app[u"subscribed_fields"];
        said = said || list.isArray();
        for (const QJsonValue field : list.toArray()) {
            fields.append(field.toString());
        }
    }
    if (!said) {
        return {};
    }
    const bool comments = fields.contains(u"feed"_s);
    const qsizetype before = fields.size();
    for (const QString& field : QString::fromUtf16(kCommentsOnly).split(u',')) {
        if (!fields.contains(field)) {
            fields.append(field);
        }
    }
    return {comments, fields.size() == before ? QString() : fields.join(u',')};
}

} // namespace comanda::facebook
