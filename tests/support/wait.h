// Waiting for a condition, never for the clock.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QThread>

#include <chrono>

namespace comanda::test {

// Runs the event loop until `done()` or until `limit` has passed; returns done().
template <typename Condition>
[[nodiscard]] bool waitUntil(Condition done,
                             std::chrono::milliseconds limit = std::chrono::seconds(30)) {
    const QDeadlineTimer deadline(limit);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (!done()) {
            QThread::usleep(500); // lets the other threads run on a small machine
        }
    }
    return done();
}

} // namespace comanda::test
