#include "core/connectors/signal/http_line.h"

#include "core/base/json.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kReadBuffer = 1024 * 1024;

QUrl urlOf(const QString& base, const QString& path) {
    QString clean = base;
    while (clean.endsWith(u'/')) {
        clean.chop(1);
    }
    return QUrl(clean + path);
}

struct Refusal {
    int status;
    FailureClass failure;
    const char16_t* id;
};

// What a daemon answers when it is not what we take it for.
constexpr Refusal kRefusals[]{
    {400, FailureClass::Auth, u"signal.account_missing"},
    {404, FailureClass::Protocol, u"signal.no_daemon"},
    {405, FailureClass::Protocol, u"signal.no_daemon"},
    {421, FailureClass::Protocol, u"signal.wrong_host"},
};

} // namespace

HttpLine::HttpLine(const Place& place, const Timing& timing, QObject* parent)
    : Line(parent), place_(place), timing_(timing), client_(this), manager_(this), quiet_(this) {
    quiet_.setSingleShot(true);
    connect(&quiet_, &QTimer::timeout, this, [this] {
        fail(FailureClass::Silent, u"signal.daemon_hung"_s, u"the event stream is silent"_s);
    });
}

HttpLine::~HttpLine() {
    close();
}

void HttpLine::open() {
    over_ = false;
    opened_ = false;
    events_ = {};
    if (place_.onlyAsk) { // who listens is given messages
        QMetaObject::invokeMethod(this, &Line::opened, Qt::QueuedConnection);
        return;
    }
    listen();
}

void HttpLine::listen() {
    const QString account = QString::fromLatin1(QUrl::toPercentEncoding(place_.account));
    QNetworkRequest request(urlOf(place_.address, u"/api/v1/events?account="_s + account));
    request.setRawHeader("Accept", "text/event-stream");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    QNetworkReply* stream = manager_.get(request);
    stream_ = stream;
    stream->setReadBufferSize(kReadBuffer);
    connect(stream, &QNetworkReply::metaDataChanged, this, [this] {
        if (status() == 200 && !std::exchange(opened_, true)) {
            quiet_.start(timing_.quiet);
            Q_EMIT opened();
        }
    });
    connect(stream, &QNetworkReply::readyRead, this, &HttpLine::readSome);
    connect(stream, &QNetworkReply::finished, this, &HttpLine::streamEnded);
}

int HttpLine::status() const {
    return stream_ ? stream_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

void HttpLine::readSome() {
    while (!held_ && !over_ && stream_ && status() == 200 && stream_->bytesAvailable() > 0) {
        quiet_.start(timing_.quiet); // a comment is a sign of life too
        for (const QByteArray& event : events_.feed(stream_->read(kReadBuffer))) {
            Q_EMIT received(event);
        }
    }
}

void HttpLine::streamEnded() {
    if (over_ || !stream_) {
        return;
    }
    held_ = false;
    readSome();
    const int code = status();
    for (const Refusal& refusal : kRefusals) {
        if (code == refusal.status) {
            fail(refusal.failure, QString::fromUtf16(refusal.id), u"HTTP %1"_s.arg(code));
            return;
        }
    }
    fail(code == 0 || code == 200 ? FailureClass::Refused : FailureClass::Protocol,
         u"signal.daemon_gone"_s,
         code == 0 ? net::redactUrl(stream_->errorString()) : u"HTTP %1"_s.arg(code));
}

void HttpLine::send(const QString& id, const QByteArray& request, Millis deadline) {
    net::HttpRequest post;
    post.method = "POST";
    post.url = urlOf(place_.address, u"/api/v1/rpc"_s);
    post.headers = {{"Content-Type", "application/json"}};
    post.body = request;
    post.deadline = deadline;
    post.maxBody = kLineMax;
    client_.send(post, this, [this, id](const net::HttpResult& result) { answered(id, result); });
}

void HttpLine::answered(const QString& id, const net::HttpResult& result) {
    if (over_) {
        return;
    }
    if (!result) {
        const net::HttpFailure& failure = result.error();
        Q_EMIT lost(id, failure.failure, failure.mayHaveArrived, failure.detail);
        return;
    }
    if (result->status == 200) {
        const Result<QJsonObject> json = parseObject(result->body);
        if (json && idText(json->value(u"id"_s)) == id) {
            Q_EMIT received(result->body);
        } else {
            Q_EMIT lost(id, FailureClass::Protocol, true, u"not an answer to the call"_s);
        }
        return;
    }
    const bool refused = result->status >= 400 && result->status < 500;
    Q_EMIT lost(id, refused ? FailureClass::Protocol : FailureClass::Http5xx, !refused,
                u"HTTP %1"_s.arg(result->status));
}

void HttpLine::hold(bool on) {
    held_ = on;
    if (!on) {
        QMetaObject::invokeMethod(this, &HttpLine::readSome, Qt::QueuedConnection);
    }
}

void HttpLine::fail(FailureClass failure, const QString& id, const QString& detail) {
    if (!over_) {
        close();
        Q_EMIT closed(failure, id, detail);
    }
}

void HttpLine::close() {
    over_ = true;
    quiet_.stop();
    if (stream_) {
        stream_->disconnect(this);
        stream_->abort();
        stream_->deleteLater();
        stream_ = nullptr;
    }
}

} // namespace comanda::signal
