// A comanda-server hub that is killed again and again while simulated customers write; where
// WhatsApp comes through a mailbox, that program is killed as well.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"
#include "core/net/http_client.h"
#include "tests/faults/kill_account.h"
#include "tests/faults/kill_setup.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <random>

namespace comanda::test {

class KillRun final : public QObject {
    Q_OBJECT
public:
    KillRun(Way way, quint32 seed);
    ~KillRun() override;

    // Kills at `kills` random moments under load, then lets everything settle. False: a program did
    // not come back, or it did not settle; `trouble()` says how.
    [[nodiscard]] bool run(int kills);
    [[nodiscard]] Result<KillAccount> account() const; // after run()
    [[nodiscard]] QString trouble() const { return trouble_; }
    [[nodiscard]] int hubKills() const { return hubKills_; }
    [[nodiscard]] int mailboxKills() const { return mailboxKills_; }

private:
    [[nodiscard]] bool startHub();
    [[nodiscard]] bool startMailbox();
    [[nodiscard]] bool start(QProcess& program, const QString& folder, const QString& command,
                             const QByteArray& ready);
    static void kill(QProcess& program);
    [[nodiscard]] bool killOne();
    void load();
    [[nodiscard]] bool settled();
    void askMailbox();

    const Way way_;
    std::mt19937 random_;
    QTemporaryDir hubDir_, mailboxDir_;
    practice::TelegramSimulator telegram_;
    practice::WhatsAppSimulator whatsapp_;
    KillSetup setup_;
    QProcess hub_, mailbox_;
    net::HttpClient http_;
    std::vector<qint64> telegramCustomers_;
    std::vector<QString> whatsappCustomers_;
    QSet<QString> carts_; // external ids
    int written_ = 0;
    int hubKills_ = 0, mailboxKills_ = 0;
    bool asking_ = false;    // the mailbox, how much waits in it
    bool collected_ = false; // nothing did, after the last webhook was acknowledged
    QString trouble_;
};

} // namespace comanda::test
