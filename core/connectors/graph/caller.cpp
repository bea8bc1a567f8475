#include "core/connectors/graph/caller.h"

#include "core/connectors/graph/digest.h"
#include "core/connectors/graph/usage.h"

#include <QPointer>
#include <QTimer>

namespace comanda::graph {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kMediaDeadline = 120s;
constexpr Millis kProofWithin = 10s; // it may have to come from the mailbox
constexpr Millis kSlowFor = 60s;     // where the platform does not say for how long

net::HttpResult notMade(QString why, QString detail = {}) {
    net::HttpFailure failure;
    failure.failure = FailureClass::Timeout;
    failure.mayHaveArrived = false;
    failure.notMade = std::move(why);
    failure.detail = std::move(detail);
    return tl::unexpected<net::HttpFailure>(failure);
}

net::HttpResult stopped(bool begun) {
    if (!begun) {
        return notMade(u"channel.stopped"_s);
    }
    net::HttpFailure failure;
    failure.failure = FailureClass::Timeout;
    failure.detail = u"the channel was stopped"_s;
    return tl::unexpected<net::HttpFailure>(failure);
}

} // namespace

Caller::Caller(Endpoint endpoint, QString tokenKey, const connect::Host& host, QObject* parent)
    : QObject(parent),
      endpoint_(std::move(endpoint)),
      tokenKey_(std::move(tokenKey)),
      host_(host),
      client_(this) {}

void Caller::get(const QString& path, const Query& query, Answered done) {
    withProof(
        [this, path, query](const Secret& token, const QByteArray& proof) {
            return graph::get(endpoint_, path, query, token, proof);
        },
        std::move(done));
}

void Caller::post(const QString& path, const QJsonObject& body, Answered done) {
    withProof(
        [this, path, body](const Secret& token, const QByteArray& proof) {
            return graph::post(endpoint_, path, body, token, proof);
        },
        std::move(done));
}

void Caller::remove(const QString& path, Answered done) {
    withProof(
        [this, path](const Secret& token, const QByteArray& proof) {
            return graph::remove(endpoint_, path, token, proof);
        },
        std::move(done));
}

void Caller::upload(const QString& path, std::vector<net::FormPart> form, Answered done) {
    withProof(
        [this, path, form = std::move(form)](const Secret& token, const QByteArray& proof) {
            return graph::upload(endpoint_, path, form, token, proof);
        },
        std::move(done));
}

Secret Caller::token() const {
    return newToken_.isEmpty() ? host_.secret(tokenKey_) : newToken_;
}

void Caller::download(const QUrl& url, const QString& path, qint64 maxBytes, bool withToken,
                      Answered done) {
    net::HttpRequest request;
    request.url = url;
    if (withToken) {
        request.headers.emplace_back("Authorization", "Bearer " + token().reveal());
    }
    request.saveTo = path;
    request.maxBody = maxBytes;
    request.deadline = kMediaDeadline;
    request.publicAddressesOnly = !isSameServer(url, endpoint_.base);
    request.mayRedirect = [base = endpoint_.base](const QUrl& to) { return isMediaUrl(to, base); };
    const quint64 ticket = ++lastTicket_;
    calls_.insert(ticket, Call{std::move(done), 0});
    begin(request, ticket);
}

void Caller::withProof(Build build, Answered done) {
    const quint64 ticket = ++lastTicket_;
    calls_.insert(ticket, Call{std::move(done), 0});
    const Secret token = this->token();
    if (!host_.proof || (!proof_.isEmpty() && proofOf_ == token)) {
        begin(build(token, host_.proof ? proof_ : QByteArray()), ticket);
        return;
    }
    QTimer::singleShot(kProofWithin, this, [this, ticket] {
        const auto call = calls_.constFind(ticket);
        if (call != calls_.constEnd() && call->handle == 0) {
            finish(ticket, notMade(u"mailbox.unreachable"_s, u"no proof in time"_s));
        }
    });
    const QPointer<Caller> self(this);
    host_.proof(token,
                [self, ticket, token, build = std::move(build)](const Result<QByteArray>& proof) {
                    if (self.isNull()) {
                        return;
                    }
                    if (!proof) { // whether the platform would do without is not known here
                        self->finish(ticket, notMade(proof.error().id, proof.error().detail));
                        return;
                    }
                    if (!proof->isEmpty()) {
                        self->proof_ = *proof;
                        self->proofOf_ = token;
                    }
                    self->begin(build(token, *proof), ticket);
                });
}

void Caller::begin(const net::HttpRequest& request, quint64 ticket, bool again) {
    const auto call = calls_.find(ticket);
    if (call == calls_.end()) {
        return; // stopped meanwhile, and told so
    }
    if (stopped_) {
        // Not from inside the caller's own call.
        QTimer::singleShot(0, this, [this, ticket] { finish(ticket, stopped(false)); });
        return;
    }
    const bool safe = request.method == "GET" && request.saveTo.isEmpty() && !again;
    const auto answered = [this, ticket, safe, request](const net::HttpResult& result) {
        if (!result && result.error().connectionReused && safe) {
            begin(request, ticket, true); // the other side had closed an idle connection
            return;
        }
        noteUsage(result);
        finish(ticket, result);
    };
    const quint64 handle = client_.send(request, this, answered);
    const auto still = calls_.find(ticket);
    if (still != calls_.end()) {
        still->handle = handle;
    }
}

void Caller::finish(quint64 ticket, net::HttpResult result) {
    const auto call = calls_.find(ticket);
    if (call == calls_.end()) {
        return;
    }
    const Answered done = std::move(call->done);
    calls_.erase(call);
    done(std::move(result));
}

void Caller::stop() {
    stopped_ = true;
    const QHash<quint64, Call> ending = std::exchange(calls_, {});
    for (const Call& call : ending) {
        if (call.handle != 0) {
            client_.cancel(call.handle);
        }
    }
    for (const Call& call : ending) {
        call.done(stopped(call.handle != 0));
    }
}

bool Caller::shouldSlowDown() const {
    return slowUntil_ && host_.clock->monotonic() < *slowUntil_;
}

void Caller::noteUsage(const net::HttpResult& result) {
    if (!result) {
        return;
    }
    const std::optional<Usage> usage = usageIn(*result);
    if (!usage) {
        return;
    }
    if (usage->percent < kSlowDownPercent) {
        slowUntil_.reset();
        return;
    }
    slowUntil_ = host_.clock->monotonic() + std::max(usage->regain, kSlowFor);
}

} // namespace comanda::graph
