// A number with a button for less and one for more, as large as a finger; the page's scrolling does
// not turn it by accident. A button let go finishes the edit, as leaving the field does.
#pragma once

#include "ui/widgets/button.h"

#include <QSpinBox>

namespace comanda::ui {

class NumberField final : public QSpinBox {
    Q_OBJECT
public:
    explicit NumberField(const Theme& theme, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] Button* stepButton(const Theme& theme, const QString& icon, const QString& spoken,
                                     int steps);

    bool changed_ = false; // by a button, and not told yet
    Button *less_, *more_;
};

} // namespace comanda::ui
