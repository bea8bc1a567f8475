// Reads again what could not be read when it came: after an upgrade, whose readers may know more,
// when the shop's accounts are others, of which one may own it, or one is switched on again; and
// at every start what was set aside because a connector fell over it. Not what one hung on, which
// would hold up each start.
#pragma once

#include "core/hub/intake.h"
#include "core/hub/roster.h"
#include "core/store/store.h"

#include <QObject>

#include <deque>

namespace comanda::hub {

class Rereader final : public QObject {
    Q_OBJECT
public:
    Rereader(store::Store& store, Intake& intake, const Roster& roster, QObject* parent = nullptr);

    // As holder of the lease, as often as anything may have changed: what was tried in vain by this
    // version for these accounts is not tried again.
    void look();
    void stop();

private:
    [[nodiscard]] QString present() const;
    [[nodiscard]] std::optional<ChannelConfig> ownerOf(const store::DeliveryRow& row) const;
    void begin(bool onlyPassing);
    void fetch();
    void next();
    void finish();
    void giveUp(const Error& error);

    store::Store& store_;
    Intake& intake_;
    const Roster& roster_;
    QString trying_; // for what the deliveries are read again; empty: at rest
    DeliveryId after_;
    std::deque<store::DeliveryRow> rows_;
    bool onlyPassing_ = false; // of the rows
    bool started_ = false;     // and looked at those since
    bool active_ = false;
};

} // namespace comanda::hub
