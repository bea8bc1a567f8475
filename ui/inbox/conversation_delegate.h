// Paints a row of the conversation list: tile, name, time; preview, tags, unread count.
#pragma once

#include "core/base/clock.h"
#include "core/domain/message.h"
#include "core/domain/shop.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace comanda::ui {

class ConversationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ConversationDelegate(const Theme& theme, const Shop& shop, const Clock& clock, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    // Tags and count, right to left; returns where the preview must end.
    int paintTags(QPainter& painter, QRect row, const Conversation& conversation) const;

    const Theme& theme_;
    const Shop& shop_;
    const Clock& clock_;
};

} // namespace comanda::ui
