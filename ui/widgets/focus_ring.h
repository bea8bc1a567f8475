// The ring around the control that has the keyboard, one pixel outside it. Shown when the keyboard
// was used last; never part of a control's own size.
#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace comanda::ui {

class FocusRing final : public QWidget {
    Q_OBJECT
public:
    FocusRing(const Theme& theme, QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* now);
    void place();

    const Theme& theme_;
    QPointer<QWidget> target_;
    bool byKeyboard_ = false;
};

} // namespace comanda::ui
