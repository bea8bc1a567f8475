#include "tests/hub/fake_mailbox.h"

#include "core/security/sealing.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPageItems = 256; // as the real one

net::ServerResponse json(const QJsonObject& body) {
    return {200, QJsonDocument(body).toJson(QJsonDocument::Compact), "application/json", {}};
}

} // namespace

FakeMailbox::FakeMailbox(QByteArray hubPublicKey) : hubPublicKey_(std::move(hubPublicKey)) {
    auto listening = net::HttpServer::listen(
        {}, [](const auto&) { return std::nullopt; },
        [this](const net::ServerRequest& request, const net::HttpServer::Respond& respond) {
            handle(request, respond);
        });
    REQUIRE(listening);
    server_ = std::move(*listening);
}

QUrl FakeMailbox::url() const {
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server_->port()));
}

void FakeMailbox::put(const QString& route, const QByteArray& body) {
    const std::lock_guard lock(mutex_);
    const auto sealed =
        security::sealTo(hubPublicKey_, body, QByteArray::number(qint64(items_.size()) + 1));
    REQUIRE(sealed);
    items_.push_back({route, *sealed});
    answerWhoWaits();
}

void FakeMailbox::makeAnew() {
    const std::lock_guard lock(mutex_);
    ++journal_;
    items_.clear();
    answerWhoWaits();
}

std::vector<qint64> FakeMailbox::acknowledgements() const {
    const std::lock_guard lock(mutex_);
    return acknowledgements_;
}

qint64 FakeMailbox::handedOut() const {
    const std::lock_guard lock(mutex_);
    return handedOut_;
}

int FakeMailbox::waits() const {
    const std::lock_guard lock(mutex_);
    return waits_;
}

void FakeMailbox::handle(const net::ServerRequest& request,
                         const net::HttpServer::Respond& respond) {
    const std::lock_guard lock(mutex_);
    if (request.path == "/v1/ack") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        acknowledgements_.push_back(body.value("through"_L1).toInteger());
        respond(json(body));
    } else if (request.path == "/v1/deliveries") {
        takePoll(request, respond);
    } else {
        respond({404, {}, {}, {}});
    }
}

void FakeMailbox::takePoll(const net::ServerRequest& request,
                           const net::HttpServer::Respond& respond) {
    answerWhoWaits(); // as the real one: the newest poll counts
    const qint64 after = request.queryValue("after").toLongLong();
    const bool nothing = after == qint64(items_.size()) && told_ == journal_;
    if (nothing && request.queryValue("wait") != "0") {
        waiting_.push_back({after, respond});
        ++waits_;
    } else {
        respond(page(after));
    }
}

void FakeMailbox::answerWhoWaits() {
    for (const Poll& poll : std::exchange(waiting_, {})) {
        poll.respond(page(poll.after));
    }
}

net::ServerResponse FakeMailbox::page(qint64 after) {
    told_ = journal_;
    const qint64 end = std::min(qint64(items_.size()), after + kPageItems);
    QJsonArray items;
    for (qint64 id = after + 1; id <= end; ++id) {
        const Item& item = items_.at(static_cast<std::size_t>(id - 1));
        items.append(QJsonObject{{u"id"_s, id},
                                 {u"received_ms"_s, qint64(1'700'000'000'000)},
                                 {u"route"_s, item.route},
                                 {u"sealed"_s, QString::fromLatin1(item.sealed.toBase64())}});
    }
    handedOut_ = std::max(handedOut_, end);
    return json({{u"journal"_s, u"journal %1"_s.arg(journal_)},
                 {u"cursor"_s, std::max(after, end)},
                 {u"items"_s, items}});
}

} // namespace comanda::test
