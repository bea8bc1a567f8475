// The three alerts. With Qt Multimedia they are sounds; without it a beep. Which one it is, is not
// the caller's business.
#pragma once

#include <QObject>

#include <memory>

namespace comanda::ui {

enum class Alert {
    NewOrder, // two rising tones
    Change,   // three equal
    Outage    // one low
};

class Sounds : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void play(Alert alert) = 0;
    // False: only a beep; the window flashes as well.
    [[nodiscard]] virtual bool canPlay() = 0;
};

[[nodiscard]] std::unique_ptr<Sounds> makeSounds();

} // namespace comanda::ui
