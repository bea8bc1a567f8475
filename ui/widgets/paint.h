// Small drawings that cards, rows and bubbles share.
#pragma once

#include "ui/theme/theme.h"

#include <QPainter>
#include <QString>

namespace comanda::ui {

struct ChipLook {
    QString icon; // name of an icon; empty: none
    QString text;
    Tone text_ = Tone::Text2;
    Tone ground = Tone::Surface2;
    Tone edge = Tone::Surface2; // same as ground: no edge

    bool operator==(const ChipLook&) const = default;
};

[[nodiscard]] int chipWidth(const Theme& theme, const ChipLook& chip);
void paintChip(QPainter& painter, const Theme& theme, QRectF where, const ChipLook& chip);

// A panel's ground: radius, 1 px edge inside `where`.
void paintPanel(QPainter& painter, QRectF where, const QColor& ground, const QColor& edge,
                qreal radius, qreal edgeWidth = 1.0);
// One line, elided at its end, vertically centred.
void paintLine(QPainter& painter, QRectF where, const QFont& font, const QColor& color,
               const QString& text, Qt::Alignment align = Qt::AlignLeft);
// Plain text that wraps, broken inside a word where it must be; returns the height used.
// A null painter only measures.
int paintWrapped(QPainter* painter, QRectF where, const QFont& font, int lineHeight,
                 const QColor& color, const QString& text);
void paintRing(QPainter& painter, QRectF where, const QColor& color, qreal radius);

// A count in a pill ("3", "99+").
[[nodiscard]] int badgeWidth(const Theme& theme, int count, int height);
void paintBadge(QPainter& painter, const Theme& theme, QRectF where, int count, Tone ground);

} // namespace comanda::ui
