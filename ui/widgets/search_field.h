// A field to search in, with its glass; Esc empties it.
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

class QAction;

namespace comanda::ui {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const Theme& theme, const QString& hint, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void dress();
    const Theme& theme_;
    QAction* glass_;
};

} // namespace comanda::ui
