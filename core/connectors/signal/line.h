// The way to a daemon, whichever it is: requests go out, answers and news come in.
#pragma once

#include "core/base/clock.h"
#include "core/base/failure.h"
#include "core/domain/channel.h"

#include <QObject>

#include <memory>

namespace comanda::signal {

// Tests shorten these; the program never does.
struct Timing {
    Millis send{30'000}; // a whole message, all its parts and waits
    Millis sendFile{140'000};
    Millis probe{5'000};
    Millis probeEvery{60'000};
    Millis courtesy{5'000};
    Millis file{60'000};
    Millis open{20'000};  // to the first byte: daemons before 0.14.4 keep an event stream waiting
    Millis quiet{90'000}; // of an event stream, which is alive every 15 s
    Millis backoffFirst{1'000}, backoffMax{30'000};
    Millis storeAgain{2'000}; // after the store refused
    Millis stopGrace{700};    // for what is on its way when the connector stops
};

enum class Transport { Socket, Tcp, Http, Child };

struct Place {
    Transport transport = Transport::Socket;
    QString address; // a path, "host:port", a URL, or a program
    QString account; // "+57…"
    // A daemon that is only asked who it is must not hand over messages, where that can be had.
    bool onlyAsk = false;

    bool operator==(const Place&) const = default;
};

// With the daemon's own defaults for what is not said.
[[nodiscard]] Place placeFrom(const ChannelConfig& config);

class Line : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void open() = 0;  // opened() or closed() follows
    virtual void close() = 0; // nothing is signalled any more
    // `request` without its end. Its answer comes as received(), or lost() if none can come.
    virtual void send(const QString& id, const QByteArray& request, Millis deadline) = 0;
    virtual void hold(bool on) = 0; // nothing is read until told

Q_SIGNALS:
    void opened();
    void received(const QByteArray& line);
    void lost(const QString& id, comanda::FailureClass failure, bool mayHaveArrived,
              const QString& detail);
    // `id`: the reason, worded in app/text.
    void closed(comanda::FailureClass failure, const QString& id, const QString& detail);
};

[[nodiscard]] std::unique_ptr<Line> makeLine(const Place& place, const Timing& timing);

} // namespace comanda::signal
