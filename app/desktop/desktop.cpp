#include "app/desktop/desktop.h"

#include "app/desktop/preferences_file.h"
#include "app/practice/panel.h"
#include "app/text/words.h"
#include "core/hub/desk.h"
#include "core/hub/places.h"
#include "core/hub/recovery_code_file.h"
#include "core/store/reader.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <cstdio>

namespace comanda::desktop {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kPictureEvery = std::chrono::milliseconds(100);
constexpr auto kReportEvery = std::chrono::milliseconds(1);
constexpr auto kPicturePatience = std::chrono::seconds(120);
constexpr auto kPictureSettles = std::chrono::milliseconds(600); // thumbnails, fonts, last reads
constexpr double kPictureSpeed = 6.0;

// Whose account this is; a session without the usual variables still has a home.
QString personHere() {
    for (const char* name : {"USER", "USERNAME", "LOGNAME"}) {
        if (QString user = qEnvironmentVariable(name); !user.isEmpty()) {
            return user;
        }
    }
    const QString home = QDir::home().dirName();
    return home.isEmpty() ? QSysInfo::machineHostName() : home;
}

} // namespace

Desktop::Desktop(const Options& options, ui::Preferences preferences, ui::Theme& theme)
    : options_(options),
      preferencesDir_(options.dataDir),
      preferences_(std::move(preferences)),
      theme_(theme) {
    // As closing the window does: what is being sent ends first, and nothing is left unsure.
    connect(&signals_, &StopSignals::stopAsked, this, [this] { quit(0); });
}

Desktop::~Desktop() = default;

Result<> Desktop::open() {
    if (options_.practice) {
        const auto dir = freshPracticeDir(options_.dataDir);
        if (!dir) {
            return fail(dir.error());
        }
        options_.dataDir = *dir;
        config_.shop =
            practiceShop(options_.language.isEmpty() ? QLocale().name().left(2) : options_.language)
                .toJson();
        config_.receiver = hub::OwnReceiver{};
    } else {
        auto config = hub::configFor(options_.dataDir, options_.configFile);
        if (!config) {
            return fail(config.error());
        }
        config_ = std::move(*config);
    }
    auto store =
        store::Store::open(hub::storeFor(config_, options_.dataDir), store::Access::Write, clock_);
    if (!store) {
        return fail(store.error());
    }
    store_ = std::move(*store);
    secrets_ = std::make_unique<hub::Secrets>(*store_, options_.dataDir);
    return Done{};
}

void Desktop::start() {
    if (const auto opened = open(); !opened) {
        cannotStart(opened.error());
        return;
    }
    secrets_->open([this](const Result<hub::Secrets::Opened>& opened) { unlocked(opened); });
}

void Desktop::unlocked(const Result<hub::Secrets::Opened>& opened) {
    if (hub_ || refused_) {
        return; // asked twice, answered twice
    }
    if (!opened) {
        askForKeys(opened.error());
        return;
    }
    if (opened->newRecoveryCode && !options_.practice && !options_.unattended()) {
        unlockPage().showRecoveryCode(*opened->newRecoveryCode);
        unlock_->show();
        return;
    }
    startHub();
}

ui::UnlockPage& Desktop::unlockPage() {
    if (unlock_) {
        return *unlock_;
    }
    const auto again = [this](const Result<hub::Secrets::Opened>& opened) { unlocked(opened); };
    unlock_ = std::make_unique<ui::UnlockPage>(theme_);
    connect(unlock_.get(), &ui::UnlockPage::recoveryCodeNoted, this, &Desktop::startHub);
    connect(unlock_.get(), &ui::UnlockPage::placeChosen, this,
            [this, again](hub::KeyPlace place, const Secret& phrase) {
                secrets_->create(place, phrase, again);
            });
    connect(unlock_.get(), &ui::UnlockPage::passphraseGiven, this,
            [this, again](const Secret& phrase) { secrets_->openWithPassphrase(phrase, again); });
    connect(unlock_.get(), &ui::UnlockPage::recoveryCodeGiven, this,
            [this, again](const Secret& code) { secrets_->openWithRecoveryCode(code, again); });
    connect(unlock_.get(), &ui::UnlockPage::closed, this, [this] {
        if (refused_ || !hub_) { // nobody wants to open the shop: the store must not stay held
            quit(0);
        }
    });
    return *unlock_;
}

void Desktop::askForKeys(const Error& why) {
    if (why.id == "secrets.no_key"_L1) {
        // The made up keys of a made up shop, or nobody there to ask; else the keychain, which
        // asks further when there is none.
        const bool quiet = options_.practice || options_.unattended();
        hub::Secrets::KeepCode keep;
        if (options_.unattended() && !options_.practice) {
            keep = [this](const Secret& code) {
                return hub::RecoveryCodeFile(options_.dataDir).keep(code);
            };
        }
        secrets_->create(
            quiet ? hub::KeyPlace::KeyFile : hub::KeyPlace::Keychain, Secret(),
            [this](const Result<hub::Secrets::Opened>& opened) { unlocked(opened); }, keep);
        return;
    }
    if (options_.unattended()) { // nobody there to ask
        cannotStart(why);
        return;
    }
    if (unlock_) {
        unlock_->complain(why);
    } else if (why.id == "keychain.unavailable"_L1) {
        unlockPage().askPlace();
    } else {
        unlockPage().askPassphrase(text::describe(why));
    }
    unlock_->show();
}

void Desktop::startHub() {
    hub_ = std::make_unique<hub::Hub>(*store_, *secrets_, clock_, config_,
                                      hub::HubOptions{QSysInfo::machineHostName(), true});
    hub_->desk().setActor({personHere(), QSysInfo::machineHostName()});
    connect(hub_.get(), &hub::Hub::lightsChanged, this, [this] { lights_.show(hub_->lights()); });
    connect(hub_.get(), &hub::Hub::failed, this, [this](const Error& error) {
        window_ ? window_->shell().tell(error) : cannotStart(error);
    });
    connect(hub_.get(), &hub::Hub::stopped, this, [this] { Q_EMIT finished(0); });
    connect(hub_.get(), &hub::Hub::started, this, &Desktop::showWindow);
    if (options_.practice) {
        practice_ =
            std::make_unique<Practice>(*hub_, options_.screenshot.isEmpty() ? 1.0 : kPictureSpeed);
        connect(practice_.get(), &Practice::failed, this, &Desktop::cannotStart);
        if (!options_.screenshot.isEmpty()) {
            tour_ = std::make_unique<Tour>(*hub_);
        }
    }
    hub_->start();
}

// Not before the hub has read the shop: prices, times and promises are the shop's.
void Desktop::showWindow() {
    if (window_) {
        return;
    }
    sounds_ = ui::makeSounds();
    lights_.show(hub_->lights());
    window_ = std::make_unique<ui::MainWindow>(
        ui::Shell::Parts{theme_, *store_, hub_->desk(), clock_, lights_, *sounds_,
                         &hub::Hub::descriptor, options_.practice});
    addPages();
    connect(window_.get(), &ui::MainWindow::closed, this, [this] { quit(0); });
    connect(&window_->shell(), &ui::Shell::practiceLeft, this, [this] { quit(0); });
    connect(store_.get(), &store::Store::troubled, &window_->shell(), &ui::Shell::tell);
    if (options_.size.isValid()) {
        window_->resize(options_.size);
    }
    if (options_.view == "inbox"_L1) {
        window_->shell().choose(1);
    } else if (options_.view == "settings"_L1) {
        window_->shell().choose(settingsIndex_);
    } else if (options_.view == "practice"_L1) {
        window_->shell().showSide(true);
    }
    window_->show();
    if (unlock_) {
        unlock_->close();
    }
    if (practice_) {
        practice_->open();
    }
    if (options_.unattended()) {
        watchForPicture();
    }
}

void Desktop::cannotStart(const Error& why) {
    std::fprintf(stderr, "comanda: %s\n", qUtf8Printable(text::describe(why)));
    if (!why.detail.isEmpty()) {
        std::fprintf(stderr, "  (%s)\n", qUtf8Printable(why.detail));
    }
    if (options_.unattended()) {
        quit(1);
        return;
    }
    if (!std::exchange(refused_, true)) { // the first reason is the one to act on
        if (window_) {
            window_->hide(); // nobody must go on working in it
        }
        // Started by its icon, it has nobody who reads what was printed.
        unlockPage().refuse(text::describe(why), why.detail);
        unlock_->show();
    }
}

void Desktop::addPages() {
    settings_ =
        new ui::SettingsPage({theme_, *store_, *hub_, lights_, options_.practice}, preferences_);
    settingsIndex_ = window_->shell().addPage(u"settings"_s, tr("Settings"), settings_);
    connect(settings_, &ui::SettingsPage::preferencesChanged, this, &Desktop::applyPreferences);
    connect(&window_->shell(), &ui::Shell::setupAsked, this, [this](ChannelId channel) {
        window_->shell().choose(settingsIndex_);
        channel.isValid() ? settings_->showChannel(channel)
                          : settings_->connectPlatform(Platform::Telegram);
    });
    if (practice_) {
        window_->shell().addSide(u"practice"_s, tr("Practice"),
                                 new practice::PracticePanel(theme_, practice_->restaurant()));
    }
}

void Desktop::applyPreferences(const ui::Preferences& preferences) {
    preferences_ = preferences;
    theme_.setScheme(preferences.look == ui::Preferences::Look::Dark ? ui::Scheme::Dark
                                                                     : ui::Scheme::Light);
    theme_.setScale(preferences.scale);
    theme_.setReducedMotion(preferences.reducedMotion);
    writePreferences(preferencesDir_, preferences);
}

void Desktop::watchForPicture() {
    pictureSince_ = clock_.monotonic();
    picture_.setInterval(options_.reportStart ? kReportEvery : kPictureEvery);
    connect(&picture_, &QTimer::timeout, this, [this] {
        const Monotonic now = clock_.monotonic();
        if (!pictureIsComplete()) {
            completeSince_.reset();
        } else if (options_.reportStart) {
            reportStart();
            return;
        } else if (!completeSince_) {
            completeSince_ = now;
            openForPicture();
        } else if (now - *completeSince_ >= kPictureSettles) {
            takePicture();
            return;
        }
        if (now - pictureSince_ > kPicturePatience) {
            std::fprintf(stderr, "comanda: the view did not become complete in time\n");
            picture_.stop();
            quit(1);
        }
    });
    picture_.start();
}

// A picture of the chats shows one.
void Desktop::openForPicture() {
    const auto* chats =
        qobject_cast<const ui::ConversationModel*>(window_->shell().inbox().list().model());
    if (options_.view == "inbox"_L1 && !pictureOpened_ && chats && chats->rowCount() > 0) {
        pictureOpened_ = true;
        window_->shell().openConversation(chats->at(0)->id);
    }
}

bool Desktop::pictureIsComplete() const {
    ui::Shell& shell = window_->shell();
    if (!shell.isLoaded()) {
        return false;
    }
    // Practice proves itself: orders on the board and chats of every platform.
    constexpr int kChats = static_cast<int>(practice::kSimulated.size());
    return !practice_ || (tour_->isDone() && shell.inbox().list().model()->rowCount() >= kChats);
}

void Desktop::reportStart() {
    picture_.stop();
    window_->grab(); // painted, whatever the platform plugin put off
    QFile memory(u"/proc/self/statm"_s);
    const bool known = memory.open(QIODevice::ReadOnly);
    const qint64 pages = known ? memory.readAll().split(' ').value(1).toLongLong() : 0;
    std::printf("{\"rss_kb\":%lld}\n", static_cast<long long>(pages * 4));
    std::fflush(stdout);
    quit(0);
}

void Desktop::takePicture() {
    picture_.stop();
    const bool saved = window_->grab().save(options_.screenshot);
    if (!saved) {
        std::fprintf(stderr, "comanda: the picture cannot be written to %s\n",
                     qUtf8Printable(options_.screenshot));
    }
    quit(saved ? 0 : 1);
}

void Desktop::quit(int exitStatus) {
    if (quitting_) {
        return;
    }
    quitting_ = true;
    exitStatus = refused_ ? 1 : exitStatus;
    picture_.stop();
    if (exitStatus != 0 || !hub_) {
        Q_EMIT finished(exitStatus);
        return;
    }
    hub_->stop(); // stopped() ends the program
}

} // namespace comanda::desktop
