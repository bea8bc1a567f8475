// Takes the hub lease and keeps it. Whoever holds it runs the channels; who cannot renew it stops
// sending well before another may take it.
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace comanda::hub {

constexpr Millis kLeaseLasts{15'000};
constexpr Millis kLeaseRenewed{3'000};
constexpr Millis kLeaseTrusted{8'000}; // by our own monotonic clock, from the last renewal

class LeaseKeeper final : public QObject {
    Q_OBJECT
public:
    LeaseKeeper(store::Store& store, const Clock& clock, QString holder, QObject* parent = nullptr);

    void start(); // takes it as soon as it is free; held() or refused() follows
    void release(std::function<void()> done); // gives it back; `done` once, also when that fails

    [[nodiscard]] bool isHeld() const { return fence_.has_value(); }
    // Held, and renewed so lately that nobody else can have it.
    [[nodiscard]] bool mayAct() const;
    // Somebody saw that it is gone: asks at once.
    void doubt();

Q_SIGNALS:
    void held(qint64 fence);
    void lost();                         // after held()
    void refused(const QString& holder); // somebody else has it
    void unreachable(const comanda::Error& error);

private:
    void renew();
    void renewed(Monotonic asked, const Result<store::Lease>& lease);
    void lose();

    store::Store& store_;
    const Clock& clock_;
    const QString holder_;
    QTimer timer_;
    std::optional<qint64> fence_;
    Monotonic trustedSince_;
    bool asking_ = false;
    bool stopped_ = true;
};

} // namespace comanda::hub
