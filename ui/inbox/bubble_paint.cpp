#include "ui/inbox/bubble.h"
#include "ui/inbox/thumbnails.h"
#include "ui/widgets/paint.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

struct Ground {
    Tone fill, edge;
    bool dashed = false;
};

Ground groundOf(const Message& message) {
    if (message.direction == Direction::In) {
        return {Tone::BubbleIn, Tone::Line};
    }
    switch (message.state) {
    case MessageState::Waiting:
        return {Tone::Surface1, Tone::Due, true};
    case MessageState::Failed:
    case MessageState::Unsure:
        return {Tone::ErrorSoft, Tone::Error};
    case MessageState::Received:
    case MessageState::Sending:
    case MessageState::Sent:
    case MessageState::Delivered:
    case MessageState::Read:
        return {Tone::BubbleOut, Tone::BubbleOut};
    }
    Q_UNREACHABLE();
}

QString markOf(MessageState state) {
    switch (state) {
    case MessageState::Received:
        return {};
    case MessageState::Waiting:
    case MessageState::Sending:
        return u"clock"_s;
    case MessageState::Sent:
        return u"check"_s;
    case MessageState::Delivered:
    case MessageState::Read:
        return u"double-check"_s;
    case MessageState::Failed:
        return u"warning"_s;
    case MessageState::Unsure:
        return u"question"_s;
    }
    Q_UNREACHABLE();
}

Tone footTone(const Message& message) {
    if (message.direction == Direction::In) {
        return Tone::Text3;
    }
    switch (message.state) {
    case MessageState::Waiting:
        return Tone::Due;
    case MessageState::Failed:
    case MessageState::Unsure:
        return Tone::Error;
    case MessageState::Received:
    case MessageState::Sending:
    case MessageState::Sent:
    case MessageState::Delivered:
    case MessageState::Read:
        return Tone::Text2;
    }
    Q_UNREACHABLE();
}

} // namespace

void Bubble::paintGround(QPainter& painter, const Message& message, bool picked) const {
    const Ground ground = groundOf(message);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme_.color(ground.fill));
    QPen pen(theme_.color(ground.edge), 1);
    if (ground.dashed) {
        pen.setDashPattern({3, 2});
    }
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(body_).adjusted(0.5, 0.5, -0.5, -0.5), kRadiusCard, kRadiusCard);
    painter.restore();
    if (picked) {
        paintRing(painter, QRectF(body_).adjusted(-3, -3, 3, 3), theme_.color(Tone::Focus),
                  kRadiusCard + 2);
    }
}

void Bubble::paintPart(QPainter& painter, const Part& part, const KeptAttachment& kept,
                       Thumbnails& thumbnails) const {
    const QRectF where = part.where;
    if (part.picture && !thumbnails.isHopeless(kept.sha256)) {
        const QImage image = thumbnails.find(kept.sha256);
        paintPanel(painter, where, theme_.color(Tone::Surface2), theme_.color(Tone::Surface2),
                   kRadiusControl);
        if (!image.isNull()) {
            QSizeF size = image.size();
            if (size.width() > where.width() || size.height() > where.height()) {
                size.scale(where.size(), Qt::KeepAspectRatio);
            }
            QRectF target(QPointF(0, 0), size);
            target.moveCenter(where.center());
            painter.save();
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(target, image);
            painter.restore();
            return;
        }
    } else {
        paintPanel(painter, where, theme_.color(Tone::Surface1), theme_.color(Tone::LineStrong),
                   kRadiusControl);
    }
    const int side = theme_.px(20);
    theme_.paintIcon(
        painter, part.icon, Tone::Text2,
        QRectF(where.left() + 10, qRound(where.center().y() - side / 2.0), side, side));
    const qreal left = where.left() + 10 + side + 8;
    const QRectF words(left, where.center().y() - theme_.px(18), where.right() - 8 - left,
                       theme_.px(18));
    const bool two = !part.detail.isEmpty();
    paintLine(painter, two ? words : words.translated(0, theme_.px(9)),
              theme_.font(TextRole::Dense, Weight::Bold), theme_.color(Tone::Text1), part.title);
    paintLine(painter, words.translated(0, theme_.px(18)), theme_.font(TextRole::Small),
              theme_.color(Tone::Text2), part.detail);
}

void Bubble::paintFoot(QPainter& painter, const Message& message) const {
    const Tone tone = footTone(message);
    const bool loud = tone == Tone::Due || tone == Tone::Error;
    const int side = theme_.px(16);
    qreal right = footRect_.right() + 1;
    const QString mark = message.direction == Direction::Out ? markOf(message.state) : QString();
    if (!mark.isEmpty()) {
        theme_.paintIcon(painter, mark, tone, QRectF(right - side, footRect_.top(), side, side));
        right -= side + 4;
    }
    if (message.order) {
        theme_.paintIcon(painter, u"note"_s, Tone::Accent,
                         QRectF(footRect_.left(), footRect_.top(), side, side));
    }
    if (!reactions_.isEmpty()) {
        const int shift = message.order ? side + 4 : 0;
        paintLine(painter, QRectF(footRect_).adjusted(shift, 0, 0, 0), theme_.font(TextRole::Small),
                  theme_.color(Tone::Text1), reactions_);
    }
    paintLine(
        painter,
        QRectF(footRect_.left(), footRect_.top(), right - footRect_.left(), footRect_.height()),
        theme_.font(TextRole::Small, loud ? Weight::Bold : Weight::Normal), theme_.color(tone),
        foot_, Qt::AlignRight);
}

void Bubble::paint(QPainter& painter, QPoint origin, const Message& message,
                   const BubbleContext& context, Thumbnails& thumbnails, const Selection& selection,
                   bool picked) const {
    painter.save();
    painter.translate(origin);
    paintGround(painter, message, picked);
    painter.setClipRect(body_, Qt::IntersectClip); // towers of marks stay in their bubble
    if (!late_.isEmpty()) {
        paintChip(painter, context.theme, lateRect_,
                  {u"clock"_s, late_, Tone::Due, Tone::DueSoft, Tone::DueSoft});
    }
    for (const Line& line : lines_) {
        QRectF where = line.where;
        if (!line.icon.isEmpty()) {
            const int side = theme_.px(16);
            theme_.paintIcon(painter, line.icon, line.tone,
                             QRectF(where.left(), where.center().y() - side / 2.0, side, side));
            where.setLeft(where.left() + side + 6);
        }
        paintLine(painter, where, theme_.font(TextRole::Dense, line.weight),
                  theme_.color(line.tone), line.words);
    }
    for (std::size_t i = 0; i < parts_.size() && i < message.attachments.size(); ++i) {
        paintPart(painter, parts_[i], message.attachments[i], thumbnails);
    }
    if (layout_) {
        QList<QTextLayout::FormatRange> marks;
        if (selection.length > 0) {
            QTextLayout::FormatRange range;
            range.start = selection.from;
            range.length = selection.length;
            range.format.setBackground(theme_.color(Tone::Accent));
            range.format.setForeground(theme_.color(Tone::OnAccent));
            marks << range;
        }
        painter.setPen(theme_.color(message.deleted ? Tone::Text3 : Tone::Text1));
        layout_->draw(&painter, textAt_, marks);
    }
    if (!more_.isNull()) {
        paintLine(painter, more_, theme_.font(TextRole::Dense, Weight::Bold),
                  theme_.color(Tone::Accent), tr("Show more"));
    }
    paintFoot(painter, message);
    painter.restore();
}

void Bubble::paintDay(QPainter& painter, QRect row) const {
    if (day_.isEmpty()) {
        return;
    }
    paintLine(painter, QRectF(row.left(), row.top(), row.width(), body_.top()),
              theme_.font(TextRole::Small), theme_.color(Tone::Text3), day_, Qt::AlignHCenter);
}

} // namespace comanda::ui
