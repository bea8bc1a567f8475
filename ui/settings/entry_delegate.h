// A line of the settings' list: tile or icon, two lines of words, and a channel's lamp.
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace comanda::ui {

inline constexpr int kPlatformRole = Qt::UserRole + 1; // int of Platform; absent: no tile
inline constexpr int kLampRole = Qt::UserRole + 2;     // int of Lamp
inline constexpr int kSecondRole = Qt::UserRole + 3;
inline constexpr int kIconRole = Qt::UserRole + 4;
inline constexpr int kEntryEdge = 16; // px

class EntryDelegate final : public QStyledItemDelegate {
public:
    EntryDelegate(const Theme& theme, QObject* parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const Theme& theme_;
};

} // namespace comanda::ui
