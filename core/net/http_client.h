// Calls to the outside: every one has a deadline and a size limit and ends exactly once.
#pragma once

#include "core/base/clock.h"
#include "core/base/failure.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>
#include <map>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

class QHostAddress;
class QNetworkAccessManager;

namespace comanda::net {

struct FormPart { // of multipart/form-data
    QByteArray name, fileName, contentType;
    QByteArray value;
    QString filePath; // instead of `value`
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::vector<FormPart> form; // instead of `body`
    Millis deadline{20'000};    // absolute, from the call to the last byte
    qint64 maxBody = 4 * 1024 * 1024;
    bool http2 = false;
    QString saveTo; // write the body to this new file instead of memory
    // Asked before each redirect; without it none is followed. Authorization is dropped when the
    // host changes. A redirect that wants a body sent again (307, 308) ends in a failure.
    std::function<bool(const QUrl&)> mayRedirect;
    // Names are resolved by us, refused unless every address is public, and connected to as
    // resolved. For URLs out of payloads; redirects are held to it too.
    bool publicAddressesOnly = false;
    // How long an idle connection may be taken up again. Short for what must not be repeated: a
    // connection that the other side closed meanwhile leaves a send unsure.
    Millis reuseWithin{15'000};
};

struct HttpReply {
    int status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
};

struct HttpFailure {
    FailureClass failure = FailureClass::Protocol; // Dns, Refused, Timeout, Tls, Protocol
    // False only when it is certain that no byte of the request reached the other side.
    bool mayHaveArrived = true;
    bool connectionReused = false; // a stale keep-alive: worth one silent retry of a safe call
    bool tooLarge = false;         // the answer is longer than maxBody
    // The id of why its maker never made the call: nothing was tried, and nothing is known of the
    // other side. Empty: it was tried.
    QString notMade;
    QString detail; // technical; URLs in it carry no token
};

// Any HTTP answer is a value, 5xx too: what it means is the caller's business.
using HttpResult = tl::expected<HttpReply, HttpFailure>;

class HttpClient final : public QObject {
    Q_OBJECT
public:
    // The User-Agent is "Comanda/<version>". No proxy, no cookies, no cache, no compression.
    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    // Same thread. `done` is called once in `receiver`'s thread-affine context, or never if
    // `receiver` or this object is gone. Returns a handle for cancel().
    quint64 send(const HttpRequest& request, QObject* receiver,
                 std::function<void(HttpResult)> done);
    void cancel(quint64 handle); // `done` is not called
    void dropConnections();      // after sleep or a change of network

private:
    QNetworkAccessManager* manager_;
    std::map<quint64, class HttpCall*> calls_;
    quint64 lastHandle_ = 0;
};

// Private, loopback, link-local and other addresses that a URL out of a payload must not reach.
[[nodiscard]] bool isPublicAddress(const QHostAddress& address);
// "/bot123:secret" and query tokens removed: the only way a URL may enter a log or a detail text.
[[nodiscard]] QString redactUrl(const QString& text);

} // namespace comanda::net
