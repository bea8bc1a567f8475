#include "app/server/hub_command.h"

#include "app/process/stop_signals.h"
#include "core/hub/hub.h"
#include "core/hub/places.h"
#include "core/hub/recovery_code_file.h"
#include "core/hub/secrets.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace comanda::server {

using namespace Qt::StringLiterals;

namespace {

Secret fromEnvironment(const char* name) {
    return Secret(qgetenv(name));
}

// The whole run: opens the secrets, starts the hub, ends the program when either cannot.
class HubRun final : public QObject {
public:
    HubRun(store::Store& store, const hub::Config& config, const Clock& clock,
           const QString& dataDir)
        : store_(store),
          config_(config),
          clock_(clock),
          secrets_(store, dataDir),
          codeFile_(dataDir) {}

    void start() {
        connect(&signals_, &StopSignals::stopAsked, this, &HubRun::stop);
        secrets_.open([this](const Result<hub::Secrets::Opened>& opened) { onOpened(opened); });
    }

private:
    void onOpened(const Result<hub::Secrets::Opened>& opened);
    void onReady(const Result<hub::Secrets::Opened>& opened);
    void startHub();
    void stop();

    store::Store& store_;
    const hub::Config& config_;
    const Clock& clock_;
    hub::Secrets secrets_;
    hub::RecoveryCodeFile codeFile_;
    StopSignals signals_;
    std::unique_ptr<hub::Hub> hub_;
};

void HubRun::onOpened(const Result<hub::Secrets::Opened>& opened) {
    const auto ready = [this](const Result<hub::Secrets::Opened>& result) { onReady(result); };
    const Secret passphrase = fromEnvironment("COMANDA_PASSPHRASE");
    const Secret recoveryCode = fromEnvironment("COMANDA_RECOVERY_CODE");
    if (opened) {
        onReady(opened);
    } else if (opened.error().id == "secrets.no_key"_L1) {
        // A machine without a person starts by itself only with a key file.
        secrets_.create(passphrase.isEmpty() ? hub::KeyPlace::KeyFile : hub::KeyPlace::Passphrase,
                        passphrase, ready,
                        [this](const Secret& code) { return codeFile_.keep(code); });
    } else if (opened.error().id == "secrets.passphrase_needed"_L1 && !passphrase.isEmpty()) {
        secrets_.openWithPassphrase(passphrase, ready);
    } else if (!recoveryCode.isEmpty()) {
        secrets_.openWithRecoveryCode(recoveryCode, ready);
    } else {
        onReady(opened);
    }
}

void HubRun::onReady(const Result<hub::Secrets::Opened>& opened) {
    if (!opened) {
        codeFile_.remove();
        QCoreApplication::exit(failed(opened.error()));
        return;
    }
    if (!codeFile_.path().isEmpty()) {
        note(u"the recovery code is in %1: print it, keep it elsewhere, delete the file"_s.arg(
            codeFile_.path()));
    }
    startHub();
}

void HubRun::startHub() {
    hub_ = std::make_unique<hub::Hub>(store_, secrets_, clock_, config_,
                                      hub::HubOptions{QSysInfo::machineHostName(), true});
    connect(hub_.get(), &hub::Hub::started, this, [] { printLine(u"the hub runs"_s); });
    connect(hub_.get(), &hub::Hub::failed, this,
            [](const Error& error) { QCoreApplication::exit(failed(error)); });
    connect(hub_.get(), &hub::Hub::stopped, this, [] { QCoreApplication::exit(kDone); });
    hub_->start();
}

void HubRun::stop() {
    if (hub_) {
        hub_->stop();
    } else {
        QCoreApplication::exit(kDone);
    }
}

} // namespace

int runHub(const Invocation& invocation) {
    const Result<hub::Config> config = hub::configFor(invocation.dataDir, invocation.configFile);
    if (!config) {
        return failed(config.error());
    }
    const SystemClock clock;
    const auto store =
        store::Store::open(hub::storeFor(*config, invocation.dataDir), store::Access::Write, clock);
    if (!store) {
        return failed(store.error());
    }
    HubRun run(**store, *config, clock, invocation.dataDir);
    run.start();
    return QCoreApplication::exec();
}

} // namespace comanda::server
