// Puts receiver, journal, server and the hub's side together; owns their threads.
#include "core/mailbox/mailbox.h"

#include "core/base/log.h"
#include "core/mailbox/api_service.h"
#include "core/security/sealing.h"

#include <QDir>
#include <QThread>

namespace comanda::mailbox {

using namespace Qt::StringLiterals;

namespace {

Result<> checked(const MailboxConfig& config) {
    if (config.hubPublicKey.size() != security::kKeyBytes) {
        return fail(ErrorKind::Invalid, u"mailbox.no_hub_key"_s);
    }
    const bool hasToken = std::any_of(config.hubTokens.begin(), config.hubTokens.end(),
                                      [](const Secret& token) { return !token.isEmpty(); });
    if (!hasToken) {
        return fail(ErrorKind::Invalid, u"mailbox.no_token"_s);
    }
    // A key nobody can seal to would refuse every delivery later: better now.
    const auto sealed = security::sealTo(config.hubPublicKey, "x", "0");
    return sealed ? Result<>(Done{})
                  : Result<>(fail(ErrorKind::Invalid, u"mailbox.no_hub_key"_s, sealed.error().id));
}

} // namespace

class Mailbox::Private {
public:
    Private(const MailboxConfig& config, const Clock& clock)
        : config_(config),
          receiver_(
              clock, [this](Posted posted, auto done) { keep(std::move(posted), std::move(done)); },
              [this](const QString& route) { onHandshake(route); }) {}
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<> start(const Clock& clock);
    [[nodiscard]] quint16 port() const { return server_->port(); }

private:
    void keep(Posted posted, std::function<void(Result<>)> done);
    void onHandshake(const QString& route);
    [[nodiscard]] std::optional<net::ServerResponse> gate(const net::ServerRequest& request) const;
    void handle(net::ServerRequest request, net::HttpServer::Respond respond);

    MailboxConfig config_;
    Receiver receiver_;
    std::unique_ptr<store::Journal> journal_;
    QThread apiThread_;
    ApiService* api_ = nullptr; // lives and dies in apiThread_
    std::shared_ptr<net::HttpServer> server_;
};

Result<> Mailbox::Private::start(const Clock& clock) {
    auto opened = store::Journal::open(QDir(config_.dataDir).filePath(u"mailbox.sqlite"_s),
                                       config_.quota, clock);
    if (!opened) {
        return fail(std::move(opened).error());
    }
    journal_ = std::move(*opened);
    receiver_.setRoutes(config_.routes);
    api_ = new ApiService(config_, *journal_, clock);
    api_->moveToThread(&apiThread_);
    QObject::connect(&apiThread_, &QThread::finished, api_, &QObject::deleteLater);
    apiThread_.setObjectName(u"mailbox api"_s);
    apiThread_.start();
    journal_->onAppended(
        [api = api_] { QMetaObject::invokeMethod(api, &ApiService::wake, Qt::QueuedConnection); });
    net::HttpServer::Options options;
    options.address = config_.address;
    options.port = config_.port;
    options.tls = config_.tls;
    auto listening = net::HttpServer::listen(
        options, [this](const net::ServerRequest& request) { return gate(request); },
        [this](net::ServerRequest request, net::HttpServer::Respond respond) {
            handle(std::move(request), std::move(respond));
        });
    if (!listening) {
        return fail(std::move(listening).error());
    }
    server_ = std::move(*listening);
    QMetaObject::invokeMethod(
        api_,
        [api = api_, server = std::weak_ptr(server_)] {
            api->start([server] {
                const auto alive = server.lock();
                return alive ? alive->certificateEnds() : std::nullopt;
            });
        },
        Qt::QueuedConnection);
    return Done{};
}

// First nobody asks any more, then the hub's side ends, then what was taken is committed.
Mailbox::Private::~Private() {
    server_.reset();
    if (journal_) {
        journal_->onAppended(nullptr);
    }
    apiThread_.quit();
    apiThread_.wait();
    journal_.reset();
}

void Mailbox::Private::keep(Posted posted, std::function<void(Result<>)> done) {
    journal_->append(
        posted.route, posted.headers,
        [key = config_.hubPublicKey, body = std::move(posted.body)](qint64 id) {
            return security::sealTo(key, body, QByteArray::number(id));
        },
        [done = std::move(done)](const Result<qint64>& id) {
            if (!id) {
                qCWarning(lcMailbox) << "a delivery was not taken:" << id.error().id;
            }
            done(id ? Result<>(Done{}) : Result<>(fail(id.error())));
        });
}

void Mailbox::Private::onHandshake(const QString& route) {
    QMetaObject::invokeMethod(
        api_, [api = api_, route] { api->noteHandshake(route); }, Qt::QueuedConnection);
}

std::optional<net::ServerResponse> Mailbox::Private::gate(const net::ServerRequest& request) const {
    return isApi(request.path) ? apiGate(request, config_.hubTokens) : receiver_.gate(request);
}

void Mailbox::Private::handle(net::ServerRequest request, net::HttpServer::Respond respond) {
    if (!isApi(request.path)) {
        receiver_.handle(std::move(request), std::move(respond));
        return;
    }
    QMetaObject::invokeMethod(
        api_,
        [api = api_, request = std::move(request), respond = std::move(respond)] {
            api->handle(request, respond);
        },
        Qt::QueuedConnection);
}

Mailbox::Mailbox(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Mailbox::~Mailbox() = default;

Result<std::unique_ptr<Mailbox>> Mailbox::start(const MailboxConfig& config, const Clock& clock) {
    Result<> valid = checked(config);
    if (!valid) {
        return fail(std::move(valid).error());
    }
    auto d = std::make_unique<Private>(config, clock);
    Result<> started = d->start(clock);
    if (!started) {
        return fail(std::move(started).error());
    }
    return std::unique_ptr<Mailbox>(new Mailbox(std::move(d)));
}

quint16 Mailbox::port() const {
    return d->port();
}

} // namespace comanda::mailbox
