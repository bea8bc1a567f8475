#include "tests/faults/kill_run.h"

#include "core/store/reader.h"
#include "core/store/store.h"
#include "tests/support/wait.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kRoute = "Zm9yIHRoZSBraWxsIHRlc3Q";

practice::TelegramOptions telegramOptions() {
    practice::TelegramOptions options;
    options.second =
        std::chrono::milliseconds(50); // penalties of polls that do not advance, sooner over
    return options;
}

practice::WhatsAppOptions whatsappOptions() {
    practice::WhatsAppOptions options;
    options.second = std::chrono::milliseconds(50);
    options.products = {{u"TACO"_s, u"Taco al pastor"_s, u"5000"_s, u"COP"_s}};
    return options;
}

quint16 freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void writeSecret(const QString& path, const QByteArray& value) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(value);
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

KillRun::KillRun(quint32 seed)
    : random_(seed), telegram_(telegramOptions()), whatsapp_(whatsappOptions()), port_(freePort()) {
    for (int i = 0; i < 4; ++i) {
        telegramCustomers_.push_back(
            telegram_.addCustomer({0, u"Ana %1"_s.arg(i), {}, {}, u"es"_s}));
        telegram_.start(telegramCustomers_.back());
        practice::WhatsAppCustomer customer;
        customer.waId = u"15557770%1"_s.arg(100 + i);
        customer.name = u"Beto %1"_s.arg(i);
        whatsappCustomers_.push_back(whatsapp_.addCustomer(customer));
    }
    writeConfig();
    whatsapp_.setHook(
        QUrl(u"http://127.0.0.1:%1/hooks/%2"_s.arg(port_).arg(QLatin1StringView(kRoute))));
}

KillRun::~KillRun() {
    killHub();
}

void KillRun::writeConfig() {
    const auto& access = whatsapp_.options();
    const auto secret = [this](const QString& name, const QByteArray& value) {
        writeSecret(dir_.filePath(name), value);
        return QJsonObject{{u"file"_s, dir_.filePath(name)}};
    };
    const QJsonObject telegram{{u"platform"_s, u"telegram"_s},
                               {u"account"_s, QString::number(telegram_.botId())},
                               {u"name"_s, u"Telegram"_s},
                               {u"api_base_url"_s, telegram_.baseUrl().toString()},
                               {u"token"_s, secret(u"token"_s, telegram_.token())}};
    const QJsonObject whatsapp{{u"platform"_s, u"whatsapp"_s},
                               {u"account"_s, access.phoneNumberId},
                               {u"name"_s, u"WhatsApp"_s},
                               {u"api_base_url"_s, whatsapp_.baseUrl().toString()},
                               {u"phone_number_id"_s, access.phoneNumberId},
                               {u"route"_s, QString::fromLatin1(kRoute)},
                               {u"access_token"_s, secret(u"access"_s, access.accessToken)},
                               {u"app_secret"_s, secret(u"secret"_s, access.appSecret)},
                               {u"verify_token"_s, secret(u"verify"_s, access.verifyToken)}};
    const QJsonObject config{
        {u"schema"_s, u"comanda-config/1"_s},
        {u"shop"_s, QJsonObject{{u"name"_s, u"Test"_s}, {u"currency"_s, u"COP"_s}}},
        {u"receiver"_s, QJsonObject{{u"port"_s, port_}}},
        {u"channels"_s, QJsonArray{telegram, whatsapp}}};
    QFile file(dir_.filePath(u"config.json"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(config).toJson());
    }
}

bool KillRun::startHub() {
    hub_.setProcessChannelMode(QProcess::SeparateChannels);
    hub_.start(QStringLiteral(COMANDA_SERVER), {u"--data"_s, dir_.path(), u"hub"_s});
    QByteArray out;
    const bool runs = waitUntil(
        [&] {
            out += hub_.readAllStandardOutput();
            load();
            return out.contains("the hub runs") || hub_.state() == QProcess::NotRunning;
        },
        std::chrono::seconds(60));
    if (!runs || !out.contains("the hub runs")) {
        trouble_ = u"the hub did not come back: "_s
                   + QString::fromUtf8(hub_.readAllStandardError()).right(400);
        return false;
    }
    return true;
}

void KillRun::killHub() {
    if (hub_.state() != QProcess::NotRunning) {
        hub_.kill();
        hub_.waitForFinished(10'000);
    }
}

// A customer writes; every fifth one sends a cart.
void KillRun::load() {
    if (written_ >= 40 * (kills_ + 1)) {
        return; // no further ahead than the hub can follow between two kills
    }
    ++written_;
    const auto pick = static_cast<std::size_t>(random_() % 4);
    if (random_() % 2 == 0) {
        telegram_.writeText(telegramCustomers_[pick], u"t%1"_s.arg(written_));
    } else if (random_() % 5 == 0) {
        carts_.insert(whatsapp_.sendCart(whatsappCustomers_[pick],
                                         {{u"TACO"_s, 1 + written_ % 3, {}, {}}},
                                         u"c%1"_s.arg(written_)));
    } else {
        whatsapp_.writeText(whatsappCustomers_[pick], u"w%1"_s.arg(written_));
    }
}

bool KillRun::run(int kills) {
    for (; kills_ < kills; ++kills_) {
        if (!startHub()) {
            return false;
        }
        const auto lives = std::chrono::milliseconds(random_() % 400);
        const QDeadlineTimer end(lives);
        if (!waitUntil([&] {
                load();
                return end.hasExpired();
            })) {
            trouble_ = u"the load did not go on"_s;
            return false;
        }
        killHub();
    }
    if (!startHub()) {
        return false;
    }
    if (!waitUntil([this] { return settled(); }, std::chrono::seconds(120))) {
        trouble_ = u"not settled: %1 updates pending, %2 webhooks unacknowledged"_s
                       .arg(telegram_.pendingUpdates())
                       .arg(whatsapp_.unacknowledged());
        return false;
    }
    killHub();
    return true;
}

bool KillRun::settled() const {
    return telegram_.pendingUpdates() == 0 && whatsapp_.unacknowledged() == 0;
}

KillAccount KillRun::account() {
    KillAccount account;
    account.kills = kills_;
    QMap<QString, int> stored; // external id -> times, per platform prefix
    int ordersSeen = 0;
    QSet<QString> ordered;
    static const SystemClock clock;
    store::StoreConfig config;
    config.path = dir_.filePath(u"comanda.db"_s);
    config.dataDir = dir_.path();
    const auto store = store::Store::open(config, store::Access::ReadOnly, clock);
    if (!store) {
        trouble_ = store.error().id + store.error().detail;
        account.lost = -1;
        return account;
    }
    const auto read = (*store)->readNow([&](store::Reader& reader) -> Result<> {
        const auto conversations = reader.conversations({});
        if (!conversations) {
            return fail(conversations.error());
        }
        for (const Conversation& conversation : *conversations) {
            const auto messages = reader.messages(conversation.id, 100'000);
            const auto orders = reader.ordersOf(conversation.id, 100'000);
            if (!messages || !orders) {
                return fail(messages ? orders.error() : messages.error());
            }
            for (const Message& message : *messages) {
                ++stored[conversation.key + u'/' + message.externalId];
                if (message.order) {
                    ordered.insert(message.externalId);
                }
            }
            for (const Order& order : *orders) {
                ++ordersSeen;
                const auto events = reader.orderEvents(order.id);
                if (!events || events->empty() || order.lines.empty() || order.sources.empty()
                    || order.number == 0) {
                    ++account.halfOrders;
                }
            }
        }
        return Done{};
    });
    if (!read) {
        trouble_ = read.error().id + read.error().detail;
        account.lost = -1;
        return account;
    }
    QSet<QString> ids;
    for (auto it = stored.begin(); it != stored.end(); ++it) {
        ids.insert(it.key().section(u'/', 1));
        account.doubled += it.value() > 1 ? 1 : 0;
    }
    for (const qint64 message : telegram_.confirmedMessages()) {
        ++account.acknowledged;
        account.lost += ids.contains(QString::number(message)) ? 0 : 1;
    }
    for (const QString& message : whatsapp_.acknowledgedMessages()) {
        ++account.acknowledged;
        account.lost += ids.contains(message) ? 0 : 1;
        if (carts_.contains(message)) {
            ++account.ordersAsked;
            account.ordersMissing += ordered.contains(message) ? 0 : 1;
        }
    }
    account.doubled += std::max(0, ordersSeen - static_cast<int>(ordered.size()));
    return account;
}

} // namespace comanda::test
