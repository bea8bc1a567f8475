#include "ui/inbox/conversation_delegate.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/models/conversation_model.h"
#include "ui/models/wall_time.h"
#include "ui/widgets/paint.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kRow = 68;
constexpr int kSide = 12;
} // namespace

ConversationDelegate::ConversationDelegate(const Theme& theme, const Shop& shop, const Clock& clock,
                                           QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme), shop_(shop), clock_(clock) {}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {theme_.px(200), theme_.px(kRow)};
}

int ConversationDelegate::paintTags(QPainter& painter, QRect row,
                                    const Conversation& conversation) const {
    const int tall = theme_.px(20);
    int right = row.right();
    const int top = row.top() + (row.height() - tall) / 2;
    if (conversation.unread > 0) {
        const int width = badgeWidth(theme_, conversation.unread, tall);
        paintBadge(painter, theme_, QRectF(right - width, top, width, tall), conversation.unread,
                   Tone::New);
        right -= width + 6;
    }
    const auto tag = [&](const ChipLook& chip) {
        const int width = chipWidth(theme_, chip);
        paintChip(painter, theme_, QRectF(right - width, top, width, tall), chip);
        right -= width + 6;
    };
    if (conversation.blocked) {
        tag({u"lock"_s, tr("Blocked"), Tone::Text2, Tone::Surface2, Tone::Surface2});
    } else if (conversation.noRight) {
        tag({u"lock"_s, tr("Read only"), Tone::Text2, Tone::Surface2, Tone::Surface2});
    } else if (conversation.waiting > 0) {
        tag({u"clock"_s, tr("%n waiting", nullptr, conversation.waiting), Tone::Due, Tone::DueSoft,
             Tone::DueSoft});
    } else if (conversation.lastState == MessageState::Failed) {
        tag({u"warning"_s, tr("Not sent"), Tone::Error, Tone::ErrorSoft, Tone::ErrorSoft});
    } else if (conversation.lastState == MessageState::Unsure) { // it may have arrived
        tag({u"question"_s, tr("Not sure"), Tone::Error, Tone::ErrorSoft, Tone::ErrorSoft});
    } else if (conversation.openOrders > 0) {
        tag({{},
             conversation.openOrders == 1 ? tr("Order")
                                          : tr("%n orders", nullptr, conversation.openOrders),
             Tone::New,
             Tone::NewSoft,
             Tone::NewSoft});
    }
    return right;
}

void ConversationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const auto* model = qobject_cast<const ConversationModel*>(index.model());
    const Conversation* row = model ? model->at(index) : nullptr;
    if (!row) {
        return;
    }
    const QRect r = option.rect;
    painter->save();
    painter->setClipRect(r, Qt::IntersectClip); // towers of marks stay in their row
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(r, theme_.color(selected ? Tone::AccentSoft
                                      : hover  ? Tone::Surface2
                                               : Tone::Surface1));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme_.color(Tone::Line));
    if (selected) {
        painter->fillRect(QRect(r.left(), r.top(), 4, r.height()), theme_.color(Tone::Accent));
    }
    const int tile = theme_.px(28);
    theme_.paintTile(*painter, row->platform,
                     QRect(r.left() + kSide, r.top() + (r.height() - tile) / 2, tile, tile));
    const int left = r.left() + kSide + tile + 10;
    const int right = r.right() - kSide;
    const int first = theme_.line(TextRole::Body) + 2;
    const int top = r.top() + (r.height() - first - theme_.px(22)) / 2;
    const QString when = WallTime(shop_).brief(row->lastAt, clock_.now());
    const QFont small = theme_.font(TextRole::Small);
    const int whenW = QFontMetrics(small).horizontalAdvance(when) + 2;
    paintLine(*painter, QRectF(right - whenW, top, whenW, first), small, theme_.color(Tone::Text2),
              when, Qt::AlignRight);
    paintLine(*painter, QRectF(left, top, right - whenW - 8 - left, first),
              theme_.font(TextRole::Body, Weight::Bold), theme_.color(Tone::Text1),
              displayLine(row->name));
    const QRect second(left, top + first, right - left, theme_.px(22));
    const int end = paintTags(*painter, second, *row);
    QString preview = displayLine(row->lastText, 200);
    if (row->lastDirection == Direction::Out) {
        preview = (row->lastAuthor.isEmpty() ? tr("We")
                                             : displayLine(text::authorName(row->lastAuthor), 40))
                  + u": "_s + preview;
    }
    paintLine(*painter, QRectF(left, second.top(), end - left, second.height()),
              theme_.font(TextRole::Dense, row->unread > 0 ? Weight::Bold : Weight::Normal),
              theme_.color(row->unread > 0 ? Tone::Text1 : Tone::Text2), preview);
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
        paintRing(*painter, r.adjusted(4, 1, -1, -2), theme_.color(Tone::Focus), 4);
    }
    painter->restore();
}

} // namespace comanda::ui
