// Every button: a 44 px target, an icon and words in the theme's type, a key shown where it has
// one.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace comanda::ui {

enum class ButtonKind {
    Primary,   // the one filled button of a pane
    Secondary, // accent-soft: the next step of a card
    Plain,
    Danger,  // late edge and icon, never filled
    Quiet,   // no edge
    Segment, // part of a SegmentBar
    Filter   // a soft chip, 36 high in a 44 px target
};

class Button : public QAbstractButton {
    Q_OBJECT
public:
    // `icon` names a drawing; an empty text makes a square icon button, then `spoken` is its name.
    Button(const Theme& theme, ButtonKind kind, const QString& icon, const QString& text,
           QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    void setIconName(const QString& icon);
    void setKeyHint(const QString& key); // drawn in a small box: "F2"
    void setSpoken(const QString& name); // accessible name and tooltip
    void setTall(int atFull);            // height at 100 %; 44 by default
    // For what moves an order: the second half of a double click would fall on what has come under
    // the pointer meanwhile.
    void setDoubleClickIsOne();
    [[nodiscard]] ButtonKind kind() const { return kind_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Look {
        Tone ground, edge, text;
    };
    [[nodiscard]] Look look() const;
    void paintContent(QPainter& painter, QRectF inside, Tone tone) const;
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] int hintWidth() const;

    const Theme& theme_;
    ButtonKind kind_;
    QString icon_, key_;
    int tall_ = kTarget;
    bool doubleClickIsOne_ = false;
};

} // namespace comanda::ui
