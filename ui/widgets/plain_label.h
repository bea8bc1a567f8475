// The only label in the program: plain text always, made safe, in the theme's type. Customers'
// words may go in as they are.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace comanda::ui {

class PlainLabel : public QLabel {
    Q_OBJECT
public:
    PlainLabel(const Theme& theme, TextRole role, Weight weight, Tone tone,
               QWidget* parent = nullptr);

    // One line, neutralised and elided at its end; or, after setWordWrap(true), a block.
    void show(const QString& text);
    void setTone(Tone tone);
    void setWeight(Weight weight);
    [[nodiscard]] const QString& shownText() const { return text_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& theme_;
    TextRole role_;
    Weight weight_;
    Tone tone_;
    QString text_;
};

} // namespace comanda::ui
