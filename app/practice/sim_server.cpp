#include "app/practice/sim_server.h"

#include "app/practice/sim_worker.h"

#include <QHostAddress>

#include <memory>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kListenRetry{100};

} // namespace

SimServer::SimServer(Handler handler) : worker_(new SimWorker(std::move(handler))) {
    thread_.setObjectName(u"practice platform"_s);
    worker_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start();
    port_ = call([this] { return worker_->start() ? worker_->port() : quint16(0); });
}

SimServer::~SimServer() {
    thread_.quit(); // the worker goes in its own thread, with its sockets and timers
    thread_.wait();
}

bool SimServer::isListening() const {
    return call([this] { return worker_->isListening(); });
}

QUrl SimServer::url() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port_));
}

void SimServer::setFault(const FaultPlan& plan) {
    call([this, plan] { worker_->setPlan(plan); });
}

Fault SimServer::fault() const {
    return call([this] { return worker_->plan().fault; });
}

int SimServer::requests(const QByteArray& pathContains) const {
    return call([this, pathContains] { return worker_->requests(pathContains); });
}

int SimServer::connections() const {
    return call([this] { return worker_->connections(); });
}

QObject* SimServer::context() const {
    return worker_;
}

SimWorker::SimWorker(SimServer::Handler handler) : handler_(std::move(handler)) {}

bool SimWorker::start() {
    server_ = new QTcpServer(this);
    server_->setMaxPendingConnections(1024);
    server_->setListenBacklogSize(1024);
    connect(server_, &QTcpServer::newConnection, this, &SimWorker::accept);
    if (!server_->listen(QHostAddress::LocalHost, 0)) {
        return false;
    }
    port_ = server_->serverPort();
    return true;
}

void SimWorker::accept() {
    while (QTcpSocket* socket = server_->nextPendingConnection()) {
        auto* connection = new SimConnection(socket, *this);
        connection->setParent(this);
    }
}

void SimWorker::setPlan(const FaultPlan& plan) {
    const Fault was = plan_.fault;
    plan_ = plan;
    const auto all = findChildren<SimConnection*>(Qt::FindDirectChildrenOnly);
    if (plan.fault == Fault::Refuse) {
        holdPort();
        for (SimConnection* connection : all) {
            connection->reset();
        }
        return;
    }
    if (was == Fault::Refuse) {
        listenAgain();
    }
    for (SimConnection* connection : all) {
        if (plan.fault == Fault::Healthy && connection->hangs()) {
            connection->reset();
        } else if (plan.fault != Fault::HangAfterAccept) {
            connection->wake();
        }
    }
}

void SimWorker::holdPort() {
    server_->close();
    if (holder_ == nullptr) {
        // Bound but not listening: who connects is refused, and no other program gets the port.
        holder_ = new QTcpSocket(this);
        if (!holder_->bind(QHostAddress::LocalHost, port_,
                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint)) {
            qWarning("practice: port %d could not be held", int(port_));
        }
    }
}

void SimWorker::listenAgain() {
    if (plan_.fault == Fault::Refuse || server_->isListening()) {
        return;
    }
    delete holder_;
    holder_ = nullptr;
    if (!server_->listen(QHostAddress::LocalHost, port_)) {
        QTimer::singleShot(kListenRetry, this, &SimWorker::listenAgain);
    }
}

Fault SimWorker::strike(const QByteArray& path) {
    ++seen_[path];
    const bool meant = plan_.onlyPath.isEmpty() || path.contains(plan_.onlyPath);
    if (plan_.fault == Fault::Healthy || !meant || plan_.times == 0) {
        return Fault::Healthy;
    }
    const Fault fault = plan_.fault;
    if (plan_.times > 0 && --plan_.times == 0) {
        plan_.fault = Fault::Healthy;
    }
    return fault;
}

int SimWorker::requests(const QByteArray& pathContains) const {
    int sum = 0;
    for (auto entry = seen_.begin(); entry != seen_.end(); ++entry) {
        sum += pathContains.isEmpty() || entry.key().contains(pathContains) ? entry.value() : 0;
    }
    return sum;
}

int SimWorker::connections() const {
    return int(findChildren<SimConnection*>(Qt::FindDirectChildrenOnly).size());
}

} // namespace comanda::practice
