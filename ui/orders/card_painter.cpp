#include "ui/orders/card_painter.h"

#include "app/text/words.h"
#include "core/base/text.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kGap = 6;
constexpr int kAmountWidth = 22;

Tone barTone(AgeLevel level) {
    switch (level) {
    case AgeLevel::Fresh:
        return Tone::New;
    case AgeLevel::Calm:
        return Tone::Text3;
    case AgeLevel::Due:
        return Tone::Due;
    case AgeLevel::Late:
        return Tone::Late;
    }
    Q_UNREACHABLE();
}

} // namespace

CardPainter::CardPainter(QPainter* painter, const Theme& theme, const Order& order,
                         const Shop& shop, Time now, bool brief)
    : painter_(painter),
      theme_(theme),
      order_(order),
      shop_(shop),
      wall_(shop),
      now_(now),
      brief_(brief) {}

int CardPainter::draw(int left, int right, int top) {
    left_ = left;
    right_ = right;
    y_ = top;
    head();
    ageBar();
    meta();
    address();
    allergy();
    warnings();
    lines();
    note();
    change();
    pay();
    return y_;
}

void CardPainter::text(QRectF where, TextRole role, Weight weight, Tone tone, const QString& words,
                       Qt::Alignment align) {
    if (painter_) {
        paintLine(*painter_, where, theme_.font(role, weight), theme_.color(tone), words, align);
    }
}

int CardPainter::wrapped(QRectF where, TextRole role, Weight weight, Tone tone,
                         const QString& words, bool struck) {
    QFont font = theme_.font(role, weight);
    font.setStrikeOut(struck);
    return paintWrapped(painter_, where, font, theme_.line(role), theme_.color(tone), words);
}

void CardPainter::icon(const QString& name, Tone tone, QRectF where) {
    if (painter_) {
        theme_.paintIcon(*painter_, name, tone, where);
    }
}

void CardPainter::head() {
    const int height = theme_.px(28);
    const int chipHeight = theme_.px(24);
    const ChipLook chip = ageChip(orderAge(order_, shop_, now_), order_.state);
    const int chipW = std::min(chipWidth(theme_, chip), width() * 2 / 3);
    const QString number = QString::number(order_.number);
    const QFontMetrics title(theme_.font(TextRole::Title, Weight::Bold));
    const int numberW = title.horizontalAdvance(number);
    text(row(height), TextRole::Title, Weight::Bold, Tone::Text1, number);
    const QString name = displayLine(text::customerName(order_.details));
    const int nameLeft = left_ + numberW + 8;
    const int beside = right_ - chipW - 8 - nameLeft;
    const QFontMetrics strong(theme_.font(TextRole::Strong, Weight::Bold));
    const bool ownRow = strong.horizontalAdvance(name) > beside;
    if (!ownRow) {
        text(QRectF(nameLeft, y_, beside, height), TextRole::Strong, Weight::Bold, Tone::Text1,
             name);
    }
    if (painter_) {
        paintChip(*painter_, theme_,
                  QRect(right_ - chipW, y_ + (height - chipHeight) / 2, chipW, chipHeight), chip);
    }
    y_ += height;
    if (ownRow) {
        text(row(theme_.line(TextRole::Strong)), TextRole::Strong, Weight::Bold, Tone::Text1, name);
        y_ += theme_.line(TextRole::Strong);
    }
}

void CardPainter::ageBar() {
    gap(4);
    if (painter_) {
        const OrderAge age = orderAge(order_, shop_, now_);
        const QColor ground = theme_.color(Tone::Surface2);
        paintPanel(*painter_, row(4), ground, ground, 2);
        const QColor fill = theme_.color(barTone(age.level));
        if (age.share > 0) {
            paintPanel(*painter_, QRectF(left_, y_, std::max(4.0, width() * age.share), 4), fill,
                       fill, 2);
        }
    }
    y_ += 4;
    gap(6);
}

void CardPainter::meta() {
    const int height = theme_.px(20);
    const int side = theme_.px(18);
    const int tile = theme_.px(20);
    const bool away = order_.state == OrderState::OutForDelivery;
    icon(away ? u"bump"_s : fulfilmentIcon(order_.details.fulfilment), Tone::Text1,
         QRect(left_, y_ + (height - side) / 2, side, side));
    QString how =
        away ? text::stateWord(order_.state) : text::fulfilmentWord(order_.details.fulfilment);
    const auto when = order_.promisedAt ? order_.promisedAt : order_.details.wantedAt;
    if (when) {
        const bool isKnown = order_.details.fulfilment != Fulfilment::Unknown;
        how += (isKnown ? u" "_s : u" \u00B7 "_s) + wall_.clock(*when);
    }
    const QString channel = text::platformName(order_.platform);
    const QFontMetrics dense(theme_.font(TextRole::Dense));
    const QFontMetrics bold(theme_.font(TextRole::Dense, Weight::Bold));
    const int howLeft = left_ + side + 6;
    const int howRoom = std::min(bold.horizontalAdvance(how) + 2, right_ - tile - 8 - howLeft);
    text(QRectF(howLeft, y_, howRoom, height), TextRole::Dense, Weight::Bold, Tone::Text1, how);
    const int channelRight = right_ - tile - 6;
    const int channelRoom = channelRight - (howLeft + howRoom + 8);
    if (channelRoom >= dense.horizontalAdvance(channel)) { // whole or not at all: the tile tells
        text(QRectF(channelRight - channelRoom, y_, channelRoom, height), TextRole::Dense,
             Weight::Normal, Tone::Text2, channel, Qt::AlignRight);
    }
    if (painter_) {
        theme_.paintTile(*painter_, order_.platform,
                         QRect(right_ - tile, y_ + (height - tile) / 2, tile, tile));
    }
    y_ += height;
}

void CardPainter::address() {
    if (brief_ || order_.details.address.isEmpty()) {
        return;
    }
    const int height = theme_.px(20);
    const int side = theme_.px(18);
    icon(u"map"_s, Tone::Text2, QRect(left_, y_ + (height - side) / 2, side, side));
    text(QRectF(left_ + side + 6, y_, width() - side - 6, height), TextRole::Dense, Weight::Normal,
         Tone::Text2, displayLine(order_.details.address));
    y_ += height;
}

void CardPainter::block(Tone ground, Tone ink, const QString& iconName, const QString& title,
                        const QString& words, int buttonsHeight) {
    const int side = theme_.px(18);
    const int inner = left_ + 8 + side + 8;
    const int line = theme_.line(TextRole::Body);
    QPainter* const painter = std::exchange(painter_, nullptr);
    const QRectF room(inner, 0, right_ - 8 - inner, 0);
    const int titleHeight = wrapped(room, TextRole::Body, Weight::Bold, ink, title);
    const int wordsHeight =
        words.isEmpty() ? 0 : wrapped(room, TextRole::Dense, Weight::Normal, ink, words);
    painter_ = painter;
    const int height =
        4 + titleHeight + wordsHeight + 4 + (buttonsHeight > 0 ? buttonsHeight + 12 : 0);
    if (painter_) {
        paintPanel(*painter_, row(height), theme_.color(ground), theme_.color(ground), kRadiusChip);
        icon(iconName, ink, QRect(left_ + 8, y_ + 4 + (line - side) / 2, side, side));
        wrapped(room.translated(0, y_ + 4), TextRole::Body, Weight::Bold, ink, title);
        wrapped(room.translated(0, y_ + 4 + titleHeight), TextRole::Dense, Weight::Normal, ink,
                words);
    }
    if (buttonsHeight > 0) {
        changeButtons_ =
            QRect(left_ + 8, y_ + 8 + titleHeight + wordsHeight, width() - 16, buttonsHeight);
    }
    y_ += height;
}

void CardPainter::allergy() {
    if (!order_.flags.contains(OrderFlag::Allergy)) {
        return;
    }
    gap(kGap);
    const QString words = text::allergyWords(order_.allergy);
    block(Tone::AlertGround, Tone::OnAlert, u"warning"_s,
          words.isEmpty() ? text::flagWord(OrderFlag::Allergy) : words, {}, 0);
}

void CardPainter::warnings() {
    struct Warning {
        OrderFlag flag;
        QString icon;
    };
    const Warning all[] = {{OrderFlag::LateArrival, u"clock"_s},
                           {OrderFlag::PossibleDuplicate, u"question"_s},
                           {OrderFlag::ChannelDown, u"wifi-off"_s}};
    for (const Warning& warning : all) {
        if (order_.flags.contains(warning.flag)) {
            gap(kGap);
            block(Tone::DueSoft, Tone::Due, warning.icon, text::flagWord(warning.flag), {}, 0);
        }
    }
}

void CardPainter::lines() {
    gap(kGap);
    for (const OrderLine& each : order_.lines) {
        line(each);
    }
}

void CardPainter::line(const OrderLine& line) {
    const int amountW = theme_.px(kAmountWidth);
    const int height = theme_.line(TextRole::Body);
    const bool done = line.state != ItemState::Todo;
    const Tone tone = done ? Tone::Text3 : Tone::Text1;
    const QString amount = QString::number(line.quantity);
    const QFontMetrics bold(theme_.font(TextRole::Body, Weight::Bold));
    const int column = std::max(amountW, bold.horizontalAdvance(amount) + 8);
    text(QRectF(left_, y_, column - 8, height), TextRole::Body, Weight::Bold, tone, amount,
         column > amountW ? Qt::AlignLeft : Qt::AlignRight);
    const QRectF room(left_ + column, y_, width() - column, 0);
    const bool named = !displayLine(line.name).isEmpty();
    QString name = text::dishName(line.name, line.sku);
    if (!line.size.isEmpty()) {
        name += u" · "_s + line.size;
    }
    // The amount stands there, whatever the name shows.
    y_ += std::max(height, wrapped(room, TextRole::Body, named ? Weight::Normal : Weight::Bold,
                                   tone, displayLine(name, 500), done));
    for (const QString& modifier : line.modifiers) {
        y_ += wrapped(QRectF(room.left(), y_, room.width(), 0), TextRole::Dense, Weight::Bold,
                      Tone::Text2, displayLine(modifier, 500), done);
    }
    if (const QString note = displayLine(line.note, 500); !note.isEmpty()) {
        y_ += wrapped(QRectF(room.left(), y_, room.width(), 0), TextRole::Dense, Weight::Bold,
                      Tone::Text2, u"“"_s + note + u"”"_s, done);
    }
}

void CardPainter::note() {
    const QString note = displayLine(order_.details.note, brief_ ? 200 : 500);
    if (note.isEmpty()) {
        return;
    }
    gap(kGap);
    block(Tone::Surface2, Tone::Text1, u"note"_s, u"“"_s + note + u"”"_s, {}, 0);
}

void CardPainter::change() {
    const bool cancel = order_.flags.contains(OrderFlag::CancelAsked);
    if (!cancel && !order_.flags.contains(OrderFlag::ChangeAsked)) {
        return;
    }
    gap(kGap);
    block(Tone::DueSoft, Tone::Due, u"change"_s,
          text::flagWord(cancel ? OrderFlag::CancelAsked : OrderFlag::ChangeAsked), {},
          theme_.px(kTarget));
}

void CardPainter::pay() {
    gap(kGap);
    const int height = theme_.px(20);
    const int side = theme_.px(18);
    const bool paid = order_.payment == PaymentState::Paid;
    icon(u"money"_s, paid ? Tone::Ready : Tone::Text2,
         QRect(left_, y_ + (height - side) / 2, side, side));
    const QString total = wall_.total(order_);
    const QFontMetrics bold(theme_.font(TextRole::Body, Weight::Bold));
    const int totalW = bold.horizontalAdvance(total) + 2;
    QString how = text::stateWord(order_.payment);
    const QString method = text::paymentWord(displayLine(order_.details.paymentMethod, 40));
    if (!method.isEmpty()) {
        how += u" · "_s + method;
    }
    if (paid) {
        how += u" ✓"_s;
    }
    text(QRectF(left_ + side + 6, y_, width() - side - 6 - totalW - 8, height), TextRole::Dense,
         paid ? Weight::Bold : Weight::Normal, paid ? Tone::Ready : Tone::Text2, how);
    text(row(height), TextRole::Body, Weight::Bold, Tone::Text1, total, Qt::AlignRight);
    y_ += height;
}

} // namespace comanda::ui
