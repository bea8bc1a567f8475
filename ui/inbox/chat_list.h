// The list of chats. Only a press or a key chooses one: rows that come and go move the current one,
// too, and must not open a chat under somebody's hands.
#pragma once

#include <QListView>

namespace comanda::ui {

class ChatList final : public QListView {
    Q_OBJECT
public:
    using QListView::QListView;
    void mark(const QModelIndex& index); // the open chat; invalid: it is not in the list

Q_SIGNALS:
    void chosen(const QModelIndex& index);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace comanda::ui
