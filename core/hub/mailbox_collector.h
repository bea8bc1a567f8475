// Collects from a remote mailbox: opens what is sealed to us, brings each item to the channel of
// its route, and acknowledges in order what the store has.
//
// Each channel has a lane of its own, so that one that is stuck delays no other; the mailbox is
// told only as far as everything before is stored.
#pragma once

#include "core/base/clock.h"
#include "core/connect/supervisor.h"
#include "core/hub/intake.h"
#include "core/hub/mailbox_client.h"
#include "core/hub/roster.h"
#include "core/security/sealing.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>

namespace comanda::hub {

constexpr std::size_t kLaneMax = 128; // items of a channel in memory; the mailbox keeps the rest
constexpr int kDeliveryTriesMax = 3;  // of an item that its connector throws on or never answers

class MailboxCollector final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        store::Store& store;
        connect::Supervisor& supervisor;
        Intake& intake;
        const Roster& roster;
    };

    MailboxCollector(const Parts& parts, MailboxClient& client, security::KeyPair keys,
                     QObject* parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    void worked();
    void failed(const comanda::hub::MailboxFailure& failure);

private:
    struct Item {
        qint64 id = 0;
        Delivery delivery;
        bool readable = true; // else it is kept in quarantine
        int tries = 0;
    };
    struct Lane {
        std::deque<Item> waiting;
        bool busy = false;
    };

    void readCursor();
    void poll();
    void polled(const tl::expected<MailboxPage, MailboxFailure>& page);
    void take(const MailboxPage& page);
    void tell(const QString& trouble);
    void knowKey(const MailboxPage& page);
    [[nodiscard]] std::optional<Item> open(const MailboxItem& sealed);
    void go(ChannelId channel);
    void delivered(ChannelId channel, Item item, const Result<>& stored);
    void done(qint64 id);
    void acknowledge();
    void rewind();
    void saveCursor(qint64 through);
    void again(Millis wait);

    const Parts parts_;
    MailboxClient& client_;
    const security::KeyPair keys_;
    QTimer pollTimer_;
    QString journal_;
    qint64 readTo_ = 0;                   // what was fetched
    qint64 acknowledged_ = 0;             // what the mailbox was told
    std::map<qint64, bool> held_;         // seen and not acknowledged; true: the store has it
    std::map<qint64, ChannelId> skipped_; // of those, left at the mailbox: their lane was full
    std::map<ChannelId, Lane> lanes_;
    int failures_ = 0;
    bool openedOne_ = false;
    bool polling_ = false, acknowledging_ = false, active_ = false;
};

} // namespace comanda::hub
