#include "app/practice/telegram_simulator.h"

#include "app/practice/telegram_bot.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

TelegramSimulator::TelegramSimulator(const TelegramOptions& options, QObject* parent)
    : QObject(parent),
      bot_(std::make_unique<TelegramBot>(options, [this](qint64 customer, const Received& message) {
          Q_EMIT received(customer, message);
      })) {
    qRegisterMetaType<Received>();
    server_ = std::make_unique<SimServer>(
        [bot = bot_.get()](const SimRequest& request, const Respond& respond) {
            bot->handle(request, respond);
        });
    server_->call([this] { bot_->attach(server_->context()); });
}

TelegramSimulator::~TelegramSimulator() = default;

QUrl TelegramSimulator::baseUrl() const {
    return server_->url();
}

QByteArray TelegramSimulator::token() const {
    return bot_->options().token;
}

qint64 TelegramSimulator::botId() const {
    return bot_->botId();
}

qint64 TelegramSimulator::addCustomer(const TelegramCustomer& customer) {
    return server_->call([&] { return bot_->addCustomer(customer); });
}

qint64 TelegramSimulator::start(qint64 customer, const QString& payload) {
    return writeText(customer, payload.isEmpty() ? u"/start"_s : u"/start "_s + payload);
}

qint64 TelegramSimulator::writeText(qint64 customer, const QString& text, qint64 replyTo) {
    QJsonObject content{{u"text"_s, text}};
    if (replyTo != 0) {
        content.insert(u"reply_to"_s, replyTo);
    }
    return sendOther(customer, content);
}

qint64 TelegramSimulator::writeAt(qint64 customer, const QString& text, Time date) {
    return server_->call([&] { return bot_->write(customer, {{u"text"_s, text}}, date); });
}

qint64 TelegramSimulator::sendPhoto(qint64 customer, const TelegramFile& file) {
    return server_->call([&] { return bot_->writeFile(customer, u"photo"_s, file); });
}

qint64 TelegramSimulator::sendDocument(qint64 customer, const TelegramFile& file) {
    return server_->call([&] { return bot_->writeFile(customer, u"document"_s, file); });
}

qint64 TelegramSimulator::sendVoice(qint64 customer, const TelegramFile& file) {
    return server_->call([&] { return bot_->writeFile(customer, u"voice"_s, file); });
}

qint64 TelegramSimulator::sendLocation(qint64 customer, double latitude, double longitude) {
    return sendOther(customer, {{u"location"_s, QJsonObject{{u"latitude"_s, latitude},
                                                            {u"longitude"_s, longitude}}}});
}

qint64 TelegramSimulator::sendVenue(qint64 customer, double latitude, double longitude,
                                    const QString& title, const QString& address) {
    const QJsonObject place{{u"latitude"_s, latitude}, {u"longitude"_s, longitude}};
    return sendOther(customer, {{u"location"_s, place},
                                {u"venue"_s, QJsonObject{{u"location"_s, place},
                                                         {u"title"_s, title},
                                                         {u"address"_s, address}}}});
}

qint64 TelegramSimulator::sendContact(qint64 customer, const QString& phone, const QString& name,
                                      bool own) {
    QJsonObject contact{{u"phone_number"_s, phone}, {u"first_name"_s, name}};
    if (own) {
        contact.insert(u"user_id"_s, customer);
    }
    return sendOther(customer, {{u"contact"_s, contact}});
}

qint64 TelegramSimulator::sendSticker(qint64 customer, const QString& emoji) {
    return sendOther(customer, {{u"sticker"_s, QJsonObject{{u"file_id"_s, u"CAACAgIAAxk"_s},
                                                           {u"file_unique_id"_s, u"AgADsticker"_s},
                                                           {u"type"_s, u"regular"_s},
                                                           {u"width"_s, 512},
                                                           {u"height"_s, 512},
                                                           {u"is_animated"_s, false},
                                                           {u"is_video"_s, false},
                                                           {u"emoji"_s, emoji}}}});
}

qint64 TelegramSimulator::sendOther(qint64 customer, const QJsonObject& content) {
    return server_->call([&] { return bot_->write(customer, content); });
}

void TelegramSimulator::editText(qint64 customer, qint64 message, const QString& text) {
    server_->call([&] { bot_->edit(customer, message, text); });
}

QString TelegramSimulator::press(qint64 customer, qint64 message, const QString& data) {
    return server_->call([&] { return bot_->press(customer, message, data); });
}

void TelegramSimulator::react(qint64 customer, qint64 message, const QString& emoji) {
    server_->call([&] { bot_->react(customer, message, emoji); });
}

void TelegramSimulator::block(qint64 customer) {
    server_->call([&] { bot_->setBlocked(customer, true); });
}

void TelegramSimulator::unblock(qint64 customer) {
    server_->call([&] { bot_->setBlocked(customer, false); });
}

void TelegramSimulator::deactivate(qint64 customer) {
    server_->call([&] {
        if (Chat* chat = bot_->chats().find(customer)) {
            chat->deactivated = true;
        }
    });
}

void TelegramSimulator::pushRaw(const QJsonObject& update) {
    const QStringList keys = update.keys();
    server_->call([&] {
        if (!keys.isEmpty()) {
            bot_->push(keys.first(), update.value(keys.first()).toObject(), bot_->clock().now());
        }
    });
}

void TelegramSimulator::flood(qint64 customer, int count, std::chrono::seconds age) {
    server_->call([&] {
        const Time now = bot_->clock().now();
        for (int i = 0; i < count; ++i) {
            const Time date = now - Millis(age) * (count - i) / std::max(count, 1);
            bot_->write(customer, {{u"text"_s, u"%1. mensaje atrasado"_s.arg(i + 1)}}, date);
        }
    });
}

QString TelegramSimulator::connectBusiness(qint64 owner, bool canReply) {
    return server_->call([&] { return bot_->connectBusiness(owner, canReply); });
}

void TelegramSimulator::changeBusiness(const QString& connection, bool enabled, bool canReply,
                                       bool quietly) {
    server_->call([&] {
        const auto found = bot_->chats().connections.find(connection);
        if (found != bot_->chats().connections.end()) {
            found->second.enabled = enabled;
            found->second.canReply = canReply;
            if (!quietly) {
                bot_->announceBusiness(found->second);
            }
        }
    });
}

void TelegramSimulator::forbidDeleting(const QString& connection) {
    server_->call([&] {
        const auto found = bot_->chats().connections.find(connection);
        if (found != bot_->chats().connections.end()) {
            found->second.canDelete = false;
            bot_->announceBusiness(found->second);
        }
    });
}

qint64 TelegramSimulator::writeBusiness(const QString& connection, qint64 customer,
                                        const QString& text) {
    return server_->call([&] { return bot_->writeBusiness(connection, customer, text); });
}

void TelegramSimulator::deleteBusiness(const QString& connection, qint64 customer, qint64 message) {
    server_->call([&] { bot_->deleteBusiness(connection, customer, message); });
}

std::vector<Received> TelegramSimulator::inbox(qint64 customer) const {
    return server_->call([&] {
        const Chat* chat = bot_->chats().find(customer);
        return chat == nullptr ? std::vector<Received>() : chat->inbox;
    });
}

int TelegramSimulator::timesReceived(const QString& text) const {
    return server_->call([&] {
        int times = 0;
        for (const auto& entry : bot_->chats().chats) {
            for (const Received& sent : entry.second.inbox) {
                times += sent.text == text ? 1 : 0;
            }
        }
        return times;
    });
}

int TelegramSimulator::sends() const {
    return server_->call([&] { return bot_->chats().sends; });
}

int TelegramSimulator::calls(const QString& method) const {
    return server_->call([&] { return bot_->calls(method); });
}

int TelegramSimulator::pendingUpdates() const {
    return server_->call([&] { return bot_->queue().size(); });
}

bool TelegramSimulator::isConfirmed(qint64 message) const {
    return server_->call([&] { return bot_->queue().isConfirmed(message); });
}

std::vector<qint64> TelegramSimulator::confirmedMessages() const {
    return server_->call([&] { return bot_->queue().confirmed(); });
}

int TelegramSimulator::lastPollSeconds() const {
    return server_->call([&] { return bot_->lastPollSeconds(); });
}

QJsonArray TelegramSimulator::allowedUpdates() const {
    return server_->call([&] { return bot_->queue().allowed(); });
}

QStringList TelegramSimulator::answeredCallbacks() const {
    return server_->call([&] { return bot_->sending().answeredQueries(); });
}

bool TelegramSimulator::isPolling() const {
    return server_->call([&] { return bot_->isPolling(); });
}

void TelegramSimulator::setSilent(bool on) {
    server_->call([&] { bot_->setSilent(on); });
}

void TelegramSimulator::setDuplicating(bool on) {
    server_->call([&] { bot_->queue().setDuplicating(on); });
}

void TelegramSimulator::setReordering(bool on) {
    server_->call([&] { bot_->queue().setReordering(on); });
}

void TelegramSimulator::revokeToken() {
    server_->call([&] { bot_->setRevoked(true); });
}

void TelegramSimulator::restoreToken() {
    server_->call([&] { bot_->setRevoked(false); });
}

void TelegramSimulator::throttle(qint64 customer, int seconds, int times) {
    server_->call([&] {
        for (auto& entry : bot_->chats().chats) {
            if (customer == 0 || entry.first == customer) {
                entry.second.throttleSeconds = seconds;
                entry.second.throttleTimes = times;
            }
        }
    });
}

void TelegramSimulator::reseedIds(bool lower) {
    server_->call([&] { bot_->queue().reseed(lower); });
}

void TelegramSimulator::setHook(const QString& url) {
    server_->call([&] { bot_->setHook(url); });
}

} // namespace comanda::practice
