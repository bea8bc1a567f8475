// What one person wrote at one time, as one event.
#pragma once

#include "core/connectors/signal/identity.h"
#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::signal {

// What stands around a message.
struct Header {
    QString account;
    Person author;
    Person peer;       // whose conversation it is where there is no group
    QString millis;    // when, if the message itself does not say
    QString noticeKey; // the event key of what is understood and shows nothing
    bool out = false;  // we wrote it, on another device
};

// From a "dataMessage", or a "sentMessage" which holds the same.
[[nodiscard]] Event readData(const QJsonObject& data, const Header& header);
// From an "editMessage".
[[nodiscard]] Event readEdit(const QJsonObject& edit, const Header& header);
// A message without any content of its own that we can show: `what` is the platform's word.
[[nodiscard]] Event readUnsupported(const QJsonObject& json, const QString& what,
                                    const Header& header);

// Understood, and nothing to show.
[[nodiscard]] Event notice(const Header& header, const QString& reason);

} // namespace comanda::signal
