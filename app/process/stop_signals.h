// SIGTERM and SIGINT as an ordinary call on the event loop. One instance a program.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace comanda {

class StopSignals final : public QObject {
    Q_OBJECT
public:
    explicit StopSignals(QObject* parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopAsked();

private:
    std::unique_ptr<QSocketNotifier> notifier_;
};

} // namespace comanda
