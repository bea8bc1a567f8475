#include "core/connectors/messaging/token.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"

#include <algorithm>
#include <array>

namespace comanda::messaging {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kDay = 24h;
constexpr Millis kRenewBefore = 15 * kDay; // day 45 of 60
constexpr Millis kAskEvery = kDay;
constexpr Millis kAgain = 1h; // where the platform could not be asked

struct Warning {
    Millis left;
    const char16_t* id;
};
constexpr std::array kWarnings{Warning{2 * kDay, u"meta.key_ends_2"},
                               Warning{7 * kDay, u"meta.key_ends_7"},
                               Warning{14 * kDay, u"meta.key_ends_14"}};

// Of debug_token: the token's own end, or that of the consent behind it; 0: never.
std::optional<Time> endIn(const QJsonObject& answer) {
    const QJsonObject data = answer.value(u"data"_s).toObject();
    std::optional<Time> end;
    for (const QStringView key : {u"expires_at", u"data_access_expires_at"}) {
        const qint64 seconds = integerIn(data, key).value_or(0);
        const Time at = fromMillis(seconds * 1000);
        if (seconds > 0 && (!end || at < *end)) {
            end = at;
        }
    }
    return end;
}

bool cameThrough(const Result<QJsonObject>& answer) {
    return answer || answer.error().kind == ErrorKind::Rejected
           || answer.error().kind == ErrorKind::Auth || answer.error().kind == ErrorKind::NotFound;
}

} // namespace

TokenLife::TokenLife(graph::Caller& caller, graph::Endpoint endpoint, QString tokenKey, bool renews,
                     const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      renewing_({std::move(endpoint.base), {}}, tokenKey, host, this),
      tokenKey_(std::move(tokenKey)),
      renews_(renews),
      host_(host) {}

void TokenLife::look(std::function<void()> done) {
    const Time now = host_.clock->now();
    if (notBefore_ && now < *notBefore_) {
        done();
    } else if (!renews_) {
        ask(std::move(done));
    } else if (!ends_ || *ends_ - now <= kRenewBefore) {
        renew(done);
    } else {
        done();
    }
}

// The token may look at itself. Where it may not, its end stays unknown.
void TokenLife::ask(std::function<void()> done) {
    if (renews_) {
        done(); // nothing tells it but renewing
        return;
    }
    const QString token = QString::fromLatin1(host_.secret(tokenKey_).reveal());
    caller_.get(u"debug_token"_s, {{u"input_token"_s, token}},
                [this, done = std::move(done)](const net::HttpResult& result) {
                    const Time now = host_.clock->now();
                    const Result<QJsonObject> answer = graph::readAnswer(result, now);
                    if (answer) {
                        ends_ = endIn(*answer);
                    }
                    notBefore_ = now + (cameThrough(answer) ? kAskEvery : kAgain);
                    done();
                });
}

void TokenLife::renew(const std::function<void()>& done) {
    renewing_.get(u"refresh_access_token"_s, {{u"grant_type"_s, u"ig_refresh_token"_s}},
                  [this, done](const net::HttpResult& result) {
                      renewed(result);
                      done();
                  });
}

// A token is renewed only when it is a day old, and whether this one is is not known at a start:
// where the platform says no, tomorrow is early enough.
void TokenLife::renewed(const net::HttpResult& result) {
    const Time now = host_.clock->now();
    const Result<QJsonObject> answer = graph::readAnswer(result, now);
    const QByteArray token =
        answer ? answer->value(u"access_token"_s).toString().toLatin1() : QByteArray();
    if (token.isEmpty()) {
        notBefore_ = now + (cameThrough(answer) ? kDay : kAgain);
        return;
    }
    const qint64 seconds = integerIn(*answer, u"expires_in").value_or(0);
    ends_ = seconds > 0 ? std::optional(now + Millis(seconds * 1000)) : std::nullopt;
    notBefore_ = now + kDay;
    caller_.useToken(Secret(token));
    renewing_.useToken(Secret(token));
    if (host_.keepSecret) {
        host_.keepSecret(tokenKey_, Secret(token));
    }
}

void TokenLife::stop() {
    renewing_.stop();
}

QString TokenLife::warning() const {
    if (!ends_) {
        return {};
    }
    const Millis left = *ends_ - host_.clock->now();
    const auto* const found = std::find_if(kWarnings.begin(), kWarnings.end(),
                                           [&](const Warning& one) { return left <= one.left; });
    return found == kWarnings.end() ? QString() : QString::fromUtf16(found->id);
}

} // namespace comanda::messaging
