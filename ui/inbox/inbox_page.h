// Every chat of every channel in one list, the open one beside it, its order beside that.
#pragma once

#include "ui/inbox/chat_list.h"
#include "ui/inbox/chat_pane.h"
#include "ui/inbox/side_pane.h"
#include "ui/models/conversation_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"

class QButtonGroup;

namespace comanda::ui {

class InboxPage final : public QWidget {
    Q_OBJECT
public:
    InboxPage(const ChatPane::Parts& parts, ConversationModel& conversations, OrderBoard& board,
              OrderActions& actions, QWidget* parent = nullptr);

    void open(ConversationId conversation, MessageId at = {});
    void makeOrder(); // of the selected words, the picked messages or the last one that came
    [[nodiscard]] int footHeight() const; // where an answer is typed; 0: nowhere now
    [[nodiscard]] ChatPane& chat() { return *chat_; }
    [[nodiscard]] SidePane& side() { return *side_; }
    [[nodiscard]] QListView& list() { return *list_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeList();
    void refilter();
    void refreshed();
    void followOpen();
    void renew(const Conversation& conversation);
    void choose(const Conversation& conversation);
    void markRead();
    void arrange();
    void showCustomer(bool wanted);
    [[nodiscard]] std::vector<MessageId> orderSources() const;
    void next(int step);

    ChatPane::Parts parts_;
    ConversationModel& conversations_;
    OrderBoard& board_;
    QWidget* left_;
    SearchField* search_;
    QButtonGroup* filters_;
    ChatList* list_;
    EmptyState* nobody_;
    EmptyState* none_;
    ChatPane* chat_;
    SidePane* side_;
    MessageId jumpTo_;
    bool customerWanted_ = false; // in a narrow window, in place of the list
};

} // namespace comanda::ui
