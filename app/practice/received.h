// What a simulated customer's phone shows, whatever the platform.
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace comanda::practice {

struct Received {
    QString id;        // of the message on its platform
    QString kind;      // the platform's word: "text", "photo", "interactive", …
    QString text;      // the text or caption, as it stands now
    QString replyTo;   // id of the message it quotes; empty: none
    QString reference; // biz_opaque_callback_data; empty: none
    QString fileName;
    QByteArray file;
    QStringList buttons; // what can be pressed: callback data or reply ids
    bool edited = false;
    bool deleted = false;
    Time at;
    QJsonObject raw; // the parameters as they came
};

[[nodiscard]] inline qint64 unixSeconds(Time time) {
    return toMillis(time) / 1000;
}

} // namespace comanda::practice

Q_DECLARE_METATYPE(comanda::practice::Received)
