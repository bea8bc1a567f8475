#include "ui/sound/sounds.h"

#include <QApplication>

#ifdef COMANDA_MULTIMEDIA
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>
#endif

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

#ifdef COMANDA_MULTIMEDIA
bool hasSpeaker() {
    return !QMediaDevices::audioOutputs().isEmpty();
}

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

// Asks for a speaker when there is something to play: one may be plugged in at any time, and the
// first question loads the sound system, which would hold up the first window.
class Played final : public Sounds {
public:
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
    [[nodiscard]] bool canPlay() const override { return hasSpeaker(); }

private:
    std::unique_ptr<QSoundEffect> effects_[3];
};
#else
class Played final : public Sounds {
public:
    void play(Alert) override { QApplication::beep(); }
    [[nodiscard]] bool canPlay() const override { return false; }
};
#endif

} // namespace

std::unique_ptr<Sounds> makeSounds() {
    return std::make_unique<Played>();
}

} // namespace comanda::ui
