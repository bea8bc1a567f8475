#include "app/practice/page_sim.h"

#include "app/practice/page_api.h"

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

PageOptions completed(PageOptions options) {
    if (options.seed == 0) {
        options.seed = QRandomGenerator::global()->generate();
    }
    QRandomGenerator random(options.seed);
    if (options.accessToken.isEmpty()) {
        options.accessToken = "EAAG" + randomHex(random, 12);
    }
    if (options.appSecret.isEmpty()) {
        options.appSecret = randomHex(random, 4);
    }
    if (options.verifyToken.isEmpty()) {
        options.verifyToken = randomHex(random, 2);
    }
    return options;
}

} // namespace

PageSimulator::PageSimulator(const PageOptions& options, QObject* parent)
    : QObject(parent),
      options_(completed(options)),
      api_(std::make_unique<PageApi>(options_,
                                     [this](const QString& person, const Received& message) {
                                         Q_EMIT received(person, message);
                                     })),
      server_(std::make_unique<SimServer>(
          [api = api_.get()](const SimRequest& request, const Respond& respond) {
              api->handle(request, respond);
          })) {
    qRegisterMetaType<Received>();
    server_->call([this] { api_->attach(server_->context(), server_->url()); });
}

PageSimulator::~PageSimulator() = default;

QUrl PageSimulator::baseUrl() const {
    return server_->url();
}

void PageSimulator::setHook(const QUrl& url) {
    server_->call([&] { api_->sender().setUrl(url); });
}

QString PageSimulator::addPerson(const QString& name) {
    return server_->call([&] { return api_->addPerson(name); });
}

QString PageSimulator::publish(const QString& text, std::optional<Time> at) {
    return server_->call([&] { return api_->addPost(options_.page, text, at); });
}

QString PageSimulator::visit(const QString& person, const QString& text) {
    return server_->call([&] { return api_->addPost(person, text, std::nullopt); });
}

QString PageSimulator::comment(const QString& person, const QString& post, const QString& text,
                               std::optional<Time> at) {
    return server_->call([&] { return api_->addComment(person, post, text, {}, at); });
}

QString PageSimulator::answer(const QString& person, const QString& comment, const QString& text) {
    return server_->call([&] { return api_->addComment(person, comment, text); });
}

QString PageSimulator::sendPhoto(const QString& person, const QString& post,
                                 const QString& address) {
    return server_->call([&] { return api_->addComment(person, post, {}, address); });
}

QString PageSimulator::sendPicture(const QString& person, const QString& post,
                                   const QByteArray& png, const QString& text) {
    return server_->call([&] {
        GraphDesk& desk = api_->desk();
        const QString url = desk.urlOf(desk.keep({png, u"image/png"_s, {}, u"image"_s}));
        return api_->addComment(person, post, text, url);
    });
}

QString PageSimulator::commentOnPhone(const QString& post, const QString& text) {
    return server_->call([&] { return api_->addComment(options_.page, post, text); });
}

void PageSimulator::edit(const QString& comment, const QString& text) {
    server_->call([&] { api_->edit(comment, text); });
}

void PageSimulator::remove(const QString& comment) {
    server_->call([&] { api_->remove(comment); });
}

void PageSimulator::hide(const QString& comment) {
    server_->call([&] { api_->hide(comment); });
}

void PageSimulator::react(const QString& person, const QString& comment, const QString& word) {
    server_->call([&] { api_->react(person, comment, word); });
}

void PageSimulator::pushValue(const QString& field, const QJsonObject& value) {
    server_->call([&] { api_->push(field, value, {}); });
}

void PageSimulator::pushBody(const QByteArray& body) {
    server_->call([&] { api_->sender().post(body, {}); });
}

std::vector<PageComment> PageSimulator::comments(const QString& post) const {
    return server_->call([&] {
        std::vector<PageComment> some;
        std::copy_if(api_->comments().begin(), api_->comments().end(), std::back_inserter(some),
                     [&](const PageComment& one) { return post.isEmpty() || one.post == post; });
        return some;
    });
}

int PageSimulator::timesSaid(const QString& text) const {
    const std::vector<PageComment> all = comments();
    return int(std::count_if(all.begin(), all.end(), [&](const PageComment& one) {
        return one.author == options_.page && one.text == text;
    }));
}

std::vector<Received> PageSimulator::inbox(const QString& person) const {
    return server_->call([&] { return api_->inbox(person); });
}

int PageSimulator::calls(const QByteArray& method, const QString& lastPart) const {
    return server_->call([&] { return api_->calls(method, lastPart); });
}

bool PageSimulator::isAcknowledged(const QString& id) const {
    return server_->call([&] { return api_->sender().acknowledged().contains(id); });
}

int PageSimulator::unacknowledged() const {
    return server_->call([&] { return api_->sender().waiting(); });
}

QStringList PageSimulator::subscribedFields() const {
    return server_->call([&] { return api_->desk().subscribed(); });
}

void PageSimulator::setSilent(bool on) {
    server_->call([&] { api_->sender().setHeld(on); });
}

void PageSimulator::setDuplicating(bool on) {
    server_->call([&] { api_->sender().setDuplicating(on); });
}

void PageSimulator::setReordering(bool on) {
    server_->call([&] { api_->sender().setReordering(on); });
}

void PageSimulator::setSignature(Signature signature) {
    server_->call([&] { api_->sender().setSignature(signature); });
}

void PageSimulator::subscribe(const QStringList& fields) {
    server_->call([&] { api_->desk().subscribe(fields); });
}

void PageSimulator::refuseFields(const QStringList& fields) {
    server_->call([&] { api_->desk().setRefused(fields); });
}

void PageSimulator::revokeToken(int subcode) {
    server_->call([&] { api_->desk().setRevoked(subcode); });
}

void PageSimulator::restoreToken() {
    server_->call([&] { api_->desk().setRevoked(0); });
}

void PageSimulator::block(const QString& person) {
    server_->call([&] { api_->block(person); });
}

void PageSimulator::failNext(int code, int subcode, int times) {
    server_->call([&] { api_->desk().failNext(code, subcode, times); });
}

void PageSimulator::setUsage(int percent) {
    server_->call([&] { api_->desk().setUsage(percent); });
}

} // namespace comanda::practice
