// One choice out of a few, side by side, each with its count.
#pragma once

#include "ui/widgets/button.h"

#include <QButtonGroup>
#include <QFrame>

namespace comanda::ui {

class SegmentBar final : public QFrame {
    Q_OBJECT
public:
    explicit SegmentBar(const Theme& theme, QWidget* parent = nullptr);
    // Returns its index. The first one added is chosen.
    int add(const QString& icon, const QString& text);
    void setText(int index, const QString& text);
    void choose(int index); // < 0: none
    [[nodiscard]] int chosen() const;

Q_SIGNALS:
    void chosenChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QButtonGroup* group_;
};

} // namespace comanda::ui
