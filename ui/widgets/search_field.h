// A line to search with: a magnifying glass, a hint, Esc empties it.
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace comanda::ui {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const Theme& theme, const QString& hint, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& theme_;
};

} // namespace comanda::ui
