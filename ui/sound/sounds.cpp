#include "ui/sound/sounds.h"

#include <QApplication>

#ifdef COMANDA_MULTIMEDIA
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QTimer>
#include <QUrl>
#endif

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

#ifdef COMANDA_MULTIMEDIA
constexpr auto kLookAfter = std::chrono::seconds(1); // the first look loads the sound system

QString fileOf(Alert alert) {
    switch (alert) {
    case Alert::NewOrder:
        return u"qrc:/sounds/new.wav"_s;
    case Alert::Change:
        return u"qrc:/sounds/change.wav"_s;
    case Alert::Outage:
        return u"qrc:/sounds/outage.wav"_s;
    }
    Q_UNREACHABLE();
}

// Looks for a speaker after the first window, or when there is something to play before that; and
// again whenever one is plugged in or out.
class Played final : public Sounds {
public:
    Played() {
        QTimer::singleShot(kLookAfter, this, [this] { static_cast<void>(hasSpeaker()); });
    }

    void play(Alert alert) override {
        if (!hasSpeaker()) {
            QApplication::beep();
            return;
        }
        auto& effect = effects_[static_cast<std::size_t>(alert)];
        if (!effect) {
            effect = std::make_unique<QSoundEffect>();
            effect->setSource(QUrl(fileOf(alert)));
        }
        if (effect->status() == QSoundEffect::Error) {
            QApplication::beep();
            return;
        }
        effect->play();
    }
    [[nodiscard]] bool canPlay() override { return hasSpeaker(); }

private:
    [[nodiscard]] bool hasSpeaker() {
        if (!devices_) {
            devices_ = std::make_unique<QMediaDevices>();
            speaker_ = !QMediaDevices::audioOutputs().isEmpty();
            connect(devices_.get(), &QMediaDevices::audioOutputsChanged, this, [this] {
                speaker_ = !QMediaDevices::audioOutputs().isEmpty();
                for (auto& effect : effects_) {
                    effect.reset(); // it plays on the one that it was made for
                }
            });
        }
        return speaker_;
    }

    std::unique_ptr<QMediaDevices> devices_;
    std::unique_ptr<QSoundEffect> effects_[3];
    bool speaker_ = false;
};
#else
class Beep final : public Sounds {
public:
    void play(Alert) override { QApplication::beep(); }
    [[nodiscard]] bool canPlay() override { return false; }
};
#endif

} // namespace

std::unique_ptr<Sounds> makeSounds() {
#ifdef COMANDA_MULTIMEDIA
    return std::make_unique<Played>();
#else
    return std::make_unique<Beep>();
#endif
}

} // namespace comanda::ui
