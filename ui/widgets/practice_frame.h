// The unmistakable frame around everything in practice mode: 8 px on all sides, a band on top with
// the word, what it means and the way out.
#pragma once

#include "ui/widgets/button.h"

#include <QWidget>

class QVBoxLayout;

namespace comanda::ui {

class PracticeFrame final : public QWidget {
    Q_OBJECT
public:
    // `content` fills the frame; `active` false: no frame at all.
    PracticeFrame(const Theme& theme, QWidget* content, bool active, QWidget* parent = nullptr);

Q_SIGNALS:
    void leaveAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void dress();
    [[nodiscard]] int band() const;
    void paintPlate(QPainter& painter, QRectF where) const;

    const Theme& theme_;
    bool active_;
    QVBoxLayout* column_;
    QAbstractButton* leave_ = nullptr;
};

} // namespace comanda::ui
