// "Done, undo": bottom left of a page for ten seconds, with the seconds shown. What else is to be
// told meanwhile stands above it, so that nothing takes an offer away before its time.
#pragma once

#include "core/base/clock.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>
#include <QTimer>

#include <functional>
#include <optional>

namespace comanda::ui {

class Toast final : public QFrame {
    Q_OBJECT
public:
    // `parent` is the page; the toast keeps to its bottom left corner.
    Toast(const Theme& theme, const Clock& clock, QWidget* parent);

    // A new offer takes the place of the last one.
    void offer(const QString& what, const QString& action, Millis lasts, std::function<void()> act);
    void tell(const QString& what, Tone tone, Millis lasts); // without an action
    void act(); // what the button does; nothing when no offer is open
    // How much at the bottom of the page it must not cover: where somebody types.
    void keepClear(std::function<int()> foot);
    [[nodiscard]] bool isOffering() const { return static_cast<bool>(act_); }
    [[nodiscard]] QString words() const; // all that stands there

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void tick();
    void place();

    const Theme& theme_;
    const Clock& clock_;
    PlainLabel* told_;
    PlainLabel* offered_;
    PlainLabel* seconds_;
    Button* button_;
    QTimer timer_;
    std::optional<Monotonic> tellEnds_, offerEnds_; // nullopt: it is not there
    Tone tone_ = Tone::Text1;                       // of what is told
    std::function<void()> act_;
    std::function<int()> foot_;
};

} // namespace comanda::ui
