#include "core/hub/way_test.h"

#include "core/hub/self_test.h"
#include "core/security/sealing.h"
#include "core/security/signature.h"

#include <QPointer>

namespace comanda::hub {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kPostDeadline = 15s;

QString reachedNot(FailureClass failure) {
    switch (failure) {
    case FailureClass::Dns:
        return u"way.no_such_name"_s;
    case FailureClass::Tls:
        return u"way.not_secure"_s;
    case FailureClass::Timeout:
        return u"way.no_answer"_s;
    default:
        return u"way.refused"_s;
    }
}

} // namespace

WayTest::WayTest(Way way, Sign sign, QObject* parent)
    : QObject(parent),
      way_(std::move(way)),
      sign_(std::move(sign)),
      name_(QString::fromLatin1(security::randomToken())),
      body_(selfTestBody(name_)) {
    limit_.setSingleShot(true);
    connect(&limit_, &QTimer::timeout, this, [this] {
        if (mailboxTrouble_.isEmpty()) {
            end(Station::Reading, u"way.not_read"_s);
        } else {
            end(Station::Collecting, mailboxTrouble_);
        }
    });
}

void WayTest::run(std::function<void(const WayReport&)> done) {
    done_ = std::move(done);
    if (way_.url.isEmpty()) {
        end(Station::Address, u"way.no_address"_s);
        return;
    }
    if (!way_.appSecret.isEmpty()) {
        post(security::hmacSha256(way_.appSecret, body_).toHex());
        return;
    }
    const QPointer<WayTest> self(this);
    sign_(Secret(body_), [self](const Result<QByteArray>& signature) {
        if (self.isNull()) {
            return;
        }
        if (!signature) {
            self->end(Station::Signing, signature.error().id, signature.error().detail);
        } else if (signature->isEmpty()) {
            self->end(Station::Signing, u"way.no_secret"_s);
        } else {
            self->post(*signature);
        }
    });
}

void WayTest::post(const QByteArray& signature) {
    net::HttpRequest request;
    request.method = "POST";
    request.url = QUrl(way_.url);
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("X-Hub-Signature-256", "sha256=" + signature);
    request.body = body_;
    request.deadline = kPostDeadline;
    http_.send(request, this, [this](const net::HttpResult& result) { posted(result); });
}

void WayTest::posted(const net::HttpResult& result) {
    if (!result) {
        end(Station::Reaching, reachedNot(result.error().failure), result.error().detail);
        return;
    }
    const QString status = u"HTTP "_s + QString::number(result->status);
    switch (result->status) {
    case 200:
        taken_ = true;
        if (arrived_) {
            end(std::nullopt);
        } else {
            limit_.start(way_.within);
        }
        return;
    case 401:
    case 403:
        end(Station::Accepting, u"way.signature_refused"_s, status);
        return;
    case 404:
        end(Station::Accepting, u"way.address_unknown"_s, status);
        return;
    case 429:
    case 503:
        end(Station::Keeping, way_.mailbox ? u"way.mailbox_keeps_not"_s : u"way.not_kept"_s,
            status);
        return;
    default:
        end(Station::Reaching, u"way.somebody_else"_s, status);
        return;
    }
}

void WayTest::arrived(const QString& name) {
    if (name != name_) {
        return;
    }
    arrived_ = true;
    if (taken_) {
        end(std::nullopt);
    }
}

void WayTest::end(std::optional<Station> stopped, const QString& why, const QString& detail) {
    limit_.stop();
    if (auto done = std::exchange(done_, {})) {
        done({stopped, {ErrorKind::Rejected, why, {}, detail, std::nullopt}, way_.mailbox});
    }
}

} // namespace comanda::hub
