// What the daemon tells goes to the host, in its order, before anything else happens to it.
//
// The daemon has acknowledged a message to Signal before it tells us and deletes its copy whatever
// becomes of ours. So what the store refuses is kept here and offered again until it is taken, and
// when much waits the daemon is read no further. What waits here when the program dies is lost.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/signal/doubts.h"
#include "core/connectors/signal/line.h"

#include <QTimer>

#include <map>

namespace comanda::signal {

class Inflow final : public QObject {
    Q_OBJECT
public:
    Inflow(const connect::Host& host, const Timing& timing, QString account, Doubts& doubts,
           QObject* parent);

    void take(const QByteArray& line);
    void take(const QByteArray& line, Events events); // read already
    [[nodiscard]] bool isEmpty() const { return items_.empty(); }
    void offerNow(); // what was refused, without waiting

Q_SIGNALS:
    void full(bool on); // no more should come; it may again
    void emptied();

private:
    struct Item {
        Delivery delivery;
        Events events;
        bool offered = false; // the host has it
    };

    void offer();
    void stored(quint64 id, const Result<>& result);
    void watchRoom();

    const connect::Host& host_;
    Timing timing_;
    QString account_;
    Doubts& doubts_;
    std::map<quint64, Item> items_; // in their order
    quint64 lastItem_ = 0;
    qint64 bytes_ = 0;
    bool full_ = false;
    QTimer again_;
};

} // namespace comanda::signal
