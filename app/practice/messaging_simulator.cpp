#include "app/practice/messaging_simulator.h"

#include "app/practice/messaging_api.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

MessagingOptions completed(MessagingOptions options) {
    if (options.seed == 0) {
        options.seed = QRandomGenerator::global()->generate();
    }
    QRandomGenerator random(options.seed);
    const bool login = options.kind == MessagingKind::InstagramByLogin;
    if (options.accessToken.isEmpty()) {
        options.accessToken = (login ? "IGAA" : "EAAG") + randomHex(random, 12);
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

MessagingSimulator::MessagingSimulator(const MessagingOptions& options, QObject* parent)
    : QObject(parent),
      options_(completed(options)),
      api_(std::make_unique<MessagingApi>(options_,
                                          [this](const QString& customer, const Received& message) {
                                              Q_EMIT received(customer, message);
                                          })) {
    qRegisterMetaType<Received>();
    server_ = std::make_unique<SimServer>(
        [api = api_.get()](const SimRequest& request, const Respond& respond) {
            api->handle(request, respond);
        });
    server_->call([this] { api_->attach(server_->context(), server_->url()); });
}

MessagingSimulator::~MessagingSimulator() = default;

QUrl MessagingSimulator::baseUrl() const {
    return server_->url();
}

void MessagingSimulator::setHook(const QUrl& url) {
    server_->call([&] { api_->sender().setUrl(url); });
}

QString MessagingSimulator::addCustomer(const MessagingCustomer& customer) {
    return server_->call([&] { return api_->add(customer); });
}

QString MessagingSimulator::writeText(const QString& customer, const QString& text,
                                      const QString& quoted) {
    QJsonObject message{{u"text"_s, text}};
    if (!quoted.isEmpty()) {
        message.insert(u"reply_to"_s, QJsonObject{{u"mid"_s, quoted}});
    }
    return sendOther(customer, message);
}

QString MessagingSimulator::writeAt(const QString& customer, const QString& text, Time date) {
    return server_->call([&] { return api_->write(customer, {{u"text"_s, text}}, date); });
}

QString MessagingSimulator::sendFile(const QString& customer, const QString& type,
                                     const MessagingFile& file) {
    return server_->call([&] { return api_->writeFile(customer, type, file); });
}

QString MessagingSimulator::answerStory(const QString& customer, const MessagingFile& story,
                                        const QString& text) {
    return server_->call([&] { return api_->answerStory(customer, story, text); });
}

QString MessagingSimulator::answerQuickly(const QString& customer, const QString& title,
                                          const QString& payload) {
    return sendOther(
        customer, {{u"text"_s, title}, {u"quick_reply"_s, QJsonObject{{u"payload"_s, payload}}}});
}

QString MessagingSimulator::press(const QString& customer, const QString& title,
                                  const QString& payload) {
    return server_->call([&] { return api_->press(customer, title, payload); });
}

void MessagingSimulator::react(const QString& customer, const QString& message, const QString& word,
                               const QString& emoji) {
    QJsonObject reaction{{u"mid"_s, message},
                         {u"action"_s, word.isEmpty() ? u"unreact"_s : u"react"_s}};
    if (!word.isEmpty()) {
        reaction.insert(u"reaction"_s, word);
        reaction.insert(u"emoji"_s, emoji);
    }
    server_->call([&] { api_->tell(u"message_reactions"_s, customer, u"reaction"_s, reaction); });
}

void MessagingSimulator::edit(const QString& customer, const QString& message,
                              const QString& text) {
    server_->call([&] { api_->edit(customer, message, text); });
}

void MessagingSimulator::unsend(const QString& customer, const QString& message) {
    server_->call([&] {
        api_->tell(u"messages"_s, customer, u"message"_s,
                   {{u"mid"_s, message}, {u"is_deleted"_s, true}});
    });
}

void MessagingSimulator::sendCart(const QString& customer, const QJsonArray& products,
                                  const QString& note) {
    server_->call([&] { api_->sendCart(customer, products, note); });
}

void MessagingSimulator::comeByLink(const QString& customer, const QString& ref) {
    const QString field = options_.kind == MessagingKind::InstagramByLogin
                              ? u"messaging_referral"_s
                              : u"messaging_referrals"_s;
    server_->call([&] {
        api_->tell(field, customer, u"referral"_s,
                   {{u"ref"_s, ref}, {u"source"_s, u"SHORTLINK"_s}, {u"type"_s, u"OPEN_THREAD"_s}});
    });
}

QString MessagingSimulator::sendOther(const QString& customer, const QJsonObject& message) {
    return server_->call([&] { return api_->write(customer, message); });
}

QString MessagingSimulator::writeElsewhere(const QString& customer, const QString& text) {
    return server_->call([&] { return api_->writeElsewhere(customer, text); });
}

void MessagingSimulator::pushItem(const QString& field, const QJsonObject& item) {
    server_->call([&] { api_->push(field, item, {}); });
}

void MessagingSimulator::pushBody(const QByteArray& body) {
    server_->call([&] { api_->sender().post(body, {}); });
}

void MessagingSimulator::beginBatch() {
    server_->call([&] { api_->beginBatch(); });
}

void MessagingSimulator::endBatch() {
    server_->call([&] { api_->endBatch(); });
}

std::vector<Received> MessagingSimulator::inbox(const QString& customer) const {
    return server_->call([&] {
        const MessagingApi::Guest* guest = api_->find(customer);
        return guest == nullptr ? std::vector<Received>() : guest->inbox;
    });
}

int MessagingSimulator::timesReceived(const QString& text) const {
    return server_->call([&] {
        int times = 0;
        for (const auto& entry : api_->guests()) {
            for (const Received& sent : entry.second.inbox) {
                times += sent.text == text ? 1 : 0;
            }
        }
        return times;
    });
}

int MessagingSimulator::sends() const {
    return server_->call([&] { return api_->sends(); });
}

int MessagingSimulator::actions(const QString& action) const {
    return server_->call([&] { return api_->actions(action); });
}

bool MessagingSimulator::isAcknowledged(const QString& message) const {
    return server_->call([&] { return api_->sender().acknowledged().contains(message); });
}

int MessagingSimulator::unacknowledged() const {
    return server_->call([&] { return api_->sender().waiting(); });
}

bool MessagingSimulator::isSubscribed() const {
    return !subscribedFields().isEmpty();
}

QStringList MessagingSimulator::subscribedFields() const {
    return server_->call([&] { return api_->desk().subscribed(); });
}

QByteArray MessagingSimulator::newestToken() const {
    return server_->call([&] { return api_->newestToken(); });
}

void MessagingSimulator::setSilent(bool on) {
    server_->call([&] { api_->sender().setHeld(on); });
}

void MessagingSimulator::setDuplicating(bool on) {
    server_->call([&] { api_->sender().setDuplicating(on); });
}

void MessagingSimulator::setReordering(bool on) {
    server_->call([&] { api_->sender().setReordering(on); });
}

void MessagingSimulator::setSignature(Signature signature) {
    server_->call([&] { api_->sender().setSignature(signature); });
}

void MessagingSimulator::setStandby(bool on) {
    server_->call([&] { api_->setStandby(on); });
}

void MessagingSimulator::unsubscribe() {
    server_->call([&] { api_->unsubscribe(); });
}

void MessagingSimulator::revokeToken(int subcode) {
    server_->call([&] { api_->desk().setRevoked(subcode); });
}

void MessagingSimulator::restoreToken() {
    server_->call([&] { api_->desk().setRevoked(0); });
}

void MessagingSimulator::setLastWord(const QString& customer, std::chrono::hours age) {
    server_->call([&] {
        if (MessagingApi::Guest* guest = api_->find(customer)) {
            guest->lastWord = api_->clock().now() - age;
        }
    });
}

void MessagingSimulator::failNext(int code, int subcode, int times) {
    server_->call([&] { api_->desk().failNext(code, subcode, times); });
}

void MessagingSimulator::setUsage(int percent) {
    server_->call([&] { api_->desk().setUsage(percent); });
}

} // namespace comanda::practice
