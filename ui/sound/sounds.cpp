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

class Beep final : public Sounds {
public:
    void play(Alert) override { QApplication::beep(); }
    [[nodiscard]] bool canPlay() const override { return false; }
};

#ifdef COMANDA_MULTIMEDIA
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

class Played final : public Sounds {
public:
    void play(Alert alert) override {
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
    [[nodiscard]] bool canPlay() const override { return true; }

private:
    std::unique_ptr<QSoundEffect> effects_[3];
};
#endif

} // namespace

std::unique_ptr<Sounds> makeSounds() {
#ifdef COMANDA_MULTIMEDIA
    if (!QMediaDevices::audioOutputs().isEmpty()) {
        return std::make_unique<Played>();
    }
#endif
    return std::make_unique<Beep>();
}

} // namespace comanda::ui
