#pragma once

#include "app/practice/http_platform.h"
#include "app/practice/telegram_simulator.h"

namespace comanda::practice {

class TelegramPlatform final : public HttpPlatform<TelegramSimulator> {
    Q_OBJECT
public:
    explicit TelegramPlatform(const PlatformOptions& options);

    [[nodiscard]] Access access() const override;
    [[nodiscard]] bool isDrained() const override;
    QString addCustomer(const Person& person) override;
    QString writeText(const QString& customer, const QString& text) override;
    QString writeAt(const QString& customer, const QString& text, Time date) override;
    QString sendPicture(const QString& customer, const QByteArray& png,
                        const QString& caption) override;
    QString sendPlace(const QString& customer, double latitude, double longitude) override;
    bool edit(const QString& customer, const QString& message, const QString& text) override;
    void flood(const QString& customer, int count, std::chrono::seconds age) override;
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const override;
    [[nodiscard]] int timesReceived(const QString& text) const override {
        return simulator_.timesReceived(text);
    }
};

} // namespace comanda::practice
