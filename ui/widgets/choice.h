// One choice out of a list that opens: a combo box with our arrow, which a scrolled page does not
// turn by accident.
#pragma once

#include "ui/theme/theme.h"

#include <QComboBox>

namespace comanda::ui {

class Choice final : public QComboBox {
    Q_OBJECT
public:
    explicit Choice(const Theme& theme, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    const Theme& theme_;
};

} // namespace comanda::ui
