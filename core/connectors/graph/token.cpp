#include "core/connectors/graph/token.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"

#include <QCryptographicHash>
#include <QPointer>

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kDay = 24h;
constexpr Millis kRenewBefore = 15 * kDay; // day 45 of 60
constexpr Millis kAskEvery = kDay;
constexpr Millis kAgain = 1h; // where the platform could not be asked
const QString kTokenKey = u"access_token"_s;

// Of debug_token: the token's own end, or that of the consent behind it; 0: never. One that is no
// longer good without having ended (a changed password) ended now.
std::optional<KeyEnd> endIn(const QJsonObject& answer, Time now) {
    const QJsonObject data = answer.value(u"data"_s).toObject();
    if (data.isEmpty()) {
        return std::nullopt;
    }
    KeyEnd end{KeyLife::Lasting, {}};
    for (const QStringView key : {u"expires_at", u"data_access_expires_at"}) {
        const qint64 seconds = integerIn(data, key).value_or(0);
        const Time at = fromMillis(seconds * 1000);
        if (seconds > 0 && (!end.ends || at < *end.ends)) {
            end = {KeyLife::Ending, at};
        }
    }
    if (data.value(u"is_valid"_s) == QJsonValue(false) && (!end.ends || *end.ends > now)) {
        end = {KeyLife::Ending, now};
    }
    return end;
}

// Eight bytes of its digest: as much as telling it from the next one needs.
QString markOf(const Secret& token) {
    return QString::fromLatin1(
        QCryptographicHash::hash(token.reveal(), QCryptographicHash::Sha256).toHex().first(16));
}

bool cameThrough(const Result<QJsonObject>& answer) {
    return answer || answer.error().kind == ErrorKind::Rejected
           || answer.error().kind == ErrorKind::Auth || answer.error().kind == ErrorKind::NotFound;
}

} // namespace

TokenLife::TokenLife(Caller& caller, Of of, const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      asApp_(of.endpoint, kTokenKey, host, this),
      renewing_({of.endpoint.base, {}}, kTokenKey, host, this),
      of_(std::move(of)),
      host_(host) {
    const QString mark = markOf(host_.secret(kTokenKey));
    if (of_.known.mark == mark) {
        end_ = of_.known;
    }
    end_.mark = mark;
    if (of_.renews) {
        end_.life = KeyLife::Renewed;
    }
}

void TokenLife::look(std::function<void()> done) {
    const Time now = host_.clock->now();
    if (notBefore_ && now < *notBefore_) {
        done();
    } else if (!of_.renews) {
        ask(std::move(done));
    } else if (!std::exchange(looked_, true) || !end_.ends || *end_.ends - now <= kRenewBefore) {
        renew(done);
    } else {
        done();
    }
}

// Meta answers an app, and some tokens about themselves. The app's secret is here, or where
// somebody else keeps it, or nowhere.
void TokenLife::ask(std::function<void()> done) {
    if (of_.renews) {
        done(); // nothing tells it but renewing
        return;
    }
    const QPointer<TokenLife> self(this);
    const Told end = [self, done](const Result<QJsonObject>& answer) {
        if (!self.isNull()) {
            self->told(answer);
            done();
        }
    };
    const Secret secret = host_.secret(u"app_secret"_s);
    if (!of_.appId.isEmpty() && !secret.isEmpty()) {
        askAsApp(of_.appId.toLatin1() + '|' + secret.reveal(), end);
        return;
    }
    if (!host_.askAboutToken) {
        askOfItself(end);
        return;
    }
    host_.askAboutToken(host_.secret(kTokenKey), [self, end](const Result<QJsonObject>& answer) {
        if (answer) {
            end(answer);
        } else if (!self.isNull()) {
            self->askOfItself(end);
        }
    });
}

void TokenLife::askAsApp(const QByteArray& appToken, const Told& told) {
    asApp_.useToken(Secret(appToken));
    const QString token = QString::fromLatin1(host_.secret(kTokenKey).reveal());
    asApp_.get(u"debug_token"_s, {{u"input_token"_s, token}},
               [this, told](const net::HttpResult& result) {
                   told(readAnswer(result, host_.clock->now()));
               });
}

void TokenLife::askOfItself(const Told& told) {
    const QString token = QString::fromLatin1(host_.secret(kTokenKey).reveal());
    caller_.get(u"debug_token"_s, {{u"input_token"_s, token}},
                [this, told](const net::HttpResult& result) {
                    told(readAnswer(result, host_.clock->now()));
                });
}

void TokenLife::told(const Result<QJsonObject>& answer) {
    const Time now = host_.clock->now();
    if (const auto end = answer ? endIn(*answer, now) : std::nullopt) {
        end_ = *end;
        end_.mark = markOf(host_.secret(kTokenKey));
    }
    notBefore_ = now + (cameThrough(answer) ? kAskEvery : kAgain);
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
    const Result<QJsonObject> answer = readAnswer(result, now);
    const QByteArray token =
        answer ? answer->value(u"access_token"_s).toString().toLatin1() : QByteArray();
    if (token.isEmpty()) {
        notBefore_ = now + (cameThrough(answer) ? kDay : kAgain);
        return;
    }
    const qint64 seconds = integerIn(*answer, u"expires_in").value_or(0);
    end_.ends = seconds > 0 ? std::optional(now + Millis(seconds * 1000)) : std::nullopt;
    end_.mark = markOf(Secret(token));
    notBefore_ = now + kDay;
    caller_.useToken(Secret(token));
    renewing_.useToken(Secret(token));
    if (host_.keepSecret) {
        host_.keepSecret(kTokenKey, Secret(token));
    }
}

void TokenLife::stop() {
    asApp_.stop();
    renewing_.stop();
}

QString TokenLife::warning() const {
    return keyWarning(end_, host_.clock->now());
}

void TokenLife::tell() const {
    connect::Observation notice;
    notice.call = connect::CallKind::Account;
    notice.id = warning();
    notice.notice = u"key"_s;
    host_.report(notice);
}

} // namespace comanda::graph
