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
#include <set>

namespace comanda::hub {

constexpr std::size_t kLaneMax = 128;  // items of a channel in memory; the mailbox keeps the rest
constexpr int kDeliveryTriesMax = 3;   // of an item that its connector throws or hangs on
constexpr int kDeliveryDoubtsMax = 20; // of an item that the store refuses, which may be the store

class MailboxCollector final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        store::Store& store;
        connect::Supervisor& supervisor;
        Intake& intake;
        const Roster& roster;
        Millis laneWait{1'000}; // before an item is tried again, at first
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
        QString fault;        // for which it is set aside
        int tries = 0, doubts = 0;
    };
    struct Lane {
        std::deque<Item> waiting;
        std::set<qint64> left; // seen, and left at the mailbox for want of room here
        bool busy = false;

        [[nodiscard]] bool wantsMore() const {
            return !left.empty() && waiting.size() < kLaneMax / 2;
        }
    };
    enum class Where { Mailbox, Lane, Store };

    void readCursor();
    void poll();
    void polled(const tl::expected<MailboxPage, MailboxFailure>& page);
    void take(const MailboxPage& page);
    [[nodiscard]] std::optional<ChannelId> channelFor(const QString& route, Item& item) const;
    bool put(ChannelId channel, Item item);
    void tell(const QString& trouble);
    void knowKey(const MailboxPage& page);
    [[nodiscard]] std::optional<Item> open(const MailboxItem& sealed);
    void go(ChannelId channel);
    void delivered(ChannelId channel, Item item, const Result<>& stored);
    [[nodiscard]] Millis blame(Item& item, const Error& error) const;
    void done(qint64 id);
    void acknowledge();
    [[nodiscard]] qint64 fetchAfter() const;
    [[nodiscard]] bool isAnyHungry() const;
    void forget();
    void saveCursor(qint64 through);
    void again(Millis wait);

    const Parts parts_;
    MailboxClient& client_;
    const security::KeyPair keys_;
    QTimer pollTimer_;
    QString journal_;
    int generation_ = 0;           // of the journal: an answer about an older one says nothing
    qint64 readTo_ = 0;            // what was seen
    qint64 acknowledged_ = 0;      // what the mailbox was told
    std::map<qint64, Where> seen_; // and not acknowledged
    std::map<ChannelId, Lane> lanes_;
    int failures_ = 0;
    bool openedOne_ = false;
    std::optional<qint64> askedAfter_; // while a poll is under way
    bool acknowledging_ = false, active_ = false;
};

} // namespace comanda::hub
