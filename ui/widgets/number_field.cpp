#include "ui/widgets/number_field.h"

#include <QWheelEvent>

namespace comanda::ui {

using namespace Qt::StringLiterals;

NumberField::NumberField(const Theme& theme, QWidget* parent)
    : QSpinBox(parent),
      less_(stepButton(theme, u"minus"_s, tr("Less"), -1)),
      more_(stepButton(theme, u"plus"_s, tr("More"), 1)) {
    setFocusPolicy(Qt::StrongFocus); // not by the wheel
}

Button* NumberField::stepButton(const Theme& theme, const QString& icon, const QString& spoken,
                                int steps) {
    auto* button = new Button(theme, ButtonKind::Quiet, icon, {}, this);
    button->setSpoken(spoken);
    button->setFocusPolicy(Qt::NoFocus); // the arrow keys do it
    button->setAutoRepeat(true);
    const auto finish = [this, button] {
        if (!button->isDown() && std::exchange(changed_, false)) { // down: it goes on repeating
            Q_EMIT editingFinished();
        }
    };
    connect(button, &Button::clicked, this, [this, steps, finish] {
        const int before = value();
        stepBy(steps);
        changed_ = changed_ || value() != before;
        finish();
    });
    connect(button, &Button::released, this, finish);
    return button;
}

void NumberField::resizeEvent(QResizeEvent* event) {
    QSpinBox::resizeEvent(event);
    const int side = height() - 2; // inside the edge
    more_->setGeometry(width() - 1 - side, 1, side, side);
    less_->setGeometry(width() - 1 - 2 * side, 1, side, side);
}

void NumberField::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

} // namespace comanda::ui
