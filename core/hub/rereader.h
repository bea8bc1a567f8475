// Reads again what could not be read when it came: after an upgrade, whose readers may know more,
// when the shop's accounts are others, of which one may own it, or one is switched on again; and
// at every start, and every few minutes, what was set aside for a reason that may have passed: a
// connector fell over it, or the store refused it without a better word. Not what one hung on,
// which would hold up the others each time.
#pragma once

#include "core/hub/intake.h"
#include "core/hub/roster.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace comanda::hub {

class Rereader final : public QObject {
    Q_OBJECT
public:
    static constexpr Millis kPassingEvery = std::chrono::minutes(5);

    Rereader(store::Store& store, Intake& intake, const Roster& roster,
             Millis passingEvery = kPassingEvery, QObject* parent = nullptr);

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
    void tried();
    void giveUp(const Error& error);

    store::Store& store_;
    Intake& intake_;
    const Roster& roster_;
    QTimer passing_; // until those that may have passed are tried again
    QString trying_; // for what the deliveries are read again; empty: at rest
    DeliveryId after_;
    std::deque<store::DeliveryRow> rows_;
    bool onlyPassing_ = false; // of the rows
    bool passingTried_ = false;
    bool active_ = false;
};

} // namespace comanda::hub
