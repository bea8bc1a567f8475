// The chat: bubbles that stay where they are when older ones are read, words that can be selected,
// messages that can be picked.
#pragma once

#include "core/base/clock.h"
#include "core/domain/shop.h"
#include "ui/inbox/bubble.h"
#include "ui/inbox/thumbnails.h"
#include "ui/models/message_model.h"

#include <QListView>
#include <QSet>

namespace comanda::ui {

class ThreadView final : public QListView {
    Q_OBJECT
public:
    ThreadView(const Theme& theme, const Shop& shop, const Clock& clock, MessageModel& messages,
               Thumbnails& thumbnails, QWidget* parent = nullptr);

    void setPlatform(Platform platform);
    void setShop(const Shop& shop);                      // its clock and money
    [[nodiscard]] QString selectedWords() const;         // empty: none
    [[nodiscard]] std::vector<MessageId> picked() const; // by Space or Ctrl+click, oldest first
    [[nodiscard]] MessageId selectedMessage() const;     // of the words, or the current one
    void clearPicks();
    using QListView::scrollTo;
    void doItemsLayout() override; // few messages stand at the bottom, by the composer
    void showMessage(MessageId message);
    [[nodiscard]] const Bubble& bubble(const QModelIndex& index) const;
    void paintRow(QPainter& painter, QRect row, const QModelIndex& index) const;

Q_SIGNALS:
    void stateTouched(comanda::MessageId message); // waiting, failed or unsure: what now?
    void attachmentTouched(comanda::MessageId message, int attachment);
    void orderTouched(comanda::OrderId order);
    void wordsSelected(bool any);
    void messageChosen(comanda::MessageId message); // by a touch or the arrow keys

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& before) override;

private:
    struct Laid {
        Message message;
        bool newDay = false;
        std::shared_ptr<Bubble> bubble;
    };
    void forget(); // width or looks changed
    bool touch(const QModelIndex& index, QPoint inRow);
    void select(MessageId message, int from, int to);
    void selectByWord(int direction);
    void pick(MessageId message);     // or not any more
    void act(const Message& message); // what Enter does
    void copy() const;
    void keepPlace();
    [[nodiscard]] BubbleContext context(const QModelIndex& index) const;

    const Theme& theme_;
    const Clock& clock_;
    WallTime wall_;
    MessageModel& messages_;
    Thumbnails& thumbnails_;
    Platform platform_ = Platform::Telegram;
    mutable QHash<MessageId, Laid> laid_;
    QSet<MessageId> expanded_, picked_;
    MessageId selected_;
    int anchor_ = 0, caret_ = 0; // of the selected words
    bool atEnd_ = true, older_ = false;
    int fromEnd_ = 0;
};

} // namespace comanda::ui
