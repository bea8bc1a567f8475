#include "ui/inbox/bubble.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/inbox/thumbnails.h"
#include "ui/widgets/paint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kPadX = 12, kPadY = 8;
constexpr int kBubbleMax = 560;   // px at 100 %
constexpr int kSide = 16;         // page edge
constexpr int kGap = 8;           // between bubbles
constexpr int kPreviewMax = 1200; // shown before "show more"
constexpr int kLinesMax = 30;

} // namespace

Bubble::Bubble(const Message& message, const BubbleContext& context, int width)
    : theme_(context.theme),
      wall_(context.wall),
      platform_(context.platform),
      everything_(context.everything) {
    if (context.newDay) {
        day_ = wall_.day(message.sentAt, context.now);
    }
    const int page = width - 2 * kSide;
    room_ = std::min(page * 76 / 100, theme_.px(kBubbleMax)) - 2 * kPadX;
    y_ = kPadY;
    layChips(message);
    layQuote(message);
    layAttachments(message);
    layCart(message, context);
    layText(message);
    layChoices(message);
    layFoot(message);
    settle(message, width);
}

void Bubble::addLine(const QString& words, Weight weight, Tone tone, const QString& icon) {
    const int height = theme_.line(TextRole::Dense);
    const QFontMetrics metrics(theme_.font(TextRole::Dense, weight));
    const int iconW = icon.isEmpty() ? 0 : theme_.px(16) + 6;
    const int width = std::min(metrics.horizontalAdvance(words) + iconW + 2, room_);
    lines_.push_back({QRect(kPadX, y_, width, height), words, weight, tone, icon});
    use(width);
    y_ += height;
}

void Bubble::layChips(const Message& message) {
    if (message.late) {
        late_ = tr("ARRIVED LATE · written %1").arg(wall_.clock(message.sentAt));
        const int width = std::min(chipWidth(theme_, {u"clock"_s, late_}), room_);
        lateRect_ = QRect(kPadX, y_, width, theme_.px(24));
        use(width);
        y_ += theme_.px(24) + 6;
    }
    if (message.kind == EventKind::Comment) {
        addLine(tr("Public comment"), Weight::Bold, Tone::Due, u"user"_s);
    } else if (message.kind == EventKind::Postback) {
        addLine(tr("Pressed a button"), Weight::Normal, Tone::Text3, u"bump"_s);
    }
    if (message.privately) {
        addLine(tr("In private"), Weight::Bold, Tone::Text2, u"lock"_s);
    }
    if (!message.templateName.isEmpty()) {
        addLine(tr("Approved text"), Weight::Normal, Tone::Text3, u"note"_s);
    }
    if (message.hasPrivateAnswer) {
        addLine(tr("Answered in private"), Weight::Normal, Tone::Text3, u"lock"_s);
    }
}

void Bubble::layQuote(const Message& message) {
    if (message.quotedText.isEmpty() && message.quotedAuthor.isEmpty()) {
        return;
    }
    QString quote = displayLine(message.quotedText, 120);
    const QString author = displayLine(text::authorName(message.quotedAuthor), 40);
    if (!author.isEmpty()) {
        quote = author + u": "_s + quote;
    }
    addLine(u"“"_s + quote + u"”"_s, Weight::Normal, Tone::Text2, u"undo"_s);
    y_ += 4;
}

QString Bubble::fileWords(const KeptAttachment& kept) const {
    const qint64 size = kept.size > 0 ? kept.size : kept.attachment.size.value_or(0);
    QStringList detail{kept.attachment.name.isEmpty() ? QString()
                                                      : safeFileName(kept.attachment.name)};
    switch (kept.state) {
    case MediaState::Wanted:
        detail << tr("on its way");
        break;
    case MediaState::Kept:
        break;
    case MediaState::TooLarge:
        detail << tr("too large to keep");
        break;
    case MediaState::Gone:
        detail << tr("no longer there");
        break;
    case MediaState::Failed:
        detail << tr("could not be fetched");
        break;
    }
    if (size > 0) {
        detail << wall_.locale().formattedDataSize(size, 1);
    }
    detail.removeAll(QString());
    return detail.join(u" · "_s);
}

Bubble::Part Bubble::partOf(const KeptAttachment& kept) const {
    const Attachment& a = kept.attachment;
    Part part;
    part.title = text::attachmentWord(a);
    part.icon = u"attach"_s;
    switch (a.type) {
    case AttachmentType::Image:
    case AttachmentType::Sticker:
    case AttachmentType::Animation:
        part.picture = kept.state == MediaState::Kept && !kept.sha256.isEmpty();
        break;
    case AttachmentType::Location:
        part.icon = u"map"_s;
        part.title = displayLine(firstShown({a.title, part.title}));
        part.detail = a.address.isEmpty() && a.latitude && a.longitude
                          ? u"%1, %2"_s.arg(*a.latitude, 0, 'f', 5).arg(*a.longitude, 0, 'f', 5)
                          : displayLine(a.address);
        return part;
    case AttachmentType::Contact:
        part.icon = u"user"_s;
        part.title = displayLine(firstShown({a.contactName, part.title}));
        part.detail = displayLine(a.phones.join(u", "_s));
        return part;
    case AttachmentType::Audio:
        part.icon = u"sound"_s;
        break;
    case AttachmentType::Link:
        part.icon = u"link"_s;
        part.detail = displayLine(firstShown({a.title, a.url}));
        return part;
    case AttachmentType::Unsupported:
        part.icon = u"question"_s;
        part.detail = displayLine(a.what);
        return part;
    case AttachmentType::Video:
    case AttachmentType::File:
    case AttachmentType::Story:
    case AttachmentType::Template:
        break;
    }
    part.detail = fileWords(kept);
    return part;
}

// The pictures of an album stand in pairs, everything else in a line of its own.
void Bubble::layAttachments(const Message& message) {
    constexpr int kBetween = 6;
    for (const KeptAttachment& kept : message.attachments) {
        parts_.push_back(partOf(kept));
    }
    const bool album =
        std::count_if(parts_.begin(), parts_.end(), [](const Part& part) { return part.picture; })
        > 1;
    const int picture = std::min(theme_.px(kThumbWidth), album ? (room_ - kBetween) / 2 : room_);
    const Part* left = nullptr; // a picture that has room beside it
    for (Part& part : parts_) {
        const int width = part.picture ? picture : std::min(theme_.px(260), room_);
        const int height = part.picture ? width * kThumbHeight / kThumbWidth : theme_.px(kTarget);
        if (left != nullptr && part.picture) {
            part.where = left->where.translated(width + kBetween, 0);
            use(2 * width + kBetween);
            left = nullptr;
            continue;
        }
        part.where = QRect(kPadX, y_, width, height);
        left = album && part.picture ? &part : nullptr;
        use(width);
        y_ += height + kBetween;
    }
}

QString Bubble::cartWords(const CartItem& item, const BubbleContext& context) const {
    const QString name = context.dishes ? context.dishes->value(item.sku) : QString();
    QString words =
        u"%1 × %2"_s.arg(item.quantity).arg(displayLine(text::dishName(name, item.sku), 80));
    const auto currency = Currency::of(item.currency);
    const auto one = currency && !item.price.isEmpty() ? Money::fromDecimal(item.price, *currency)
                                                       : Result<Money>(Money());
    const auto all = one ? one->times(item.quantity) : one;
    if (all && !all->currency.code.isEmpty()) {
        words += u" · "_s + wall_.money(*all);
    }
    return words;
}

void Bubble::layCart(const Message& message, const BubbleContext& context) {
    if (message.cart.empty()) {
        return;
    }
    addLine(tr("Cart from the catalogue"), Weight::Bold, Tone::Accent, u"bag"_s);
    int shown = 0;
    for (const CartItem& item : message.cart) {
        if (++shown > kLinesMax) {
            addLine(tr("and %n more", nullptr, static_cast<int>(message.cart.size()) - kLinesMax),
                    Weight::Normal, Tone::Text2);
            break;
        }
        addLine(cartWords(item, context), Weight::Normal, Tone::Text1);
    }
    y_ += 4;
}

void Bubble::layText(const Message& message) {
    text_ = displayText(message.text, everything_ ? kShownTextMax : kPreviewMax);
    if (text_.isEmpty()) {
        return;
    }
    QString laid = text_;
    laid.replace(u'\n', QChar::LineSeparator);
    layout_ = std::make_unique<QTextLayout>(laid, theme_.font(TextRole::Body));
    layout_->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout_->setTextOption(option);
    layout_->beginLayout();
    qreal y = 0;
    qreal widest = 0;
    const int lineHeight = theme_.line(TextRole::Body);
    for (QTextLine line = layout_->createLine(); line.isValid(); line = layout_->createLine()) {
        line.setLineWidth(room_);
        line.setPosition(QPointF(0, y + (lineHeight - line.height()) / 2));
        widest = std::max(widest, line.naturalTextWidth());
        y += std::max<qreal>(lineHeight, line.height());
    }
    layout_->endLayout();
    textAt_ = QPoint(kPadX, y_);
    use(std::min(qCeil(widest) + 1, room_));
    y_ += qCeil(y);
    if (!everything_ && message.text.size() > kPreviewMax) {
        const QString words = tr("Show more");
        const int width =
            QFontMetrics(theme_.font(TextRole::Dense, Weight::Bold)).horizontalAdvance(words) + 16;
        more_ = QRect(kPadX, y_, width, theme_.px(kTarget) - 8);
        use(width);
        y_ += more_.height();
    }
}

// The answers that the customer can touch.
void Bubble::layChoices(const Message& message) {
    if (message.choices.isEmpty()) {
        return;
    }
    y_ += 4;
    for (const QString& choice : message.choices) {
        addLine(displayLine(choice, 40), Weight::Bold, Tone::Accent, u"bump"_s);
    }
}

QString Bubble::footWords(const Message& message) const {
    QStringList words;
    const QString author = displayLine(text::authorName(message.author), 40);
    if (message.direction == Direction::Out && !author.isEmpty()) {
        words << author;
    }
    if (message.deleted) {
        words << tr("deleted by the customer");
    } else if (message.edited) {
        words << tr("edited");
    }
    words << wall_.clock(message.sentAt);
    if (message.direction == Direction::Out) {
        words << text::messageState(message.state, message.stateWhy, platform_);
    }
    words.removeAll(QString());
    return words.join(u" · "_s);
}

void Bubble::layFoot(const Message& message) {
    for (const Reaction& reaction : message.reactions) {
        reactions_ += displayLine(reaction.emoji, 8);
    }
    foot_ = footWords(message);
    const QFontMetrics small(theme_.font(TextRole::Small, Weight::Bold));
    const int icon = theme_.px(16) + 4;
    const int order = message.order ? icon : 0;
    const int width = small.horizontalAdvance(foot_) + icon + order
                      + (reactions_.isEmpty() ? 0 : small.horizontalAdvance(reactions_) + 12);
    y_ += 2;
    footRect_ = QRect(kPadX, y_, std::min(width, room_), theme_.line(TextRole::Small));
    use(footRect_.width());
    y_ += footRect_.height() + kPadY;
}

void Bubble::settle(const Message& message, int width) {
    const int above = (day_.isEmpty() ? 0 : theme_.px(32)) + kGap / 2;
    const int bubbleWidth = used_ + 2 * kPadX;
    const int left = message.direction == Direction::In ? kSide : width - kSide - bubbleWidth;
    body_ = QRect(left, above, bubbleWidth, y_);
    footRect_.setWidth(used_);
    const QPoint by = body_.topLeft();
    footRect_.translate(by);
    lateRect_.translate(by);
    more_ = more_.isNull() ? more_ : more_.translated(by);
    textAt_ += by;
    for (Part& part : parts_) {
        part.where.translate(by);
    }
    for (Line& line : lines_) {
        line.where.translate(by);
        line.where.setWidth(used_);
    }
    height_ = above + y_ + kGap / 2;
}

QRect Bubble::attachment(std::size_t index) const {
    return index < parts_.size() ? parts_[index].where : QRect();
}

int Bubble::characterAt(QPoint inRow) const {
    if (!layout_ || !body_.contains(inRow)) {
        return -1;
    }
    const QPointF at = inRow - textAt_;
    for (int i = 0; i < layout_->lineCount(); ++i) {
        const QTextLine line = layout_->lineAt(i);
        if (at.y() < line.y() + line.height() || i + 1 == layout_->lineCount()) {
            return line.xToCursor(at.x());
        }
    }
    return -1;
}

} // namespace comanda::ui
