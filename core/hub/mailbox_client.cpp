#include "core/hub/mailbox_client.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace comanda::hub {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kPollDeadline = 40s; // longer than a mailbox lets anyone wait
constexpr Millis kCallDeadline = 15s;
constexpr qint64 kPageMax = 16 * 1024 * 1024; // a page, one large item in base64

std::optional<MailboxFailure> failureOf(const net::HttpResult& result) {
    if (!result) {
        return MailboxFailure{result.error().failure, u"mailbox.unreachable"_s,
                              result.error().detail};
    }
    const QString status = u"HTTP "_s + QString::number(result->status);
    switch (result->status) {
    case 200:
        return std::nullopt;
    case 401:
    case 403:
        return MailboxFailure{FailureClass::Auth, u"mailbox.refused_token"_s, status};
    case 409:
        return MailboxFailure{FailureClass::Auth, u"mailbox.other_hub"_s, status};
    case 429:
        return MailboxFailure{FailureClass::Throttled, u"mailbox.unreachable"_s, status};
    default:
        return MailboxFailure{result->status >= 500 ? FailureClass::Http5xx
                                                    : FailureClass::Protocol,
                              u"mailbox.unreachable"_s, status};
    }
}

// Only the mailbox itself can say that it has no secret; a proxy's 404 says nothing of the kind.
bool hasNoSecret(const net::HttpReply& reply) {
    const auto object = parseObject(reply.body);
    const QString id =
        object ? object->value("error"_L1).toObject().value("id"_L1).toString() : QString();
    return id == "mailbox.no_secret"_L1 || id == "mailbox.which_route"_L1;
}

Result<QByteArray> proofIn(const net::HttpResult& result) {
    if (result && hasNoSecret(*result)) {
        return QByteArray();
    }
    if (const auto failure = failureOf(result)) {
        return fail(ErrorKind::Network, failure->id, failure->detail);
    }
    const auto object = parseObject(result->body);
    const auto proof = object ? textIn(*object, u"proof") : std::nullopt;
    return proof ? Result<QByteArray>(proof->toLatin1())
                 : fail(ErrorKind::Malformed, u"mailbox.unreadable"_s);
}

} // namespace

Result<MailboxPage> readMailboxPage(const QByteArray& body) {
    const auto object = parseObject(body);
    if (!object || !object->value("items"_L1).isArray()) {
        return fail(ErrorKind::Malformed, u"mailbox.unreadable"_s);
    }
    MailboxPage page;
    page.journal = textIn(*object, u"journal").value_or(QString());
    page.trouble = textIn(*object, u"trouble").value_or(QString());
    page.cursor = integerIn(*object, u"cursor").value_or(0);
    const QJsonArray items = object->value("items"_L1).toArray();
    for (const auto& value : items) {
        const QJsonObject one = value.toObject();
        const auto id = integerIn(one, u"id");
        const auto millis = integerIn(one, u"received_ms");
        const auto received = timeFrom(one.value("received_utc"_L1));
        if (!id || *id <= 0 || (!millis && !received)) {
            return fail(ErrorKind::Malformed, u"mailbox.unreadable"_s);
        }
        page.items.push_back(
            {*id, millis ? fromMillis(*millis) : *received, one.value("route"_L1).toString(),
             QByteArray::fromBase64(one.value("sealed"_L1).toString().toLatin1())});
    }
    return page;
}

MailboxClient::MailboxClient(QUrl base, Secret token, QString hubId, QObject* parent)
    : QObject(parent), base_(std::move(base)), token_(std::move(token)), hubId_(std::move(hubId)) {}

QUrl MailboxClient::url(const QString& path) const {
    QUrl url = base_;
    QString front = base_.path();
    while (front.endsWith(u'/')) {
        front.chop(1);
    }
    url.setPath(front + path);
    return url;
}

net::HttpRequest MailboxClient::post(const QString& path, const QJsonObject& body) const {
    QJsonObject whole = body;
    whole.insert(u"hub_id"_s, hubId_);
    net::HttpRequest request;
    request.method = "POST";
    request.url = url(path);
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = toCompactJson(whole);
    request.deadline = kCallDeadline;
    return request;
}

quint64 MailboxClient::ask(net::HttpRequest request,
                           std::function<void(const net::HttpResult&)> done) {
    request.headers.emplace_back("Authorization", "Bearer " + token_.reveal());
    return http_.send(request, calls_.get(), std::move(done));
}

quint64 MailboxClient::call(net::HttpRequest request, const Got& done) {
    return ask(std::move(request), [done](const net::HttpResult& result) {
        if (const auto failure = failureOf(result)) {
            done(tl::unexpected(*failure));
        } else {
            done(result->body);
        }
    });
}

void MailboxClient::deliveries(qint64 after, std::chrono::seconds wait, Answer<MailboxPage> done) {
    net::HttpRequest request;
    request.url = url(u"/v1/deliveries"_s);
    QUrlQuery query;
    query.addQueryItem(u"after"_s, QString::number(after));
    query.addQueryItem(u"wait"_s, QString::number(wait.count()));
    query.addQueryItem(u"hub_id"_s, hubId_);
    request.url.setQuery(query);
    request.deadline = kPollDeadline;
    request.maxBody = kPageMax;
    http_.cancel(poll_);
    poll_ = call(std::move(request), [done = std::move(done)](const auto& body) {
        if (!body) {
            done(tl::unexpected(body.error()));
            return;
        }
        auto page = readMailboxPage(*body);
        if (page) {
            done(std::move(*page));
        } else {
            done(tl::unexpected(
                MailboxFailure{FailureClass::Protocol, u"mailbox.unreachable"_s, page.error().id}));
        }
    });
}

void MailboxClient::acknowledge(qint64 through, Answer<Done> done) {
    call(post(u"/v1/ack"_s, {{u"through"_s, through}}), [done = std::move(done)](const auto& body) {
        if (body) {
            done(Done{});
        } else {
            done(tl::unexpected(body.error()));
        }
    });
}

void MailboxClient::proof(const Secret& token, const QString& route,
                          std::function<void(Result<QByteArray>)> done) {
    QJsonObject body{{u"token"_s, QString::fromUtf8(token.reveal())}};
    if (!route.isEmpty()) {
        body.insert(u"route"_s, route);
    }
    ask(post(u"/v1/meta/proof"_s, body),
        [done = std::move(done)](const net::HttpResult& result) { done(proofIn(result)); });
}

void MailboxClient::askAboutToken(const Secret& token, const QString& route,
                                  std::function<void(Result<QJsonObject>)> done) {
    QJsonObject body{{u"token"_s, QString::fromUtf8(token.reveal())}};
    if (!route.isEmpty()) {
        body.insert(u"route"_s, route);
    }
    ask(post(u"/v1/meta/debug_token"_s, body),
        [done = std::move(done)](const net::HttpResult& result) {
            const bool cannot = result && (result->status == 400 || result->status == 404);
            if (const auto failure = failureOf(result)) {
                done(fail(cannot ? ErrorKind::NotFound : ErrorKind::Network, failure->id,
                          failure->detail));
            } else {
                done(parseObject(result->body));
            }
        });
}

void MailboxClient::cancel() {
    calls_ = std::make_unique<QObject>();
}

} // namespace comanda::hub
