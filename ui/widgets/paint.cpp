#include "ui/widgets/paint.h"

#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kChipPad = 8;
constexpr int kChipGap = 4;

QString badgeText(int count) {
    return count > 99 ? u"99+"_s : QString::number(count);
}

} // namespace

int chipWidth(const Theme& theme, const ChipLook& chip) {
    const QFontMetrics metrics(theme.font(TextRole::Small, Weight::Bold));
    const int icon = chip.icon.isEmpty() ? 0 : theme.px(14) + (chip.text.isEmpty() ? 0 : kChipGap);
    return 2 * kChipPad + icon + (chip.text.isEmpty() ? 0 : metrics.horizontalAdvance(chip.text));
}

void paintChip(QPainter& painter, const Theme& theme, QRectF where, const ChipLook& chip) {
    paintPanel(painter, where, theme.color(chip.ground), theme.color(chip.edge), kRadiusChip);
    qreal x = where.left() + kChipPad;
    if (!chip.icon.isEmpty()) {
        const int side = theme.px(14);
        theme.paintIcon(painter, chip.icon, chip.text_,
                        QRectF(x, where.center().y() - side / 2.0, side, side));
        x += side + kChipGap;
    }
    paintLine(painter, QRectF(x, where.top(), where.right() - kChipPad - x + 1, where.height()),
              theme.font(TextRole::Small, Weight::Bold), theme.color(chip.text_), chip.text);
}

void paintPanel(QPainter& painter, QRectF where, const QColor& ground, const QColor& edge,
                qreal radius, qreal edgeWidth) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    if (edge == ground) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(where, radius, radius);
    } else {
        painter.setPen(QPen(edge, edgeWidth));
        const qreal half = edgeWidth / 2;
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), radius, radius);
    }
    painter.restore();
}

void paintLine(QPainter& painter, QRectF where, const QFont& font, const QColor& color,
               const QString& text, Qt::Alignment align) {
    painter.setFont(font);
    painter.setPen(color);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, where.width() + 0.5);
    painter.drawText(
        where, static_cast<int>((align | Qt::AlignVCenter).toInt()) | Qt::TextSingleLine, shown);
}

int paintWrapped(QPainter* painter, QRectF where, const QFont& font, int lineHeight,
                 const QColor& color, const QString& text) {
    if (text.isEmpty()) {
        return 0;
    }
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(lines, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(where.width(), 1.0));
        line.setPosition(QPointF(0, y + (lineHeight - line.height()) / 2));
        y += lineHeight;
    }
    layout.endLayout();
    if (painter) {
        painter->setPen(color);
        layout.draw(painter, where.topLeft());
    }
    return qCeil(y);
}

void paintRing(QPainter& painter, QRectF where, const QColor& color, qreal radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

int badgeWidth(const Theme& theme, int count, int height) {
    const QFontMetrics metrics(theme.font(TextRole::Small, Weight::Bold));
    return std::max(height, metrics.horizontalAdvance(badgeText(count)) + 10);
}

void paintBadge(QPainter& painter, const Theme& theme, QRectF where, int count, Tone ground) {
    paintPanel(painter, where, theme.color(ground), theme.color(ground), where.height() / 2);
    paintLine(painter, where, theme.font(TextRole::Small, Weight::Bold),
              theme.color(Tone::Surface1), badgeText(count), Qt::AlignHCenter);
}

} // namespace comanda::ui
