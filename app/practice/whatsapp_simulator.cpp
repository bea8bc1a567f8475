#include "app/practice/whatsapp_simulator.h"

#include "app/practice/whatsapp_cloud.h"

#include <future>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

WhatsAppOptions completed(WhatsAppOptions options) {
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

QJsonObject textContent(const QString& text) {
    return {{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, text}}}};
}

} // namespace

WhatsAppSimulator::WhatsAppSimulator(const WhatsAppOptions& options, QObject* parent)
    : QObject(parent),
      options_(completed(options)),
      cloud_(std::make_unique<WhatsAppCloud>(
          options_, [this](const QString& customer, const Received& message) {
              Q_EMIT received(customer, message);
          })) {
    qRegisterMetaType<Received>();
    server_ = std::make_unique<SimServer>(
        [cloud = cloud_.get()](const SimRequest& request, const Respond& respond) {
            cloud->handle(request, respond);
        });
    server_->call([this] { cloud_->attach(server_->context(), server_->url()); });
}

WhatsAppSimulator::~WhatsAppSimulator() = default;

QUrl WhatsAppSimulator::baseUrl() const {
    return server_->url();
}

void WhatsAppSimulator::setHook(const QUrl& url) {
    server_->call([&] { cloud_->sender().setUrl(url); });
}

bool WhatsAppSimulator::handshake(const QByteArray& token, std::chrono::milliseconds limit) {
    auto answer = std::make_shared<std::promise<bool>>();
    std::future<bool> future = answer->get_future();
    server_->call([&] {
        cloud_->sender().handshake(token, [answer](bool right) { answer->set_value(right); });
    });
    return future.wait_for(limit) == std::future_status::ready && future.get();
}

QString WhatsAppSimulator::addCustomer(const WhatsAppCustomer& customer) {
    return server_->call([&] { return cloud_->people().add(customer); });
}

QString WhatsAppSimulator::writeText(const QString& customer, const QString& text,
                                     const QString& quoted) {
    QJsonObject content = textContent(text);
    if (!quoted.isEmpty()) {
        content.insert(u"context"_s,
                       QJsonObject{{u"from"_s, options_.displayNumber}, {u"id"_s, quoted}});
    }
    return sendOther(customer, content);
}

QString WhatsAppSimulator::writeAt(const QString& customer, const QString& text, Time date) {
    return server_->call([&] { return cloud_->write(customer, textContent(text), date); });
}

QString WhatsAppSimulator::askAbout(const QString& customer, const QString& text,
                                    const QString& sku) {
    QJsonObject content = textContent(text);
    content.insert(u"context"_s, QJsonObject{{u"referred_product"_s,
                                              QJsonObject{{u"catalog_id"_s, options_.catalogue},
                                                          {u"product_retailer_id"_s, sku}}}});
    return sendOther(customer, content);
}

QString WhatsAppSimulator::sendCart(const QString& customer, const std::vector<CartLine>& lines,
                                    const QString& note) {
    return server_->call([&] { return cloud_->sendCart(customer, lines, note); });
}

QString WhatsAppSimulator::sendImage(const QString& customer, const WhatsAppFile& file) {
    return server_->call([&] { return cloud_->writeMedia(customer, u"image"_s, file); });
}

QString WhatsAppSimulator::sendDocument(const QString& customer, const WhatsAppFile& file) {
    return server_->call([&] { return cloud_->writeMedia(customer, u"document"_s, file); });
}

QString WhatsAppSimulator::sendVoice(const QString& customer, const WhatsAppFile& file) {
    return server_->call([&] {
        return cloud_->writeMedia(customer, u"audio"_s, file, {{u"voice"_s, true}});
    });
}

QString WhatsAppSimulator::sendLocation(const QString& customer, double latitude, double longitude,
                                        const QString& name, const QString& address) {
    QJsonObject place{{u"latitude"_s, latitude}, {u"longitude"_s, longitude}};
    if (!name.isEmpty()) {
        place.insert(u"name"_s, name);
    }
    if (!address.isEmpty()) {
        place.insert(u"address"_s, address);
    }
    return sendOther(customer, {{u"type"_s, u"location"_s}, {u"location"_s, place}});
}

QString WhatsAppSimulator::sendContact(const QString& customer, const QString& name,
                                       const QString& phone) {
    QString waId = phone;
    waId.remove(u'+').remove(u' ');
    const QJsonObject person{
        {u"name"_s, QJsonObject{{u"formatted_name"_s, name}, {u"first_name"_s, name}}},
        {u"phones"_s,
         QJsonArray{QJsonObject{{u"phone"_s, phone}, {u"wa_id"_s, waId}, {u"type"_s, u"CELL"_s}}}}};
    return sendOther(customer, {{u"type"_s, u"contacts"_s}, {u"contacts"_s, QJsonArray{person}}});
}

QString WhatsAppSimulator::press(const QString& customer, const QString& message,
                                 const QString& buttonId, const QString& title) {
    return sendOther(
        customer,
        {{u"type"_s, u"interactive"_s},
         {u"context"_s, QJsonObject{{u"from"_s, options_.displayNumber}, {u"id"_s, message}}},
         {u"interactive"_s, QJsonObject{{u"type"_s, u"button_reply"_s},
                                        {u"button_reply"_s,
                                         QJsonObject{{u"id"_s, buttonId}, {u"title"_s, title}}}}}});
}

QString WhatsAppSimulator::shareNumber(const QString& customer) {
    return server_->call([&] { return cloud_->shareNumber(customer); });
}

QString WhatsAppSimulator::react(const QString& customer, const QString& message,
                                 const QString& emoji) {
    QJsonObject reaction{{u"message_id"_s, message}};
    if (!emoji.isEmpty()) { // taken back: the key is missing
        reaction.insert(u"emoji"_s, emoji);
    }
    return sendOther(customer, {{u"type"_s, u"reaction"_s}, {u"reaction"_s, reaction}});
}

QString WhatsAppSimulator::edit(const QString& customer, const QString& message,
                                const QString& text) {
    return sendOther(customer, {{u"type"_s, u"edit"_s},
                                {u"edit"_s, QJsonObject{{u"original_message_id"_s, message},
                                                        {u"message"_s, textContent(text)}}}});
}

QString WhatsAppSimulator::revoke(const QString& customer, const QString& message) {
    return sendOther(customer, {{u"type"_s, u"revoke"_s},
                                {u"revoke"_s, QJsonObject{{u"original_message_id"_s, message}}}});
}

QString WhatsAppSimulator::sendUnsupported(const QString& customer, const QString& type) {
    const QString title = u"Message type unknown"_s;
    const QJsonObject error{
        {u"code"_s, 131051},
        {u"title"_s, title},
        {u"message"_s, title},
        {u"error_data"_s,
         QJsonObject{{u"details"_s, u"Message type is currently not supported."_s}}}};
    return sendOther(customer, {{u"type"_s, u"unsupported"_s},
                                {u"unsupported"_s, QJsonObject{{u"type"_s, type}}},
                                {u"errors"_s, QJsonArray{error}}});
}

QString WhatsAppSimulator::sendOther(const QString& customer, const QJsonObject& content) {
    return server_->call([&] { return cloud_->write(customer, content); });
}

QString WhatsAppSimulator::writeFromPhone(const QString& customer, const QString& text) {
    return server_->call([&] { return cloud_->writeFromPhone(customer, text); });
}

void WhatsAppSimulator::setReceipts(const QString& customer, bool on) {
    server_->call([&] {
        if (Shopper* shopper = cloud_->people().find(customer)) {
            shopper->who.receipts = on;
        }
    });
}

void WhatsAppSimulator::setReachable(const QString& customer, bool on) {
    server_->call([&] {
        if (Shopper* shopper = cloud_->people().find(customer)) {
            shopper->reachable = on;
        }
    });
}

void WhatsAppSimulator::flood(const QString& customer, int count, std::chrono::seconds age) {
    server_->call([&] { cloud_->flood(customer, count, age); });
}

void WhatsAppSimulator::beginBatch() {
    server_->call([&] { cloud_->beginBatch(); });
}

void WhatsAppSimulator::endBatch() {
    server_->call([&] { cloud_->endBatch(); });
}

void WhatsAppSimulator::pushChange(const QString& field, const QJsonObject& value) {
    server_->call([&] { cloud_->change(field, value, {}); });
}

void WhatsAppSimulator::pushBody(const QByteArray& body) {
    server_->call([&] { cloud_->sender().post(body, {}); });
}

std::vector<Received> WhatsAppSimulator::inbox(const QString& customer) const {
    return server_->call([&] {
        const Shopper* shopper = cloud_->people().find(customer);
        return shopper == nullptr ? std::vector<Received>() : shopper->inbox;
    });
}

int WhatsAppSimulator::timesReceived(const QString& text) const {
    return server_->call([&] {
        int times = 0;
        for (const auto& entry : cloud_->people().all()) {
            for (const Received& sent : entry.second.inbox) {
                times += sent.text == text ? 1 : 0;
            }
        }
        return times;
    });
}

int WhatsAppSimulator::sends() const {
    return server_->call([&] { return cloud_->sends(); });
}

int WhatsAppSimulator::reads() const {
    return server_->call([&] { return cloud_->reads(); });
}

bool WhatsAppSimulator::isAcknowledged(const QString& message) const {
    return server_->call([&] { return cloud_->sender().acknowledged().contains(message); });
}

std::vector<QString> WhatsAppSimulator::acknowledgedMessages() const {
    return server_->call([&] {
        const QSet<QString>& ids = cloud_->sender().acknowledged();
        return std::vector<QString>(ids.begin(), ids.end());
    });
}

int WhatsAppSimulator::unacknowledged() const {
    return server_->call([&] { return cloud_->sender().waiting(); });
}

int WhatsAppSimulator::posts() const {
    return server_->call([&] { return cloud_->sender().posts(); });
}

std::vector<int> WhatsAppSimulator::answers() const {
    return server_->call([&] { return cloud_->sender().answers(); });
}

void WhatsAppSimulator::setSilent(bool on) {
    server_->call([&] { cloud_->sender().setHeld(on); });
}

void WhatsAppSimulator::setDuplicating(bool on) {
    server_->call([&] { cloud_->sender().setDuplicating(on); });
}

void WhatsAppSimulator::setReordering(bool on) {
    server_->call([&] { cloud_->sender().setReordering(on); });
}

void WhatsAppSimulator::setDelay(std::chrono::milliseconds delay) {
    server_->call([&] { cloud_->sender().setDelay(delay); });
}

void WhatsAppSimulator::setSignature(Signature signature) {
    server_->call([&] { cloud_->sender().setSignature(signature); });
}

void WhatsAppSimulator::revokeToken() {
    server_->call([&] { cloud_->desk().setRevoked(460); });
}

void WhatsAppSimulator::restoreToken() {
    server_->call([&] { cloud_->desk().setRevoked(0); });
}

void WhatsAppSimulator::closeWindow(const QString& customer) {
    server_->call([&] {
        if (Shopper* shopper = cloud_->people().find(customer)) {
            shopper->lastWord = cloud_->clock().now() - std::chrono::hours(25);
        }
    });
}

void WhatsAppSimulator::setTemplates(const QJsonArray& templates) {
    server_->call([&] { cloud_->setTemplates(templates); });
}

void WhatsAppSimulator::setProofDemanded(bool on) {
    server_->call([&] { cloud_->desk().setProofDemanded(on); });
}

void WhatsAppSimulator::setWindowAsStatus(bool on) {
    server_->call([&] { cloud_->setWindowAsStatus(on); });
}

void WhatsAppSimulator::failNext(int code, int times) {
    server_->call([&] { cloud_->failNext(code, times); });
}

void WhatsAppSimulator::failNextAsStatus(int code, int times) {
    server_->call([&] { cloud_->failNextAsStatus(code, times); });
}

} // namespace comanda::practice
