// The way in: from a connector's thread straight to the store's, and the answer straight back.
#pragma once

#include "core/connect/connector.h"
#include "core/hub/roster.h"
#include "core/store/store.h"

#include <QObject>

namespace comanda::hub {

class Intake final : public QObject {
    Q_OBJECT
public:
    Intake(store::Store& store, const Roster& roster, QObject* parent = nullptr);

    // Any thread; `stored` is called in `context`'s, after COMMIT. Fails with Conflict "lease.lost"
    // while we do not hold the lease.
    void take(ChannelId channel, const Delivery& delivery, const Events& events,
              const std::optional<QString>& cursor, QObject* context, connect::Stored stored);
    // Journals what nobody can read or owns, marked unread: kept, counted, shown by doctor.
    void quarantine(ChannelId channel, const Delivery& delivery, QObject* context,
                    connect::Stored stored);

    // A journaled delivery whose bytes were read anew. NotFound "store.no_delivery": somebody
    // dismissed it meanwhile.
    void takeAgain(const store::DeliveryRow& delivery, const Events& events, QObject* context,
                   connect::Stored stored);

Q_SIGNALS: // from whichever thread took it in
    void messageRang(comanda::ConversationId conversation);
    void orderCame(comanda::OrderId order);
    void leaseLost();
    void selfTestCame(const QString& name);

private:
    [[nodiscard]] store::EventShares share(ChannelId channel, const Events& events) const;
    void tell(const std::vector<store::Intake>& done);

    store::Store& store_;
    const Roster& roster_;
};

// The source of a delivery whose route was nobody's says so, and which it was.
[[nodiscard]] QString withRoute(const QString& source, const QString& route);
[[nodiscard]] QString routeIn(const QString& source); // empty: none
// And of one that was set aside because its connector failed on it: with which error.
[[nodiscard]] QString withFault(const QString& source, const QString& id);
// Its connector fell over it or the store gave no better reason: it may have been the machine's
// fault, which is over by now.
[[nodiscard]] bool mayBeOver(const QString& source);
// The store answered, about this delivery: it may be at fault itself. Anything else (busy, full,
// lost, the lease) is over later, whatever the delivery.
[[nodiscard]] bool mayBeDeliverysFault(const Error& error);

} // namespace comanda::hub
