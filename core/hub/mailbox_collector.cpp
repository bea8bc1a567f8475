#include "core/hub/mailbox_collector.h"

#include "core/base/log.h"
#include "core/hub/routes.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

#include <QRandomGenerator>

#include <algorithm>

namespace comanda::hub {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

const QString kCursorName = u"mailbox"_s; // "<journal> <cursor>"
constexpr Millis kFirstWait = 1s, kLongestWait = 60s;
constexpr Millis kLongestLaneWait = 30s;
constexpr std::chrono::seconds kLongPoll = 25s;

// The connector itself cannot take this one: not the store, not a restart in progress. That no
// answer came says nothing of the item: it comes after COMMIT, however long that takes.
bool isItemsFault(const Error& error) {
    return error.id == u"channel.crashed" || error.id == u"channel.hung"
           || error.kind == ErrorKind::Malformed || error.id == u"channel.not_pushed";
}

} // namespace

MailboxCollector::MailboxCollector(const Parts& parts, MailboxClient& client,
                                   security::KeyPair keys, QObject* parent)
    : QObject(parent), parts_(parts), client_(client), keys_(std::move(keys)) {
    pollTimer_.setSingleShot(true);
    connect(&pollTimer_, &QTimer::timeout, this, [this] {
        acknowledge(); // one that failed is told again
        poll();
    });
}

void MailboxCollector::start() {
    active_ = true;
    readCursor();
}

void MailboxCollector::stop() {
    active_ = false;
    pollTimer_.stop();
    client_.cancel();
    askedAfter_.reset();
    forget();
}

// Whatever is under way goes on, and nobody hears how it ends.
void MailboxCollector::forget() {
    ++generation_;
    acknowledging_ = false;
    lanes_.clear();
    seen_.clear();
}

void MailboxCollector::readCursor() {
    parts_.store.read<std::optional<QString>>(
        this, [](store::Reader& reader) { return reader.cursor(kCursorName); },
        [this](const Result<std::optional<QString>>& cursor) {
            if (!active_) {
                return;
            }
            if (!cursor) { // without one it would start over: harmless, but slow
                QTimer::singleShot(kFirstWait, this, &MailboxCollector::readCursor);
                return;
            }
            const QStringList words = cursor->value_or(QString()).split(u' ');
            if (words.size() == 2) {
                journal_ = words.at(0);
                readTo_ = acknowledged_ = words.at(1).toLongLong();
            }
            poll();
        });
}

void MailboxCollector::poll() {
    const qint64 after = fetchAfter();
    if (!active_ || (askedAfter_ && *askedAfter_ <= after)) {
        return;
    }
    askedAfter_ = after; // instead of a poll that waits for something newer
    client_.deliveries(after, kLongPoll, [this](const auto& page) { polled(page); });
}

// What was left at the mailbox comes first, once there is room.
qint64 MailboxCollector::fetchAfter() const {
    qint64 after = readTo_;
    for (const auto& [channel, lane] : lanes_) {
        if (lane.wantsMore()) {
            after = std::min(after, *lane.left.begin() - 1);
        }
    }
    return after;
}

bool MailboxCollector::isAnyHungry() const {
    return std::any_of(lanes_.begin(), lanes_.end(),
                       [](const auto& entry) { return entry.second.wantsMore(); });
}

void MailboxCollector::again(Millis wait) {
    if (active_) {
        pollTimer_.start(wait);
    }
}

void MailboxCollector::polled(const tl::expected<MailboxPage, MailboxFailure>& page) {
    askedAfter_.reset();
    if (!page) {
        const Millis longest = std::min(kLongestWait, kFirstWait * (1 << std::min(failures_, 6)));
        ++failures_;
        Q_EMIT failed(page.error());
        const double share = 0.5 + QRandomGenerator::global()->generateDouble() / 2;
        again(Millis(static_cast<qint64>(static_cast<double>(longest.count()) * share)));
        return;
    }
    failures_ = 0;
    if (!page->journal.isEmpty() && page->journal != journal_) {
        const bool anew = !journal_.isEmpty();
        journal_ = page->journal;
        if (anew) { // another mailbox stands there now: its ids start again
            qCWarning(lcHub) << "the mailbox was made anew";
            readTo_ = acknowledged_ = 0;
            forget();
            again(Millis(0));
            return;
        }
    }
    take(*page);
}

void MailboxCollector::take(const MailboxPage& page) {
    knowKey(page);
    bool news = false;
    for (const MailboxItem& sealed : page.items) {
        const auto known = seen_.find(sealed.id);
        if (known != seen_.end() && known->second != Where::Mailbox) {
            continue; // fetched a second time on the way to what was left
        }
        auto item = open(sealed);
        const auto channel = item ? channelFor(sealed.route, *item) : std::nullopt;
        if (!channel) {
            again(kLongestWait);
            return; // everything from here on stays at the mailbox
        }
        news = put(*channel, std::move(*item)) || news;
    }
    readTo_ = std::max(readTo_, page.cursor);
    tell(page.trouble);
    if (news || !isAnyHungry()) {
        poll();
    } else {
        again(parts_.laneWait); // the mailbox has no more what was left there
    }
}

// nullopt: nobody is there to keep it under.
std::optional<ChannelId> MailboxCollector::channelFor(const QString& route, Item& item) const {
    if (const auto channel = readerOf(parts_.roster, route, item.delivery.body)) {
        return channel->id;
    }
    const auto channels = parts_.roster.channels();
    if (channels.empty()) {
        return std::nullopt;
    }
    item.readable = false;
    item.delivery.source = withRoute(item.delivery.source, route);
    return channels.front().id;
}

// Into the lane of its channel; left at the mailbox if that is full, and behind what was left, so
// that none overtakes. True: the mailbox may have more like it.
bool MailboxCollector::put(ChannelId channel, Item item) {
    const qint64 id = item.id;
    readTo_ = std::max(readTo_, id);
    for (auto& [of, other] : lanes_) {
        other.left.erase(id); // its route may have been another's
    }
    Lane& lane = lanes_[channel];
    const bool isNext = lane.left.empty() || id < *lane.left.begin();
    if (!isNext || lane.waiting.size() >= kLaneMax) {
        lane.left.insert(id);
        return seen_.emplace(id, Where::Mailbox).second;
    }
    seen_.insert_or_assign(id, Where::Lane);
    lane.waiting.push_back(std::move(item));
    go(channel);
    return true;
}

// A mailbox that hands out and takes nothing in is no healthy one.
void MailboxCollector::tell(const QString& trouble) {
    if (trouble.isEmpty()) {
        Q_EMIT worked();
    } else {
        const bool full = trouble == u"mailbox.full"_s;
        Q_EMIT failed({FailureClass::Http5xx, full ? trouble : u"mailbox.cannot_write"_s, trouble});
    }
}

// One item that opens proves the key: the others, however old, were sealed to another one.
void MailboxCollector::knowKey(const MailboxPage& page) {
    openedOne_ =
        openedOne_ || std::any_of(page.items.begin(), page.items.end(), [this](const auto& item) {
            return security::openWith(keys_, item.sealed, QByteArray::number(item.id)).has_value();
        });
}

// nullopt: nothing at all can be opened, so the key is wrong and the mailbox must keep everything.
// A single item that does not open is kept as it is, in quarantine.
std::optional<MailboxCollector::Item> MailboxCollector::open(const MailboxItem& sealed) {
    Item item;
    item.id = sealed.id;
    item.delivery.source = u"mailbox:"_s + QString::number(sealed.id);
    item.delivery.receivedAt = sealed.receivedAt;
    auto body = security::openWith(keys_, sealed.sealed, QByteArray::number(sealed.id));
    if (body) {
        item.delivery.body = std::move(*body);
        return item;
    }
    if (!openedOne_) {
        Q_EMIT failed({FailureClass::Auth, u"mailbox.cannot_open"_s, body.error().id});
        return std::nullopt;
    }
    item.readable = false;
    item.delivery.source += u" cannot be opened"_s;
    item.delivery.body = sealed.sealed;
    return item;
}

void MailboxCollector::go(ChannelId channel) {
    Lane& lane = lanes_[channel];
    if (!active_ || lane.busy || lane.waiting.empty()) {
        return;
    }
    lane.busy = true;
    Item item = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    Delivery delivery = item.delivery;
    const auto config = parts_.roster.channel(channel); // switched off or removed meanwhile?
    const bool readable = item.readable && item.fault.isEmpty() && config && config->enabled;
    if (!item.fault.isEmpty()) {
        delivery.source = withFault(delivery.source, item.fault);
    }
    auto answer = [this, channel, generation = generation_,
                   item = std::move(item)](const Result<>& stored) {
        if (generation == generation_) {
            delivered(channel, item, stored);
        }
    };
    if (readable) {
        parts_.supervisor.deliver(channel, delivery, this, std::move(answer));
    } else {
        parts_.intake.quarantine(channel, delivery, this, std::move(answer));
    }
}

void MailboxCollector::delivered(ChannelId channel, Item item, const Result<>& stored) {
    Lane& lane = lanes_[channel];
    lane.busy = false;
    if (stored) {
        done(item.id);
        go(channel);
        if (lane.wantsMore() && failures_ == 0) {
            poll();
        }
        return;
    }
    const Millis wait = blame(item, stored.error());
    lane.waiting.push_front(std::move(item));
    QTimer::singleShot(wait, this, [this, channel] { go(channel); });
}

// Sets the item aside once it is clear that it cannot be taken in. How long to wait before the next
// try: longer each time for what nobody knows the cause of.
Millis MailboxCollector::blame(Item& item, const Error& error) const {
    if (item.doubts >= kDeliveryDoubtsMax && !item.fault.isEmpty()) {
        item.fault.clear(); // it cannot be set aside either: it was the store, not the item
        return parts_.laneWait;
    }
    Millis wait = parts_.laneWait;
    if (isItemsFault(error)) {
        if (++item.tries >= kDeliveryTriesMax) {
            item.fault = error.id;
        }
    } else if (item.readable && mayBeDeliverysFault(error)) {
        wait = std::min(kLongestLaneWait, wait * (1 << std::min(item.doubts, 5)));
        if (++item.doubts >= kDeliveryDoubtsMax) {
            item.fault = error.id;
        }
    }
    if (!item.fault.isEmpty()) {
        qCWarning(lcHub) << "a delivery cannot be taken in and is set aside:"
                         << item.delivery.source << item.fault << error.detail;
    }
    return wait;
}

void MailboxCollector::done(qint64 id) {
    seen_[id] = Where::Store;
    acknowledge();
}

void MailboxCollector::acknowledge() {
    qint64 through = 0;
    for (const auto& [id, where] : seen_) {
        if (where != Where::Store) {
            break;
        }
        through = id;
    }
    if (!active_ || acknowledging_ || through <= acknowledged_) {
        return;
    }
    acknowledging_ = true;
    client_.acknowledge(through, [this, through, generation = generation_](const auto& told) {
        if (generation != generation_) {
            return;
        }
        acknowledging_ = false;
        if (!told) {
            Q_EMIT failed(told.error());
            if (!pollTimer_.isActive()) {
                again(kFirstWait);
            }
            return;
        }
        acknowledged_ = through;
        seen_.erase(seen_.begin(), seen_.upper_bound(through));
        saveCursor(through);
        acknowledge(); // what came meanwhile
        if (failures_ > 0) {
            poll(); // it is there again
        }
    });
}

void MailboxCollector::saveCursor(qint64 through) {
    parts_.store.write<Done>(
        this,
        [value = journal_ + u' ' + QString::number(through),
         fence = parts_.roster.fence()](store::Writer& writer) -> Result<> {
            if (auto ours = writer.requireFence(fence); !ours) {
                return ours;
            }
            return writer.setCursor(kCursorName, value);
        },
        [](const Result<>& written) {
            if (!written) { // at worst some items come twice and are known
                qCWarning(lcHub) << "the mailbox cursor was not saved:" << written.error().id;
            }
        });
}

} // namespace comanda::hub
