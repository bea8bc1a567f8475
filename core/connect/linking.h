// Being let in by the owner's phone, for platforms without a key to type: a code that the phone
// scans, and what comes of it.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QObject>

namespace comanda::connect {

// One attempt after the other, in one thread and without blocking it. Destroying it ends what is
// under way. What is shown as a code lets whoever scans it in: it belongs in no log.
class Linking : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0; // asks for a code; again for a new one
    // After riddleAsked(): what the solved riddle gave. start() need not be called again.
    virtual void answerRiddle(const QString& solution) = 0;

Q_SIGNALS:
    void offered(const QString& code, std::chrono::milliseconds lasts);
    void linked(const QString& account);
    // It wants a proof that a person asks: a riddle at that address.
    void riddleAsked(const QString& address, const comanda::Error& why);
    void failed(const comanda::Error& error); // over, until start()
};

} // namespace comanda::connect
