// A QR code that phones read off the screen or off paper: black on white in every scheme, whole
// pixels a module, with the quiet edge that the standard asks for.
#pragma once

#include "ui/theme/theme.h"

#include <QImage>
#include <QWidget>

namespace comanda::ui {

// The modules of a code; dark ones are black. Null where `text` is empty or too long for any code.
// Without the quiet edge, one pixel a module.
[[nodiscard]] QImage qrModules(const QString& text);
// Ready to be saved or printed: with its edge, at most `side` pixels wide. Null as above.
[[nodiscard]] QImage qrImage(const QString& text, int side);

class QrCode final : public QWidget {
    Q_OBJECT
public:
    explicit QrCode(const Theme& theme, QWidget* parent = nullptr);

    // `spoken` says what it leads to, for those who do not see it; the text itself may be a secret.
    void show(const QString& text, const QString& spoken);
    void clear();
    void setSide(int atFull); // at 100 %; 240 by default
    [[nodiscard]] bool isEmpty() const { return modules_.isNull(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QImage modules_;
    int side_ = 240;
};

} // namespace comanda::ui
