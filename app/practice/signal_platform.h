#pragma once

#include "app/practice/signal_sim.h"
#include "app/practice/sim_platform.h"

#include <QThread>

namespace comanda::practice {

// Over TCP on loopback, which every system has.
class SignalPlatform final : public SimPlatform {
    Q_OBJECT
public:
    explicit SignalPlatform(const PlatformOptions& options);
    ~SignalPlatform() override;

    // Runs `work` with the simulator in its thread, and waits for it.
    template <typename Work>
    auto call(Work work) const {
        using Value = std::invoke_result_t<Work, SignalSimulator&>;
        if constexpr (std::is_void_v<Value>) {
            QMetaObject::invokeMethod(
                simulator_, [this, &work] { work(*simulator_); }, Qt::BlockingQueuedConnection);
        } else {
            std::optional<Value> value;
            QMetaObject::invokeMethod(
                simulator_, [this, &work, &value] { value.emplace(work(*simulator_)); },
                Qt::BlockingQueuedConnection);
            return std::move(*value);
        }
    }

    [[nodiscard]] Access access() const override;
    [[nodiscard]] bool isDrained() const override;
    QString addCustomer(const Person& person) override;
    QString writeText(const QString& customer, const QString& text) override;
    QString writeAt(const QString& customer, const QString& text, Time date) override;
    QString sendPicture(const QString& customer, const QByteArray& png,
                        const QString& caption) override;
    bool edit(const QString& customer, const QString& message, const QString& text) override;
    bool unsend(const QString& customer, const QString& message) override;
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const override;
    [[nodiscard]] int timesReceived(const QString& text) const override;

    void setFault(const FaultPlan& plan) override;
    void setSilent(bool on) override;
    void setDuplicating(bool on) override;
    void setReordering(bool on) override;
    void setRevoked(bool on) override;

private:
    QThread thread_;
    SignalSimulator* simulator_ = nullptr; // lives in thread_, deleted there
    QMap<QString, SignalCustomer> customers_;
    QString number_, address_;
    QString attachments_;
    int files_ = 0;
};

} // namespace comanda::practice
