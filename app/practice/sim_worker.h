// The part of SimServer that lives in its thread: the listener, its connections and what ails them.
#pragma once

#include "app/practice/sim_server.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace comanda::practice {

class SimConnection;

class SimWorker final : public QObject {
    Q_OBJECT
public:
    explicit SimWorker(SimServer::Handler handler);

    [[nodiscard]] bool start();
    void stop();
    [[nodiscard]] quint16 port() const { return port_; }
    [[nodiscard]] bool isListening() const { return server_ != nullptr && server_->isListening(); }
    void setPlan(const FaultPlan& plan);
    [[nodiscard]] const FaultPlan& plan() const { return plan_; }
    // What befalls a request to `path`; counts it.
    [[nodiscard]] Fault strike(const QByteArray& path);
    void handle(const SimRequest& request, Respond respond) {
        handler_(request, std::move(respond));
    }
    [[nodiscard]] int requests(const QByteArray& pathContains) const;
    [[nodiscard]] int connections() const;

private:
    void accept();
    void listenAgain();
    void holdPort();

    SimServer::Handler handler_;
    FaultPlan plan_;
    QTcpServer* server_ = nullptr;
    QTcpSocket* holder_ = nullptr; // keeps the port ours while nobody listens
    quint16 port_ = 0;
    QHash<QByteArray, int> seen_; // by path
};

// One client. It serves one request at a time, so pipelined requests wait.
class SimConnection final : public QObject {
    Q_OBJECT
public:
    SimConnection(QTcpSocket* socket, SimWorker& worker);

    void reset();
    [[nodiscard]] bool hangs() const { return hangs_; }
    void wake(); // reads what came while nobody read

private:
    void read();
    void parse(const QByteArray& bytes);
    void serve(const SimRequest& request);
    void process(const SimRequest& request, Fault fault);
    void answer(const SimResponse& response, Fault fault);
    void finish(const QByteArray& bytes);
    void drip();
    void done();

    QTcpSocket* socket_;
    SimWorker& worker_;
    RequestParser parser_;
    bool busy_ = false;
    bool hangs_ = false;
    bool keepAlive_ = true;
    QByteArray dripping_;
    QTimer pace_;
};

} // namespace comanda::practice
