// Draws an order as a card, or only measures it: everything but the buttons at its foot.
#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/models/wall_time.h"
#include "ui/theme/theme.h"
#include "ui/widgets/paint.h"

#include <QCoreApplication>

namespace comanda::ui {

// Where a state's colour and shape come from; the word is in app/text.
struct StateLook {
    Tone tone, soft;
    QString icon;
};
[[nodiscard]] StateLook stateLook(OrderState state);
[[nodiscard]] QString fulfilmentIcon(Fulfilment fulfilment);
[[nodiscard]] ChipLook ageChip(const OrderAge& age, OrderState state);
[[nodiscard]] ChipLook stateChip(OrderState state);

class CardPainter {
    Q_DECLARE_TR_FUNCTIONS(comanda::ui::CardPainter)
public:
    // `painter` null: measure. `brief`: no address line (narrow windows).
    CardPainter(QPainter* painter, const Theme& theme, const Order& order, const Shop& shop,
                Time now, bool brief);

    // Between `left` and `right` from `top` down; returns the y below the last part. A change that
    // was asked for leaves room for its two buttons: see changeButtons().
    int draw(int left, int right, int top);
    [[nodiscard]] QRect changeButtons() const { return changeButtons_; }

private:
    void head();
    void ageBar();
    void meta();
    void address();
    void allergy();
    void warnings();
    void change();
    void lines();
    void line(const OrderLine& line);
    void note();
    void pay();
    void gap(int atFull) { y_ += atFull; }
    [[nodiscard]] int width() const { return right_ - left_; }
    [[nodiscard]] QRectF row(int height) const { return QRectF(left_, y_, width(), height); }
    int wrapped(QRectF where, TextRole role, Weight weight, Tone tone, const QString& text,
                bool struck = false);
    void text(QRectF where, TextRole role, Weight weight, Tone tone, const QString& text,
              Qt::Alignment align = Qt::AlignLeft);
    void icon(const QString& name, Tone tone, QRectF where);
    void block(Tone ground, Tone ink, const QString& iconName, const QString& title,
               const QString& words, int buttonsHeight);

    QPainter* painter_;
    const Theme& theme_;
    const Order& order_;
    const Shop& shop_;
    WallTime wall_;
    Time now_;
    bool brief_;
    int left_ = 0, right_ = 0, y_ = 0;
    QRect changeButtons_;
};

} // namespace comanda::ui
