#include "app/practice/signal_sim.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTcpSocket>

#include <algorithm>

namespace comanda::practice {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::milliseconds kTogether{400};

QByteArray compact(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

SignalSimulator::SignalSimulator(const SignalOptions& options, QObject* parent)
    : QObject(parent),
      options_(options),
      daemon_(options.clock ? *options.clock : systemClock_, {options.account}, options.multi,
              folder_.filePath(u"attachments"_s)) {
    QDir().mkpath(attachmentsDir());
    local_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&local_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* client = local_.nextPendingConnection()) {
            auto buffer = std::make_shared<QByteArray>();
            lines_ << client;
            all_ << client;
            connect(client, &QLocalSocket::readyRead, this,
                    [this, client, buffer] { serveLines(client, buffer); });
            connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
            greet();
        }
    });
    connect(&tcp_, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* client = tcp_.nextPendingConnection()) {
            auto buffer = std::make_shared<QByteArray>();
            lines_ << client;
            all_ << client;
            connect(client, &QTcpSocket::readyRead, this,
                    [this, client, buffer] { serveLines(client, buffer); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            greet();
        }
    });
    connect(&http_, &QTcpServer::newConnection, this, &SignalSimulator::acceptHttp);
    connect(&keepAlive_, &QTimer::timeout, this, [this] {
        for (const auto& stream : std::as_const(streams_)) {
            if (stream) {
                stream->write("2\r\n:\n\r\n");
            }
        }
    });
    keepAlive_.start(options_.keepAlive);
    reorder_.setSingleShot(true);
    connect(&reorder_, &QTimer::timeout, this, &SignalSimulator::flushReordered);
    live();
}

SignalSimulator::~SignalSimulator() {
    die();
}

QString SignalSimulator::socketPath() const {
    return folder_.filePath(u"socket"_s);
}

QString SignalSimulator::tcpAddress() const {
    return u"127.0.0.1:%1"_s.arg(tcpPort_);
}

QUrl SignalSimulator::httpUrl() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(httpPort_));
}

QString SignalSimulator::attachmentsDir() const {
    return folder_.filePath(u"attachments"_s);
}

void SignalSimulator::live() {
    local_.listen(socketPath());
    tcp_.listen(QHostAddress::LocalHost, tcpPort_);
    http_.listen(QHostAddress::LocalHost, httpPort_);
    tcpPort_ = tcp_.serverPort();
    httpPort_ = http_.serverPort();
}

void SignalSimulator::die() {
    local_.close();
    tcp_.close();
    http_.close();
    for (const auto& one : std::exchange(all_, {})) {
        if (one) {
            one->disconnect(this);
            delete one.data();
        }
    }
    lines_.clear();
    streams_.clear();
    kept_.clear();
}

int SignalSimulator::clients() const {
    const auto there = [](const auto& one) { return !one.isNull(); };
    return static_cast<int>(std::count_if(lines_.begin(), lines_.end(), there)
                            + std::count_if(streams_.begin(), streams_.end(), there));
}

void SignalSimulator::scan(const QString& number) {
    if (daemon_.isLinking()) {
        linkAnswer_(daemon_.endLink(number));
    }
}

void SignalSimulator::refuseLink(const SignalDaemon::Failure& failure) {
    if (daemon_.isLinking()) {
        linkAnswer_(daemon_.endLink(failure));
    }
}

void SignalSimulator::unlink() {
    daemon_.accounts.clear();
    if (!options_.multi) {
        die();
    }
}

// Requests.

void SignalSimulator::serveLines(QIODevice* client, const std::shared_ptr<QByteArray>& buffer) {
    *buffer += client->readAll();
    for (qsizetype end = buffer->indexOf('\n'); end >= 0; end = buffer->indexOf('\n')) {
        const QByteArray line = buffer->first(end);
        buffer->remove(0, end + 1);
        answerLine(client, line);
    }
}

void SignalSimulator::answerLine(QIODevice* client, const QByteArray& line) {
    answerCall(client, line, false, [to = QPointer<QIODevice>(client)](const QByteArray& bytes) {
        if (to) {
            to->write(bytes + '\n');
        }
    });
}

bool SignalSimulator::answerCall(QIODevice* client, const QByteArray& call, bool overHttp,
                                 const Write& write) {
    if (isStruck(client, call, overHttp)) {
        return true;
    }
    const auto answer = daemon_.answer(call, overHttp);
    announceSent();
    if (answer) {
        answerWith([write, bytes = *answer] { write(bytes); });
    } else if (daemon_.isLinking()) {
        linkAnswer_ = write;
    } else {
        return false;
    }
    return true;
}

void SignalSimulator::answerWith(std::function<void()> write) {
    switch (answers_) {
    case SignalAnswers::Prompt:
        write();
        return;
    case SignalAnswers::Kept:
        kept_.push_back(std::move(write));
        return;
    case SignalAnswers::Dropped:
        return;
    }
}

void SignalSimulator::release(bool reversed) {
    answers_ = SignalAnswers::Prompt;
    auto kept = std::exchange(kept_, {});
    if (reversed) {
        std::reverse(kept.begin(), kept.end());
    }
    for (const auto& write : kept) {
        write();
    }
}

void SignalSimulator::sayRaw(const QByteArray& bytes) {
    for (const auto& client : std::as_const(lines_)) {
        if (client) {
            client->write(bytes);
        }
    }
}

void SignalSimulator::acceptHttp() {
    while (QTcpSocket* socket = http_.nextPendingConnection()) {
        auto parser = std::make_shared<RequestParser>();
        all_ << socket;
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, parser] { serveHttp(socket, parser); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void SignalSimulator::serveHttp(QTcpSocket* socket, const std::shared_ptr<RequestParser>& parser) {
    switch (parser->feed(socket->readAll())) {
    case RequestParser::State::NeedMore:
        return;
    case RequestParser::State::Broken:
        socket->write(serialize(htmlError(400), false));
        socket->disconnectFromHost();
        return;
    case RequestParser::State::Complete:
        answerHttp(socket, parser->take());
        return;
    }
}

int SignalSimulator::statusOf(const SimRequest& request) const {
    const QByteArray port = QByteArray::number(httpPort_);
    const QByteArray host = request.header("host");
    if (host != "127.0.0.1:" + port && host != "localhost:" + port) {
        return 421;
    }
    if (request.path == "/api/v1/check") {
        return 200;
    }
    if (request.path == "/api/v1/events") {
        return request.method == "GET" ? 200 : 405;
    }
    if (request.path != "/api/v1/rpc") {
        return 404;
    }
    if (request.method != "POST") {
        return 405;
    }
    return request.header("content-type").startsWith("application/json") ? 200 : 415;
}

void SignalSimulator::answerHttp(QTcpSocket* socket, const SimRequest& request) {
    const auto status = [socket](int code) {
        SimResponse response;
        response.status = code;
        socket->write(serialize(response, true));
    };
    const int code = statusOf(request);
    if (code == 200 && request.path == "/api/v1/events") {
        beginStream(socket, request);
    } else if (code != 200 || request.path != "/api/v1/rpc") {
        status(code);
    } else if (!answerCall(socket, request.body, true,
                           [to = QPointer<QTcpSocket>(socket)](const QByteArray& bytes) {
                               SimResponse response;
                               response.body = bytes;
                               if (to) {
                                   to->write(serialize(response, true));
                               }
                           })) {
        status(201); // a notification
    }
}

void SignalSimulator::beginStream(QTcpSocket* socket, const SimRequest& request) {
    const QString query = QString::fromUtf8(QByteArray::fromPercentEncoding(request.query));
    const QString account = query.section(u"account="_s, 1).section(u'&', 0, 0);
    if (!account.isEmpty() && !daemon_.accounts.contains(account)) {
        SimResponse response;
        response.status = 400;
        socket->write(serialize(response, true));
        return;
    }
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                  "Transfer-Encoding: chunked\r\n\r\n");
    streams_ << socket;
    greet();
}

// News.

void SignalSimulator::tell(const QJsonObject& params) {
    if (clients() > 0 && !silent_) {
        deliver(params);
    } else if (options_.onConnection || silent_) {
        waiting_.push_back(params); // at Signal's server
    } else {
        ++lost_;
    }
}

void SignalSimulator::greet() {
    if (silent_ || clients() == 0) {
        return;
    }
    for (const QJsonObject& params : std::exchange(waiting_, {})) {
        deliver(params);
    }
}

void SignalSimulator::deliver(const QJsonObject& params) {
    if (reordering_) {
        reordered_.push_back(params);
        reorder_.start(kTogether);
        return;
    }
    hand(params);
    if (duplicating_) {
        hand(params);
    }
}

void SignalSimulator::hand(const QJsonObject& params) {
    const QJsonObject shown =
        options_.wrapped ? QJsonObject{{u"subscription"_s, 0}, {u"result"_s, params}} : params;
    sayRaw(compact({{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, u"receive"_s}, {u"params"_s, shown}})
           + '\n');
    const QByteArray frame = "event:receive\ndata:" + compact(params) + "\n\n";
    for (const auto& stream : std::as_const(streams_)) {
        if (stream) {
            stream->write(QByteArray::number(frame.size(), 16) + "\r\n" + frame + "\r\n");
        }
    }
}

qint64 SignalSimulator::nextTime() {
    const Clock& clock = options_.clock ? *options_.clock : systemClock_;
    qint64& last = daemon_.lastTimestamp; // also of what the daemon sends
    last = std::max<qint64>(toMillis(clock.now()), last + 1);
    return last;
}

QJsonObject SignalSimulator::envelopeOf(const SignalCustomer& customer, qint64 time) const {
    const bool hidden = customer.number.isEmpty();
    return {{u"source"_s, hidden ? customer.uuid : customer.number},
            {u"sourceNumber"_s, hidden ? QJsonValue() : QJsonValue(customer.number)},
            {u"sourceUuid"_s, customer.uuid},
            {u"sourceName"_s, customer.name},
            {u"sourceDevice"_s, 1},
            {u"timestamp"_s, time},
            {u"serverReceivedTimestamp"_s, time + 300},
            {u"serverDeliveredTimestamp"_s, time + 310}};
}

qint64 SignalSimulator::sendOther(const SignalCustomer& customer, const QJsonObject& content) {
    return sendAt(customer, content, nextTime());
}

qint64 SignalSimulator::sendAt(const SignalCustomer& customer, const QJsonObject& content,
                               qint64 time) {
    known_.insert(customer.uuid, customer);
    QJsonObject envelope = envelopeOf(customer, time);
    for (auto it = content.begin(); it != content.end(); ++it) {
        QJsonObject part = it->toObject();
        part.insert(u"timestamp"_s, time);
        envelope.insert(it.key(), part);
    }
    tell({{u"account"_s, options_.account}, {u"envelope"_s, envelope}});
    return time;
}

qint64 SignalSimulator::writeText(const SignalCustomer& customer, const QString& text) {
    return sendOther(customer, {{u"dataMessage"_s, QJsonObject{{u"message"_s, text},
                                                               {u"expiresInSeconds"_s, 0},
                                                               {u"viewOnce"_s, false}}}});
}

qint64 SignalSimulator::sendFile(const SignalCustomer& customer, const QString& id,
                                 const QByteArray& bytes, const QString& mime,
                                 const QString& caption) {
    QFile file(QDir(attachmentsDir()).filePath(id));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
    const QJsonObject attachment{{u"contentType"_s, mime},
                                 {u"filename"_s, QJsonValue::Null},
                                 {u"id"_s, id},
                                 {u"size"_s, bytes.size()}};
    return sendOther(
        customer,
        {{u"dataMessage"_s,
          QJsonObject{{u"message"_s, caption.isEmpty() ? QJsonValue() : QJsonValue(caption)},
                      {u"expiresInSeconds"_s, 0},
                      {u"viewOnce"_s, false},
                      {u"attachments"_s, QJsonArray{attachment}}}}});
}

void SignalSimulator::sendReceipt(const SignalCustomer& customer, qint64 timestamp, bool read) {
    const qint64 time = nextTime();
    QJsonObject envelope = envelopeOf(customer, time);
    envelope.insert(u"receiptMessage"_s, QJsonObject{{u"when"_s, time},
                                                     {u"isDelivery"_s, !read},
                                                     {u"isRead"_s, read},
                                                     {u"isViewed"_s, false},
                                                     {u"timestamps"_s, QJsonArray{timestamp}}});
    tell({{u"account"_s, options_.account}, {u"envelope"_s, envelope}});
}

qint64 SignalSimulator::answerOnPhone(const SignalCustomer& customer, const QString& text) {
    const qint64 time = nextTime();
    QJsonObject envelope = envelopeOf(
        {u"aaaaaaaa-0000-4000-8000-000000000001"_s, options_.account, u"Fonda La Esquina"_s}, time);
    const QJsonObject sent{{u"destination"_s, customer.uuid},
                           {u"destinationUuid"_s, customer.uuid},
                           {u"timestamp"_s, time},
                           {u"message"_s, text},
                           {u"expiresInSeconds"_s, 0},
                           {u"viewOnce"_s, false}};
    envelope.insert(u"syncMessage"_s, QJsonObject{{u"sentMessage"_s, sent}});
    tell({{u"account"_s, options_.account}, {u"envelope"_s, envelope}});
    return time;
}

} // namespace comanda::practice
