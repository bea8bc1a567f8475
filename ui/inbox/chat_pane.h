// The open conversation: who, the chat, where to write, and what to do with a message that did not
// leave or a file that came.
#pragma once

#include "core/hub/desk.h"
#include "ui/inbox/composer.h"
#include "ui/inbox/kept_files.h"
#include "ui/inbox/thread_view.h"
#include "ui/widgets/prompt_bar.h"
#include "ui/widgets/toast.h"

namespace comanda::ui {

class ChatPane final : public QWidget {
    Q_OBJECT
public:
    struct Parts { // of the window around it
        const Theme& theme;
        store::Store& store;
        hub::Desk& desk;
        const Clock& clock;
        const Lights& lights;
        PromptBar& prompt;
        Toast& toast;
        Composer::Descriptors descriptors;
    };
    explicit ChatPane(const Parts& parts, QWidget* parent = nullptr);

    void open(const std::optional<Conversation>& conversation);
    void update(const Conversation& conversation);
    [[nodiscard]] const std::optional<Conversation>& conversation() const { return conversation_; }
    [[nodiscard]] ThreadView& thread() { return *thread_; }
    [[nodiscard]] Composer& composer() { return *composer_; }
    [[nodiscard]] MessageModel& messages() { return *messages_; }

Q_SIGNALS:
    void orderAsked();
    void orderTouched(comanda::OrderId order);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    void readReplies();
    void sendText(ConversationId conversation, const QString& text);
    void attach(ConversationId conversation);
    void askAbout(MessageId message);
    void askToResend(const Message& message);
    void askWhetherArrived(MessageId message);
    void openAttachment(MessageId message, int index);
    void saveAttachment(const KeptAttachment& kept);
    void complain(const Error& error);
    std::function<void(Result<>)> orComplain();

    Parts parts_;
    std::optional<Conversation> conversation_;
    MessageModel* messages_;
    Thumbnails* thumbnails_;
    KeptFiles files_;
    QWidget* head_;
    PlainLabel* name_;
    PlainLabel* handle_;
    Button* order_;
    ThreadView* thread_;
    Composer* composer_;
};

} // namespace comanda::ui
