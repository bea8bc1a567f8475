// A box to tick, drawn by the tokens: its tick tells it, not its colour alone.
#pragma once

#include "ui/theme/theme.h"

#include <QCheckBox>

namespace comanda::ui {

class CheckBox final : public QCheckBox {
    Q_OBJECT
public:
    CheckBox(const Theme& theme, const QString& words, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint& at) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
};

} // namespace comanda::ui
