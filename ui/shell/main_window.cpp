#include "ui/shell/main_window.h"

#include "core/base/text.h"
#include "ui/widgets/practice_frame.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace comanda::ui {

MainWindow::MainWindow(const Shell::Parts& parts) : shell_(new Shell(parts)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* frame = new PracticeFrame(parts.theme, shell_, parts.practice, this);
    column->addWidget(frame);
    connect(frame, &PracticeFrame::leaveAsked, shell_, &Shell::practiceLeft);
    const QString shop = displayLine(parts.desk.shop().name, 60);
    const QString name =
        shop.isEmpty() ? QStringLiteral("Comanda") : shop + QStringLiteral(" — Comanda");
    setWindowTitle(parts.practice ? tr("[PRACTICE]") + u' ' + name : name);
    setAccessibleName(windowTitle());
    setMinimumSize(800, 560);
    resize(1366, 768);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Q_EMIT closed();
    QWidget::closeEvent(event);
}

} // namespace comanda::ui
