#include "app/practice/webhook_sender.h"

#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kAnswersKept = 1000;

QByteArray hmac(const QByteArray& body, const QByteArray& key,
                QCryptographicHash::Algorithm algorithm) {
    return QMessageAuthenticationCode::hash(body, key, algorithm).toHex();
}

void appendEscape(QByteArray& into, char16_t unit) {
    into += "\\u" + QByteArray::number(uint(unit), 16).rightJustified(4, '0');
}

} // namespace

QByteArray asciiEscaped(const QByteArray& utf8Json) {
    const QString text = QString::fromUtf8(utf8Json);
    QByteArray bytes;
    bytes.reserve(text.size() + text.size() / 4);
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit == u'/') {
            bytes += "\\/"; // outside strings JSON has no slash
        } else if (unit > 0x7e || unit == u'<' || unit == u'%' || unit == u'@') {
            appendEscape(bytes, unit);
        } else {
            bytes += char(unit);
        }
    }
    return bytes;
}

QByteArray signatureOf(const QByteArray& body, const QByteArray& appSecret) {
    return "sha256=" + hmac(body, appSecret, QCryptographicHash::Sha256);
}

WebhookSender::WebhookSender(WebhookOptions options, QByteArray appSecret, quint32 seed,
                             QObject* parent)
    : QObject(parent),
      options_(options),
      appSecret_(std::move(appSecret)),
      random_(seed),
      network_(new QNetworkAccessManager(this)),
      timer_(this) {
    network_->setAutoDeleteReplies(true);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &WebhookSender::pump);
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::setUrl(const QUrl& url) {
    url_ = url;
    pump();
}

void WebhookSender::setHeld(bool on) {
    held_ = on;
    // What waited is sent at once: the platform came back.
    const Steady::time_point now = Steady::now();
    for (auto& entry : deliveries_) {
        entry.second.due = on ? entry.second.due : std::min(entry.second.due, now);
    }
    pump();
}

void WebhookSender::setReordering(bool on) {
    reordering_ = on;
    pump();
}

void WebhookSender::post(const QByteArray& body, const QStringList& messages) {
    Delivery delivery;
    delivery.body = body;
    delivery.messages = messages;
    enqueue(std::move(delivery));
}

void WebhookSender::enqueue(Delivery delivery) {
    delivery.born = Steady::now();
    delivery.due = delivery.born + delay_;
    deliveries_.emplace(++lastKey_, std::move(delivery));
    pump();
}

std::vector<quint64> WebhookSender::dueKeys(Steady::time_point now) const {
    std::vector<quint64> keys;
    for (const auto& [key, delivery] : deliveries_) {
        if (!delivery.flying && delivery.due <= now) {
            keys.push_back(key);
        }
    }
    return keys;
}

void WebhookSender::pump() {
    if (held_ || url_.isEmpty()) {
        timer_.stop();
        return;
    }
    const Steady::time_point now = Steady::now();
    bool dropped = false;
    for (auto entry = deliveries_.begin(); entry != deliveries_.end();) {
        const Delivery& delivery = entry->second;
        const bool dead = !delivery.flying && now - delivery.born > options_.keepFor;
        dropped = dropped || dead;
        entry = dead ? deliveries_.erase(entry) : std::next(entry);
    }
    if (dropped && givenUp_) {
        givenUp_();
    }
    std::vector<quint64> keys = dueKeys(now);
    if (reordering_) {
        std::shuffle(keys.begin(), keys.end(), random_);
    }
    for (const quint64 key : keys) {
        if (flying_ >= options_.inFlight) {
            break; // landed() pumps again
        }
        launch(key);
    }
    schedule(now);
}

void WebhookSender::schedule(Steady::time_point now) {
    Steady::time_point next = Steady::time_point::max();
    for (const auto& entry : deliveries_) {
        if (!entry.second.flying && entry.second.due > now) {
            next = std::min(next, entry.second.due);
        }
    }
    if (next == Steady::time_point::max()) {
        timer_.stop();
    } else {
        timer_.start(std::chrono::ceil<std::chrono::milliseconds>(next - now));
    }
}

void WebhookSender::launch(quint64 key) {
    Delivery& delivery = deliveries_.at(key);
    QNetworkRequest request(url_);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"facebookexternalua"_s);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(options_.answerLimit.count()));
    QByteArray body = delivery.body;
    switch (signature_) {
    case Signature::Right:
        request.setRawHeader("X-Hub-Signature-256", signatureOf(body, appSecret_));
        request.setRawHeader("X-Hub-Signature",
                             "sha1=" + hmac(body, appSecret_, QCryptographicHash::Sha1));
        break;
    case Signature::WrongSecret:
        request.setRawHeader("X-Hub-Signature-256", signatureOf(body, "not" + appSecret_));
        break;
    case Signature::Missing:
        break;
    case Signature::Sha1Only:
        request.setRawHeader("X-Hub-Signature",
                             "sha1=" + hmac(body, appSecret_, QCryptographicHash::Sha1));
        break;
    case Signature::BodyAltered:
        request.setRawHeader("X-Hub-Signature-256", signatureOf(body, appSecret_));
        body.append(' ');
        break;
    }
    delivery.flying = true;
    ++delivery.attempts;
    ++flying_;
    ++posts_;
    QNetworkReply* reply = network_->post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, key, reply] { landed(key, reply); });
}

void WebhookSender::landed(quint64 key, QNetworkReply* reply) {
    --flying_;
    const bool whole = reply->error() == QNetworkReply::NoError
                       || reply->error() > QNetworkReply::ProxyTimeoutError;
    const int status =
        whole ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
    answers_.push_back(status);
    if (answers_.size() > kAnswersKept) {
        answers_.erase(answers_.begin());
    }
    const auto found = deliveries_.find(key);
    if (found == deliveries_.end()) {
        return;
    }
    Delivery& delivery = found->second;
    delivery.flying = false;
    if (status == 200) {
        const Delivery landedOnce = std::move(delivery);
        deliveries_.erase(found);
        acknowledged_.unite(QSet<QString>(landedOnce.messages.begin(), landedOnce.messages.end()));
        if (duplicating_ && !landedOnce.repeat) {
            Delivery again;
            again.body = landedOnce.body;
            again.messages = landedOnce.messages;
            again.repeat = true;
            enqueue(std::move(again));
        }
    } else {
        const auto wait = options_.firstRetry * (1LL << std::min(delivery.attempts - 1, 20));
        delivery.due =
            Steady::now() + std::min<std::chrono::milliseconds>(wait, options_.longestRetry);
    }
    pump();
}

void WebhookSender::handshake(const QByteArray& token, std::function<void(bool)> done) {
    const QByteArray challenge = QByteArray::number(random_.bounded(1'000'000'000, 2'000'000'000));
    QUrl url = url_;
    url.setQuery(u"hub.mode=subscribe&hub.challenge="_s + QString::fromLatin1(challenge)
                 + u"&hub.verify_token="_s + QString::fromLatin1(token.toPercentEncoding()));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(int(options_.answerLimit.count()));
    QNetworkReply* reply = network_->get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, challenge, done = std::move(done)] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        done(status == 200 && reply->readAll() == challenge);
    });
}

} // namespace comanda::practice
