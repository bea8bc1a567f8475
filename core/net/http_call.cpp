#include "core/net/http_call.h"

#include "comanda_version.h"

#include "core/net/http_rules.h"

#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QRandomGenerator>

#include <algorithm>

namespace comanda::net {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRedirectsMax = 5;
constexpr qint64 kReadBuffer = 256 * 1024;
constexpr qint64 kErrorBodyMax = 64 * 1024; // of an answer that is not the file that was wanted

HttpFailure notSent(FailureClass failure, QString detail) {
    HttpFailure result;
    result.failure = failure;
    result.mayHaveArrived = false;
    result.detail = std::move(detail);
    return result;
}

} // namespace

HttpCall::HttpCall(QNetworkAccessManager& manager, HttpRequest request, End end, QObject* parent)
    : QObject(parent), manager_(manager), request_(std::move(request)), end_(std::move(end)) {
    deadline_.setSingleShot(true);
    connect(&deadline_, &QTimer::timeout, this, [this] {
        HttpFailure failure;
        failure.failure = FailureClass::Timeout;
        failure.mayHaveArrived = mayHaveArrived(false);
        failure.detail = u"no complete answer within %1 ms from %2"_s.arg(
            QString::number(request_.deadline.count()), redactUrl(request_.url.toString()));
        failNow(std::move(failure));
    });
}

HttpCall::~HttpCall() {
    ended_ = true;
    if (lookup_ >= 0) {
        QHostInfo::abortHostLookup(lookup_);
    }
    dropReply();
    if (file_.isOpen()) {
        file_.remove(); // what is there is not complete
    }
}

void HttpCall::start() {
    deadline_.start(request_.deadline);
    begin();
}

void HttpCall::begin() {
    const QString scheme = request_.url.scheme();
    if (!request_.url.isValid() || request_.url.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1)) {
        failNow(notSent(FailureClass::Protocol, u"not an address for a web request: "_s
                                                    + redactUrl(request_.url.toString())));
        return;
    }
    resolve();
}

void HttpCall::resolve() {
    addresses_.clear();
    nextAddress_ = 0;
    if (!request_.publicAddressesOnly) {
        issue(std::nullopt);
        return;
    }
    lookup_ = QHostInfo::lookupHost(request_.url.host(), this,
                                    [this](const QHostInfo& info) { resolved(info); });
}

void HttpCall::resolved(const QHostInfo& info) {
    lookup_ = -1;
    if (ended_) {
        return;
    }
    addresses_ = info.addresses();
    if (addresses_.isEmpty()) {
        failNow(notSent(FailureClass::Dns, info.errorString()));
        return;
    }
    if (!std::all_of(addresses_.begin(), addresses_.end(), isPublicAddress)) {
        failNow(notSent(FailureClass::Protocol,
                        u"refused: not a public address: "_s + request_.url.host()));
        return;
    }
    std::stable_partition(addresses_.begin(), addresses_.end(), [](const QHostAddress& address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    connectToNext();
}

void HttpCall::connectToNext() {
    issue(addresses_[nextAddress_++]);
}

bool HttpCall::makeUpload() {
    upload_ = nullptr;
    if (isSafe(request_.method)) {
        return true;
    }
    if (request_.form.empty()) {
        upload_ = new Upload(request_.body, this);
    } else {
        boundary_ = "comanda-" + QByteArray::number(QRandomGenerator::global()->generate64(), 36)
                    + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
        upload_ = new Upload(request_.form, boundary_, this);
    }
    return upload_->isComplete();
}

QNetworkRequest HttpCall::wireRequest(const std::optional<QHostAddress>& address) const {
    QUrl url = request_.url;
    QNetworkRequest wire;
    if (address) {
        url.setHost(address->toString());
        wire.setRawHeader("Host", hostHeader(request_.url));
        wire.setPeerVerifyName(request_.url.host());
    }
    wire.setUrl(url);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, request_.http2);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    wire.setAttribute(
        QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
        static_cast<int>(std::chrono::ceil<std::chrono::seconds>(request_.reuseWithin).count()));
    wire.setRawHeader("User-Agent", "Comanda/" COMANDA_VERSION);
    wire.setRawHeader("Accept-Encoding", "identity"); // limits count what we really get
    if (upload_) {
        wire.setHeader(QNetworkRequest::ContentLengthHeader, upload_->length());
    }
    if (!request_.form.empty()) {
        wire.setRawHeader("Content-Type", "multipart/form-data; boundary=" + boundary_);
    }
    for (const auto& [name, value] : request_.headers) {
        wire.setRawHeader(name, value);
    }
    return wire;
}

void HttpCall::issue(const std::optional<QHostAddress>& address) {
    startedConnecting_ = false;
    requestSent_ = false;
    if (!makeUpload()) {
        failNow(notSent(FailureClass::Protocol, u"a file to send cannot be read"_s));
        return;
    }
    QNetworkReply* reply =
        manager_.sendCustomRequest(wireRequest(address), request_.method, upload_);
    reply_ = reply;
    if (upload_) {
        upload_->setParent(reply); // which may read it until it is deleted
    }
    reply->setReadBufferSize(kReadBuffer);
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { startedConnecting_ = true; });
    connect(reply, &QNetworkReply::requestSent, this, [this] { requestSent_ = true; });
    connect(reply, &QNetworkReply::readyRead, this, &HttpCall::readSome);
    connect(reply, &QNetworkReply::finished, this, &HttpCall::finished);
}

int HttpCall::status() const {
    return reply_ ? reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

bool HttpCall::toFile() const {
    return !request_.saveTo.isEmpty() && status() >= 200 && status() < 300;
}

// With a body, our own upload knows exactly and without a race between threads. Without one, a
// byte may be on its way before requestSent() reaches this thread: only an error that comes before
// any connection is proof.
bool HttpCall::mayHaveArrived(bool neverConnected) const {
    if (arrivedEarlier_) {
        return true;
    }
    if (!reply_) {
        return false;
    }
    if (status() != 0 || requestSent_) {
        return true;
    }
    return upload_ && upload_->length() > 0 ? upload_->wasRead() : !neverConnected;
}

bool HttpCall::openFile() {
    file_.setFileName(request_.saveTo);
    return file_.open(QIODevice::WriteOnly | QIODevice::NewOnly);
}

bool HttpCall::keep(const QByteArray& bytes) {
    received_ += bytes.size();
    if (!toFile()) {
        body_ += bytes;
        return true;
    }
    if (!file_.isOpen() && !openFile()) {
        return false;
    }
    return file_.write(bytes) == bytes.size();
}

void HttpCall::readSome() {
    if (ended_ || !reply_) {
        return;
    }
    const bool wanted = request_.saveTo.isEmpty() || toFile();
    const qint64 limit = wanted ? request_.maxBody : std::min(request_.maxBody, kErrorBodyMax);
    const qint64 announced =
        request_.method == "HEAD"
            ? 0
            : reply_->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const QByteArray bytes = reply_->readAll();
    HttpFailure failure;
    failure.mayHaveArrived = true;
    if (announced > limit || received_ + bytes.size() > limit) {
        failure.tooLarge = wanted;
        failure.detail = u"the answer is larger than %1 bytes"_s.arg(limit);
        failNow(std::move(failure));
    } else if (!keep(bytes)) {
        failure.detail = u"cannot write the file: "_s + file_.errorString();
        failNow(std::move(failure));
    }
}

void HttpCall::finished() {
    if (ended_ || !reply_) {
        return;
    }
    readSome();
    if (ended_) {
        return;
    }
    const int code = status();
    if (code == 0 || !saysOnlyStatus(reply_->error(), code)) {
        failBecause(reply_->error());
    } else if (!followRedirect(code)) {
        succeed(code);
    }
}

bool HttpCall::followRedirect(int code) {
    const bool redirects = code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    const QByteArray location = reply_->rawHeader("Location");
    if (!redirects || location.isEmpty() || !request_.mayRedirect) {
        return false;
    }
    const QUrl target = request_.url.resolved(QUrl::fromEncoded(location));
    const bool downgrade = request_.url.scheme() == "https"_L1 && target.scheme() != "https"_L1;
    if (redirects_ >= kRedirectsMax || downgrade || !request_.mayRedirect(target)) {
        return false;
    }
    redirectTo(code, target);
    return true;
}

void HttpCall::redirectTo(int code, const QUrl& target) {
    ++redirects_;
    arrivedEarlier_ = true;
    if (!sameOrigin(request_.url, target)) {
        std::erase_if(request_.headers, [](const auto& header) {
            const QByteArray name = header.first.toLower();
            return name == "authorization" || name == "cookie";
        });
    }
    if (code < 307 && request_.method != "HEAD") {
        request_.method = "GET";
        request_.body.clear();
        request_.form.clear();
        std::erase_if(request_.headers,
                      [](const auto& header) { return header.first.toLower() == "content-type"; });
    }
    request_.url = target;
    body_.clear();
    received_ = 0;
    dropReply();
    begin(); // the deadline runs on
}

void HttpCall::succeed(int code) {
    HttpReply answer;
    answer.status = code;
    for (const auto& [name, value] : reply_->rawHeaderPairs()) {
        answer.headers.emplace_back(name.toLower(), value);
    }
    answer.body = body_;
    if (toFile()) {
        if ((!file_.isOpen() && !openFile()) || !file_.flush()) {
            HttpFailure failure;
            failure.detail = u"cannot write the file: "_s + file_.errorString();
            failNow(std::move(failure));
            return;
        }
        file_.close();
    }
    end(std::move(answer));
}

void HttpCall::failBecause(QNetworkReply::NetworkError error) {
    const Meaning meaning = meaningOf(error);
    const bool unsent = !mayHaveArrived(meaning.neverConnected);
    if (unsent && nextAddress_ < addresses_.size()) {
        dropReply();
        connectToNext();
        return;
    }
    HttpFailure failure;
    // "Network unreachable" and its like have no code of their own.
    const bool noWay = unsent && meaning.failure == FailureClass::Protocol;
    failure.failure = noWay ? FailureClass::Refused : meaning.failure;
    failure.mayHaveArrived = !unsent;
    failure.connectionReused = !startedConnecting_ && status() == 0 && !meaning.neverConnected;
    failure.detail = redactUrl(reply_->errorString());
    failNow(std::move(failure));
}

void HttpCall::failNow(HttpFailure failure) {
    end(tl::unexpected<HttpFailure>(std::move(failure)));
}

void HttpCall::dropReply() {
    if (upload_) {
        upload_->stop();
        upload_ = nullptr; // the reply's, and gone with it
    }
    if (reply_) {
        QNetworkReply* reply = reply_;
        reply_ = nullptr;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpCall::end(HttpResult result) {
    if (ended_) {
        return;
    }
    ended_ = true;
    deadline_.stop();
    dropReply();
    if (file_.isOpen()) {
        file_.remove();
    }
    const End tell = std::move(end_);
    tell(std::move(result)); // may delete this object
}

} // namespace comanda::net
