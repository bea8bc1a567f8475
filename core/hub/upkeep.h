// Work that can wait until nothing else happens: the full-text index in small transactions, and
// deliveries that were applied long ago.
#pragma once

#include "core/base/clock.h"
#include "core/hub/roster.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

namespace comanda::hub {

class Upkeep final : public QObject {
    Q_OBJECT
public:
    Upkeep(store::Store& store, const Roster& roster, const Clock& clock,
           QObject* parent = nullptr);

    void start();
    void stop();

private:
    void wordsCame();
    void index();
    void prune();

    store::Store& store_;
    const Roster& roster_;
    const Clock& clock_;
    QTimer indexTimer_, pruneTimer_;
    Monotonic waitingSince_{}; // the oldest words that wait while the timer runs
    bool indexing_ = false;
    bool cameMeanwhile_ = false;
    bool active_ = false;
};

} // namespace comanda::hub
