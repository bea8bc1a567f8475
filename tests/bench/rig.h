// A whole hub on SQLite with our own receiver, beside the simulated platforms, for measurements.
#pragma once

#include "app/practice/sim_platform.h"
#include "core/hub/config.h"
#include "core/hub/hub.h"
#include "core/hub/secrets.h"
#include "core/store/store.h"

#include <QTemporaryDir>

namespace comanda::bench {

class Rig final : public QObject {
public:
    // WhatsApp is among them.
    explicit Rig(const std::vector<Platform>& platforms);
    ~Rig() override;

    [[nodiscard]] store::Store& store() { return *store_; }
    [[nodiscard]] hub::Desk& desk() { return hub_->desk(); }
    [[nodiscard]] QUrl hook() const; // WhatsApp's
    [[nodiscard]] QByteArray appSecret() const;
    [[nodiscard]] QByteArray phoneNumberId() const;
    [[nodiscard]] practice::SimPlatform& platform(Platform platform);

    // Runs the event loop until it is so; ends the program with words when it never is.
    static void until(const char* what, const std::function<bool()>& condition);

private:
    void connectAll();

    QTemporaryDir dir_;
    SystemClock clock_;
    std::map<Platform, std::unique_ptr<practice::SimPlatform>> platforms_;
    std::map<Platform, ChannelId> channels_;
    hub::Config config_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<hub::Secrets> secrets_;
    std::unique_ptr<hub::Hub> hub_;
};

} // namespace comanda::bench
