#include "tests/faults/kill_run.h"

#include "tests/support/wait.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCustomers = 4;
constexpr int kAhead = 40; // messages for each kill: no further than a hub can follow between two

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

// Below those that the system gives out by itself: while the program is away, a caller could get
// the very port as its own and reach itself.
quint16 freePort(std::mt19937& random) {
    QTcpServer server;
    for (int i = 0; i < 1000; ++i) {
        const auto port = static_cast<quint16>(20'000 + random() % 12'000);
        if (server.listen(QHostAddress::LocalHost, port)) {
            return port;
        }
    }
    return 0;
}

} // namespace

KillRun::KillRun(Way way, quint32 seed)
    : way_(way), random_(seed), telegram_(telegramOptions()), whatsapp_(whatsappOptions()) {
    for (int i = 0; i < kCustomers; ++i) {
        telegramCustomers_.push_back(
            telegram_.addCustomer({0, u"Ana %1"_s.arg(i), {}, {}, u"es"_s}));
        telegram_.start(telegramCustomers_.back());
        practice::WhatsAppCustomer customer;
        customer.waId = u"15557770%1"_s.arg(100 + i);
        customer.name = u"Beto %1"_s.arg(i);
        whatsappCustomers_.push_back(whatsapp_.addCustomer(customer));
    }
    setup_ = {hubDir_.path(), mailboxDir_.path(), freePort(random_), "the hub's token"};
    if (!writeSettings(way_, setup_, telegram_, whatsapp_)) {
        trouble_ = u"the settings could not be written"_s;
    }
    whatsapp_.setHook(setup_.hook());
}

KillRun::~KillRun() {
    kill(hub_);
    kill(mailbox_);
}

bool KillRun::start(QProcess& program, const QString& folder, const QString& command,
                    const QByteArray& ready) {
    program.start(QStringLiteral(COMANDA_SERVER), {u"--data"_s, folder, command});
    QByteArray out;
    const bool ended = waitUntil(
        [&] {
            out += program.readAllStandardOutput();
            load();
            return out.contains(ready) || program.state() == QProcess::NotRunning;
        },
        std::chrono::seconds(60));
    if (!ended || !out.contains(ready)) {
        const QString why =
            program.error() == QProcess::UnknownError ? QString() : program.errorString();
        trouble_ = u"the %1 did not come back: %2 %3"_s.arg(
            command, why, QString::fromUtf8(program.readAllStandardError()).right(400));
        return false;
    }
    return true;
}

bool KillRun::startHub() {
    return start(hub_, hubDir_.path(), u"hub"_s, "the hub runs");
}

bool KillRun::startMailbox() {
    return way_ != Way::Mailbox || start(mailbox_, mailboxDir_.path(), u"mailbox"_s, " port ");
}

void KillRun::kill(QProcess& program) {
    if (program.state() != QProcess::NotRunning) {
        program.kill();
        program.waitForFinished(10'000);
    }
}

// A customer writes; every fifth one sends a cart.
void KillRun::load() {
    if (written_ >= kAhead * (hubKills_ + mailboxKills_ + 1)) {
        return;
    }
    ++written_;
    const auto pick = static_cast<std::size_t>(random_() % kCustomers);
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

// One of the programs, and starts it again.
bool KillRun::killOne() {
    if (way_ == Way::Mailbox && random_() % 2 == 0) {
        kill(mailbox_);
        ++mailboxKills_;
        return startMailbox();
    }
    kill(hub_);
    ++hubKills_;
    return startHub();
}

bool KillRun::run(int kills) {
    if (!trouble_.isEmpty() || !startMailbox() || !startHub()) {
        return false;
    }
    // A hub asks a mailbox that was away again after half a second to a second.
    const unsigned longest = way_ == Way::Mailbox ? 1500 : 400;
    while (hubKills_ + mailboxKills_ < kills) {
        const QDeadlineTimer end(std::chrono::milliseconds(random_() % longest));
        if (!waitUntil([&] {
                load();
                return end.hasExpired();
            })) {
            trouble_ = u"the load did not go on"_s;
            return false;
        }
        if (!killOne()) {
            return false;
        }
    }
    if (!waitUntil([this] { return settled(); }, std::chrono::seconds(120))) {
        trouble_ = u"not settled: %1 updates pending, %2 webhooks unacknowledged; the hub: %3"_s
                       .arg(telegram_.pendingUpdates())
                       .arg(whatsapp_.unacknowledged())
                       .arg(QString::fromUtf8(hub_.readAllStandardError()).right(1000));
        return false;
    }
    kill(hub_);
    kill(mailbox_);
    return true;
}

bool KillRun::settled() {
    if (telegram_.pendingUpdates() != 0 || whatsapp_.unacknowledged() != 0) {
        return false;
    }
    if (way_ == Way::Mailbox && !collected_) {
        askMailbox();
    }
    return way_ != Way::Mailbox || collected_;
}

// Whether the hub has acknowledged everything that the mailbox has.
void KillRun::askMailbox() {
    if (asking_) {
        return;
    }
    asking_ = true;
    net::HttpRequest request;
    request.url = setup_.mailboxUrl().resolved(QUrl(u"/v1/status"_s));
    request.headers.emplace_back("Authorization", "Bearer " + setup_.hubToken);
    http_.send(request, this, [this](const net::HttpResult& answer) {
        asking_ = false;
        const QJsonObject queue =
            answer ? QJsonDocument::fromJson(answer->body).object().value(u"queue"_s).toObject()
                   : QJsonObject();
        collected_ = queue.value(u"length"_s).toInteger(-1) == 0;
    });
}

Result<KillAccount> KillRun::account() const {
    Acknowledged acknowledged;
    acknowledged.carts = carts_;
    acknowledged.messages = whatsapp_.acknowledgedMessages();
    for (const qint64 message : telegram_.confirmedMessages()) {
        acknowledged.messages.push_back(QString::number(message));
    }
    return drawUp(hubDir_.path(), acknowledged);
}

} // namespace comanda::test
