// A whole hub on SQLite with our own receiver, beside the simulated platforms, for measurements.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"
#include "core/hub/config.h"
#include "core/hub/hub.h"
#include "core/hub/secrets.h"
#include "core/store/store.h"

#include <QTemporaryDir>

namespace comanda::bench {

class Rig final : public QObject {
public:
    Rig();
    ~Rig() override;

    [[nodiscard]] store::Store& store() { return *store_; }
    [[nodiscard]] hub::Desk& desk() { return hub_->desk(); }
    [[nodiscard]] QUrl hook() const;
    [[nodiscard]] QByteArray appSecret() const;
    [[nodiscard]] QByteArray phoneNumberId() const;
    [[nodiscard]] practice::TelegramSimulator& telegram() { return telegram_; }
    [[nodiscard]] practice::WhatsAppSimulator& whatsapp() { return whatsapp_; }

    // Runs the event loop until it is so; ends the program with words when it never is.
    static void until(const char* what, const std::function<bool()>& condition);

private:
    void addChannels();

    QTemporaryDir dir_;
    SystemClock clock_;
    practice::TelegramSimulator telegram_;
    practice::WhatsAppSimulator whatsapp_;
    hub::Config config_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<hub::Secrets> secrets_;
    std::unique_ptr<hub::Hub> hub_;
    ChannelId whatsappChannel_;
};

} // namespace comanda::bench
