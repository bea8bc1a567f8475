// A comanda-server hub that is killed again and again while simulated customers write, and the
// account that is drawn up afterwards: simulators on one side, the store on the other.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"

#include <QObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include <random>

namespace comanda::test {

struct KillAccount {
    int kills = 0;
    int acknowledged = 0;  // messages that a platform was told we have
    int lost = 0;          // of those, not in the store
    int doubled = 0;       // in the store more than once
    int ordersAsked = 0;   // carts that were acknowledged
    int ordersMissing = 0; // of those, without an order
    int halfOrders = 0;    // orders without lines, events or source
};

class KillRun final : public QObject {
    Q_OBJECT
public:
    explicit KillRun(quint32 seed);
    ~KillRun() override;

    // Kills at `kills` random moments under load, then lets everything settle. False: the hub did
    // not come back, or it did not settle; `trouble()` says how.
    [[nodiscard]] bool run(int kills);
    [[nodiscard]] KillAccount account();
    [[nodiscard]] QString trouble() const { return trouble_; }

private:
    void writeConfig();
    [[nodiscard]] bool startHub();
    void killHub();
    void load();
    [[nodiscard]] bool settled() const;

    std::mt19937 random_;
    QTemporaryDir dir_;
    practice::TelegramSimulator telegram_;
    practice::WhatsAppSimulator whatsapp_;
    QProcess hub_;
    std::vector<qint64> telegramCustomers_;
    std::vector<QString> whatsappCustomers_;
    QSet<QString> carts_; // external ids
    quint16 port_ = 0;
    int written_ = 0;
    int kills_ = 0;
    QString trouble_;
};

} // namespace comanda::test
