// The desktop program: opens store and keys, starts the hub, shows the window. Each part is told
// what it needs; nothing is fetched.
#pragma once

#include "app/desktop/options.h"
#include "app/desktop/practice.h"
#include "app/desktop/tour.h"
#include "app/process/stop_signals.h"
#include "core/hub/config.h"
#include "core/hub/hub.h"
#include "core/hub/secrets.h"
#include "core/store/store.h"
#include "ui/models/lights.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/unlock_page.h"
#include "ui/shell/main_window.h"
#include "ui/sound/sounds.h"
#include "ui/theme/theme.h"

#include <QTimer>

namespace comanda::desktop {

class Desktop final : public QObject {
    Q_OBJECT
public:
    Desktop(const Options& options, ui::Preferences preferences, ui::Theme& theme);
    ~Desktop() override;

    // Blocks while the store is opened. What keeps the shop closed is said to whoever started it.
    void start();

Q_SIGNALS:
    void finished(int exitStatus);

private:
    [[nodiscard]] Result<> open();
    void unlocked(const Result<hub::Secrets::Opened>& opened);
    void askForKeys(const Error& why);
    [[nodiscard]] ui::UnlockPage& unlockPage();
    void startHub();
    void showWindow();
    void cannotStart(const Error& why);
    void addPages();
    void applyPreferences(const ui::Preferences& preferences);
    void watchForPicture();
    void openForPicture();
    [[nodiscard]] bool pictureIsComplete() const;
    void reportStart();
    void takePicture();
    void quit(int exitStatus);

    Options options_;
    const QString preferencesDir_; // practice has a fresh data folder each time, and keeps these
    ui::Preferences preferences_;
    ui::Theme& theme_;
    SystemClock clock_;
    StopSignals signals_; // from the start: a logout may come while the store is being opened
    hub::Config config_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<hub::Secrets> secrets_;
    std::unique_ptr<hub::Hub> hub_;
    std::unique_ptr<Practice> practice_;
    std::unique_ptr<Tour> tour_;
    std::unique_ptr<ui::Sounds> sounds_;
    ui::Lights lights_;
    std::unique_ptr<ui::UnlockPage> unlock_;
    std::unique_ptr<ui::MainWindow> window_;
    ui::SettingsPage* settings_ = nullptr;
    int settingsIndex_ = -1;
    QTimer picture_;
    Monotonic pictureSince_{};
    std::optional<Monotonic> completeSince_;
    bool pictureOpened_ = false;
    bool refused_ = false;
    bool quitting_ = false;
};

} // namespace comanda::desktop
