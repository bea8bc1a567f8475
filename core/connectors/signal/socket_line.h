// One JSON object a line over a socket of this machine or over TCP.
#pragma once

#include "core/connectors/signal/frames.h"
#include "core/connectors/signal/line.h"

#include <QLocalSocket>
#include <QTcpSocket>

namespace comanda::signal {

// What sockets and children have in common.
class StreamLine : public Line {
    Q_OBJECT
public:
    void send(const QString& id, const QByteArray& request, Millis deadline) override;
    void hold(bool on) override;

protected:
    StreamLine(QIODevice* device, QObject* parent);
    void readSome();
    void fail(FailureClass failure, const QString& id, const QString& detail);
    void begin() { over_ = false; }
    void end() { over_ = true; } // nothing is signalled any more
    [[nodiscard]] bool isOver() const { return over_; }

private:
    QIODevice* device_;
    Lines lines_;
    bool held_ = false;
    bool over_ = true;
};

class UnixLine final : public StreamLine {
    Q_OBJECT
public:
    explicit UnixLine(const QString& path, QObject* parent = nullptr);
    ~UnixLine() override;
    void open() override;
    void close() override;

private:
    QLocalSocket socket_;
    QString path_;
};

class TcpLine final : public StreamLine {
    Q_OBJECT
public:
    explicit TcpLine(const QString& address, QObject* parent = nullptr);
    ~TcpLine() override;
    void open() override;
    void close() override;

private:
    QTcpSocket socket_;
    QString address_;
};

} // namespace comanda::signal
