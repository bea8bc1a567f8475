// The window: the shell inside the practice frame where it is practice, with a title that says so.
#pragma once

#include "ui/shell/shell.h"

namespace comanda::ui {

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(const Shell::Parts& parts);
    [[nodiscard]] Shell& shell() { return *shell_; }

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void nameAfter(const Shop& shop);

    Shell* shell_;
    bool practice_;
};

} // namespace comanda::ui
