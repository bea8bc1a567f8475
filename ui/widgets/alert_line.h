// The inverse bar that must be read before anything else: an allergy. It wraps, and is never cut.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace comanda::ui {

class AlertLine final : public QWidget {
    Q_OBJECT
public:
    explicit AlertLine(const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& words); // empty: there is nothing to say, and no bar
    [[nodiscard]] const QString& words() const { return words_; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int draw(QPainter* painter, int width) const; // returns the height

    const Theme& theme_;
    QString words_;
};

} // namespace comanda::ui
