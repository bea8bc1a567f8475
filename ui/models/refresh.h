// Folds many reasons to read again into one reading: at most one waits and one runs.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace comanda::ui {

class Refresh final : public QObject {
    Q_OBJECT
public:
    // `read` starts a reading; finished() must follow it, whatever came of it.
    Refresh(std::function<void()> read, QObject* parent);

    void request(); // a frame later, or after the reading that runs
    void finished();
    [[nodiscard]] bool isIdle() const { return !running_ && !timer_.isActive(); }

private:
    std::function<void()> read_;
    QTimer timer_;
    bool running_ = false, again_ = false;
};

} // namespace comanda::ui
