// The platforms that push: WhatsApp, Messenger, Instagram and the comments on a Facebook page.
#pragma once

#include "app/practice/http_platform.h"
#include "app/practice/messaging_simulator.h"
#include "app/practice/page_sim.h"
#include "app/practice/whatsapp_simulator.h"

namespace comanda::practice {

class WhatsAppPlatform final : public HttpPlatform<WhatsAppSimulator> {
    Q_OBJECT
public:
    explicit WhatsAppPlatform(const PlatformOptions& options);

    [[nodiscard]] Access access() const override;
    void setHook(const QUrl& url) override { simulator_.setHook(url); }
    [[nodiscard]] bool isDrained() const override { return simulator_.unacknowledged() == 0; }
    QString addCustomer(const Person& person) override;
    QString writeText(const QString& customer, const QString& text) override;
    QString writeAt(const QString& customer, const QString& text, Time date) override;
    QString sendPicture(const QString& customer, const QByteArray& png,
                        const QString& caption) override;
    QString sendPlace(const QString& customer, double latitude, double longitude) override;
    bool sendCart(const QString& customer, const Basket& basket, const QString& note) override;
    bool edit(const QString& customer, const QString& message, const QString& text) override;
    bool unsend(const QString& customer, const QString& message) override;
    void flood(const QString& customer, int count, std::chrono::seconds age) override;
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const override;
    [[nodiscard]] int timesReceived(const QString& text) const override {
        return simulator_.timesReceived(text);
    }

private:
    qint64 lastNumber_ = 573'000'000'000;
};

class MessagingPlatform final : public HttpPlatform<MessagingSimulator> {
    Q_OBJECT
public:
    MessagingPlatform(Platform platform, const PlatformOptions& options);

    [[nodiscard]] Access access() const override;
    void setHook(const QUrl& url) override { simulator_.setHook(url); }
    [[nodiscard]] bool isDrained() const override { return simulator_.unacknowledged() == 0; }
    QString addCustomer(const Person& person) override;
    QString writeText(const QString& customer, const QString& text) override;
    QString writeAt(const QString& customer, const QString& text, Time date) override;
    QString sendPicture(const QString& customer, const QByteArray& png,
                        const QString& caption) override;
    bool sendCart(const QString& customer, const Basket& basket, const QString& note) override;
    QString callAttention(const QString& customer, const QString& text) override;
    bool edit(const QString& customer, const QString& message, const QString& text) override;
    bool unsend(const QString& customer, const QString& message) override;
    void flood(const QString& customer, int count, std::chrono::seconds age) override;
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const override;
    [[nodiscard]] int timesReceived(const QString& text) const override {
        return simulator_.timesReceived(text);
    }

private:
    quint32 stories_ = 0;
};

// People comment under the newest post, and go on where they began.
class PagePlatform final : public HttpPlatform<PageSimulator> {
    Q_OBJECT
public:
    explicit PagePlatform(const PlatformOptions& options);

    [[nodiscard]] Access access() const override;
    void setHook(const QUrl& url) override { simulator_.setHook(url); }
    [[nodiscard]] bool isDrained() const override { return simulator_.unacknowledged() == 0; }
    QString addCustomer(const Person& person) override;
    QString writeText(const QString& customer, const QString& text) override;
    QString writeAt(const QString& customer, const QString& text, Time date) override;
    QString sendPicture(const QString& customer, const QByteArray& png,
                        const QString& caption) override;
    bool edit(const QString& customer, const QString& message, const QString& text) override;
    bool unsend(const QString& customer, const QString& message) override;
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const override;
    [[nodiscard]] int timesReceived(const QString& text) const override {
        return simulator_.timesSaid(text);
    }

private:
    QString post_;
    QMap<QString, QString> threads_; // the first comment of each
};

} // namespace comanda::practice
