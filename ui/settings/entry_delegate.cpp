#include "ui/settings/entry_delegate.h"

#include "ui/widgets/paint.h"

namespace comanda::ui {
namespace {

// px; the last two at 100 %
constexpr int kGap = 12;
constexpr int kTile = 28;
constexpr int kLampRoom = 24;

} // namespace

EntryDelegate::EntryDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

// As wide as its words need, however wide the list is.
QSize EntryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QFontMetrics first(theme_.font(TextRole::Body, Weight::Bold));
    const QFontMetrics second(theme_.font(TextRole::Small));
    const int words = std::max(first.horizontalAdvance(index.data(Qt::DisplayRole).toString()),
                               second.horizontalAdvance(index.data(kSecondRole).toString()));
    const int lamp = index.data(kLampRole).isValid() ? theme_.px(kLampRoom) : 0;
    return {2 * kEntryEdge + theme_.px(kTile) + kGap + words + lamp + 1, theme_.px(52)};
}

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRectF row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->fillRect(row, theme_.color(Tone::AccentSoft));
        painter->fillRect(QRectF(row.left(), row.top(), 4, row.height()),
                          theme_.color(Tone::Accent));
    }
    const qreal size = theme_.px(kTile);
    const QRectF tile(row.left() + kEntryEdge, row.center().y() - size / 2, size, size);
    const QVariant platform = index.data(kPlatformRole);
    if (platform.isValid()) {
        theme_.paintTile(*painter, static_cast<Platform>(platform.toInt()), tile);
    } else {
        theme_.paintIcon(*painter, index.data(kIconRole).toString(), Tone::Text2,
                         tile.adjusted(3, 3, -3, -3));
    }
    const QVariant lamp = index.data(kLampRole);
    const qreal right = row.right() - kEntryEdge - (lamp.isValid() ? theme_.px(kLampRoom) : 0);
    if (lamp.isValid()) {
        const qreal side = theme_.px(16);
        theme_.paintLamp(
            *painter, static_cast<Lamp>(lamp.toInt()),
            QRectF(row.right() - kEntryEdge - side, row.center().y() - side / 2, side, side));
    }
    const QString second = index.data(kSecondRole).toString();
    const qreal left = tile.right() + kGap;
    const qreal first = theme_.line(TextRole::Body);
    const qreal rest = second.isEmpty() ? 0 : theme_.line(TextRole::Small);
    const qreal top = row.center().y() - (first + rest) / 2;
    paintLine(*painter, {left, top, right - left, first},
              theme_.font(TextRole::Body, selected ? Weight::Bold : Weight::Normal),
              theme_.color(Tone::Text1), index.data(Qt::DisplayRole).toString());
    if (!second.isEmpty()) {
        paintLine(*painter, {left, top + first, right - left, rest}, theme_.font(TextRole::Small),
                  theme_.color(Tone::Text2), second);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintRing(*painter, row.adjusted(2, 2, -2, -2), theme_.color(Tone::Focus), kRadiusControl);
    }
    painter->restore();
}

} // namespace comanda::ui
