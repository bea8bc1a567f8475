// One way in which a customer reaches us: the platform's mark, what they are called there, the
// number or user name. A press goes there.
#pragma once

#include "core/domain/people.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace comanda::ui {

class IdentityRow final : public QAbstractButton {
    Q_OBJECT
public:
    // `here`: it is the open one.
    IdentityRow(const Theme& theme, const Identity& identity, bool here, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& theme_;
    Platform platform_;
    QString name_, second_;
    bool here_;
};

} // namespace comanda::ui
