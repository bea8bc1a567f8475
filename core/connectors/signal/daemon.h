// A daemon as somebody to call: keeps the line to it open, gives each call its one answer, and
// passes on what it tells by itself.
#pragma once

#include "core/connectors/signal/answers.h"
#include "core/connectors/signal/line.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace comanda::signal {

using Answered = std::function<void(const Answer&)>;

class Daemon final : public QObject {
    Q_OBJECT
public:
    Daemon(Place place, const Timing& timing, QObject* parent);
    ~Daemon() override;

    void start();
    void stop(); // every call ends; nothing is passed on any more
    void reconnect(FailureClass failure, const QString& id, const QString& detail);
    [[nodiscard]] bool isOpen() const { return open_; }

    // `answered` is called exactly once, never from inside this call, unless this object is gone.
    // Returns the name under which an answer that comes after the deadline is told of.
    QString call(const Call& call, Millis deadline, Answered answered);
    void hold(bool on); // the daemon waits with what it has for us

Q_SIGNALS:
    void opened();
    void closed(comanda::FailureClass failure, const QString& id, const QString& detail);
    void told(const QByteArray& line);
    void answeredLate(const QString& call, const QByteArray& line,
                      const comanda::signal::Answer& answer);

private:
    void connectNow();
    void connectLater();
    void lineClosed(FailureClass failure, const QString& id, const QString& detail);
    void received(const QByteArray& line);
    void end(const QString& id, const Answer& answer);
    void endAll(FailureClass failure, const QString& id, const QString& detail);
    void answerLater(Answered answered, const Answer& answer);

    Place place_;
    Timing timing_;
    std::unique_ptr<Line> line_;
    QTimer again_;
    QTimer opening_;
    std::map<QString, Answered> calls_; // under way
    quint64 lastCall_ = 0;
    int failures_ = 0; // of connecting, consecutive
    bool running_ = false;
    bool open_ = false;
    bool held_ = false;
};

} // namespace comanda::signal
