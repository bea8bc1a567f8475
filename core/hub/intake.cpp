#include "core/hub/intake.h"

#include "core/hub/self_test.h"
#include "core/store/writer.h"

#include <algorithm>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

// Stands in for an event of an account that is nobody's: without a key it cannot be applied, so
// the delivery stays in the journal, marked and counted.
Event unowned(const Event& event) {
    return ignored(event.account, u"account.unknown "_s + event.account);
}

const QString kRouteMark = u" route "_s;

using Taken = std::vector<store::Intake>;

// What `channel` delivered, each part to the channel that it is for. The cursor is `channel`'s own:
// in another one's row it would say that that one has seen what it has not. Where nothing is its
// own it stays.
Result<Taken> takeShares(store::Writer& writer, ChannelId channel, const Delivery& delivery,
                         const store::EventShares& shares, const std::optional<QString>& cursor,
                         const Shop& shop) {
    Taken taken;
    for (const auto& [to, part] : shares) {
        auto one = writer.intake(to, delivery, part, to == channel ? cursor : std::nullopt, shop);
        if (!one) {
            return fail(one.error());
        }
        taken.push_back(std::move(*one));
    }
    return taken;
}

} // namespace

QString withRoute(const QString& source, const QString& route) {
    return source + kRouteMark + route;
}

QString routeIn(const QString& source) {
    const qsizetype at = source.indexOf(kRouteMark);
    return at < 0 ? QString() : source.sliced(at + kRouteMark.size());
}

QString withFault(const QString& source, const QString& id) {
    return source + u' ' + id;
}

bool mayBeOver(const QString& source) {
    return source.endsWith(u" channel.crashed") || source.endsWith(u" store.statement");
}

bool mayBeDeliverysFault(const Error& error) {
    return error.id == u"store.statement" || error.kind == ErrorKind::Malformed
           || error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound
           || (error.kind == ErrorKind::Conflict && error.id != u"lease.lost");
}

Intake::Intake(store::Store& store, const Roster& roster, QObject* parent)
    : QObject(parent), store_(store), roster_(roster) {}

// One webhook may carry events of several accounts: each goes to the channel that owns it.
store::EventShares Intake::share(ChannelId channel, const Events& events) const {
    store::EventShares shares{{channel, {}}};
    for (const Event& event : events) {
        const auto owner = roster_.ownerOf(event, channel);
        const ChannelId to = owner.value_or(channel);
        auto found = std::find_if(shares.begin(), shares.end(),
                                  [&](const auto& one) { return one.first == to; });
        if (found == shares.end()) {
            shares.emplace_back(to, Events());
            found = std::prev(shares.end());
        }
        found->second.push_back(owner ? event : unowned(event));
    }
    if (shares.front().second.empty() && shares.size() > 1) {
        shares.erase(shares.begin()); // all of it belongs to others
    }
    return shares;
}

void Intake::take(ChannelId channel, const Delivery& delivery, const Events& events,
                  const std::optional<QString>& cursor, QObject* context, connect::Stored stored) {
    store_.write<Taken>(
        context,
        [=, fence = roster_.fence(), shares = share(channel, events),
         shop = roster_.shop()](store::Writer& writer) -> Result<Taken> {
            const auto ours = writer.requireFence(fence);
            return ours ? takeShares(writer, channel, delivery, shares, cursor, *shop)
                        : fail(ours.error());
        },
        [this, test = events.empty() ? QString() : selfTestOf(events.front()),
         stored = std::move(stored)](const Result<Taken>& done) {
            if (done) {
                tell(*done);
                if (!test.isEmpty()) {
                    Q_EMIT selfTestCame(test);
                }
                stored(Done{});
                return;
            }
            if (done.error().id == u"lease.lost") {
                Q_EMIT leaseLost();
            }
            stored(fail(done.error()));
        });
}

void Intake::quarantine(ChannelId channel, const Delivery& delivery, QObject* context,
                        connect::Stored stored) {
    store_.write<Done>(
        context,
        [=, fence = roster_.fence(), shop = roster_.shop()](store::Writer& writer) -> Result<> {
            if (auto ours = writer.requireFence(fence); !ours) {
                return ours;
            }
            const auto taken = writer.intake(channel, delivery, {}, std::nullopt, *shop);
            return taken ? Result<>(Done{}) : Result<>(fail(taken.error()));
        },
        std::move(stored));
}

void Intake::takeAgain(const store::DeliveryRow& delivery, const Events& events, QObject* context,
                       connect::Stored stored) {
    store_.write<store::Intake>(
        context,
        [=, fence = roster_.fence(), shares = share(delivery.channel, events),
         shop = roster_.shop()](store::Writer& writer) -> Result<store::Intake> {
            if (const auto ours = writer.requireFence(fence); !ours) {
                return fail(ours.error());
            }
            return writer.readAgain(delivery, shares, *shop);
        },
        [this, stored = std::move(stored)](const Result<store::Intake>& done) {
            if (done) {
                tell({*done});
            }
            stored(done ? Result<>(Done{}) : fail(done.error()));
        });
}

void Intake::tell(const std::vector<store::Intake>& done) {
    for (const store::Intake& one : done) {
        for (const ConversationId conversation : one.rang) {
            Q_EMIT messageRang(conversation);
        }
        for (const OrderId order : one.newOrders) {
            Q_EMIT orderCame(order);
        }
    }
}

} // namespace comanda::hub
