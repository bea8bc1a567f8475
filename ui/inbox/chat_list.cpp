#include "ui/inbox/chat_list.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace comanda::ui {

void ChatList::mark(const QModelIndex& index) {
    if (!index.isValid()) {
        selectionModel()->clear();
    } else if (index != currentIndex() || !selectionModel()->isSelected(index)) {
        setCurrentIndex(index);
    }
}

void ChatList::mousePressEvent(QMouseEvent* event) {
    QListView::mousePressEvent(event);
    if (const QModelIndex index = indexAt(event->pos()); index.isValid()) {
        Q_EMIT chosen(index);
    }
}

void ChatList::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) { // else it would drag the selection to other rows
        QListView::mouseMoveEvent(event);
    }
}

// The first row would be current without being open: Down would go past it.
void ChatList::focusInEvent(QFocusEvent* event) {
    QListView::focusInEvent(event);
    if (!selectionModel()->hasSelection()) {
        selectionModel()->clearCurrentIndex();
    }
}

void ChatList::keyPressEvent(QKeyEvent* event) {
    const QPersistentModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (currentIndex().isValid() && (enter || before != currentIndex())) {
        Q_EMIT chosen(currentIndex());
    }
}

} // namespace comanda::ui
