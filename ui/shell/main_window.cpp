#include "ui/shell/main_window.h"

#include "core/base/text.h"
#include "ui/widgets/practice_frame.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace comanda::ui {

MainWindow::MainWindow(const Shell::Parts& parts)
    : shell_(new Shell(parts)), practice_(parts.practice) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* frame = new PracticeFrame(parts.theme, shell_, parts.practice, this);
    column->addWidget(frame);
    connect(frame, &PracticeFrame::leaveAsked, shell_, &Shell::practiceLeft);
    nameAfter(parts.desk.shop());
    connect(&parts.desk, &hub::Desk::shopChanged, this,
            [this, &desk = parts.desk] { nameAfter(desk.shop()); });
    setMinimumSize(800, 560);
    resize(1366, 768);
}

void MainWindow::nameAfter(const Shop& shop) {
    const QString shown = displayLine(shop.name, 60);
    const QString name =
        shown.isEmpty() ? QStringLiteral("Comanda") : shown + QStringLiteral(" — Comanda");
    setWindowTitle(practice_ ? tr("[PRACTICE]") + u' ' + name : name);
    setAccessibleName(windowTitle());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Q_EMIT closed();
    QWidget::closeEvent(event);
}

} // namespace comanda::ui
