// The open conversation: who, the chat, where to write, and what to do with a message that did not
// leave or a file that came.
#pragma once

#include "core/hub/desk.h"
#include "ui/inbox/composer.h"
#include "ui/inbox/kept_files.h"
#include "ui/inbox/template_sheet.h"
#include "ui/inbox/thread_view.h"
#include "ui/widgets/alert_line.h"
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
    // Where nothing else shows them: what the customer must not eat, and a way to who they are.
    void showCustomer(bool apart, const QString& allergies);
    [[nodiscard]] const std::optional<Conversation>& conversation() const { return conversation_; }
    [[nodiscard]] ThreadView& thread() { return *thread_; }
    [[nodiscard]] Composer& composer() { return *composer_; }
    [[nodiscard]] TemplateSheet& templateSheet() { return *templates_; }
    [[nodiscard]] int footHeight() const; // of what stands below the messages
    [[nodiscard]] MessageModel& messages() { return *messages_; }

Q_SIGNALS:
    void orderAsked();
    void customerAsked();
    void orderTouched(comanda::OrderId order);
    void conversationWanted(comanda::ConversationId conversation); // another one of the person

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeHead();
    void readReplies();
    void readChannels();
    void openTemplates(ConversationId conversation);
    void sendTemplate(ConversationId conversation, const TemplateUse& use, const QString& text,
                      const QString& path);
    void chooseTemplateFile(TemplateHeader kind);
    void askNumber();
    void call(const QString& phone);
    void offerNumber();
    void findOthers(ConversationId conversation);
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
    Button* number_;
    Button* customer_;
    Button* order_;
    AlertLine* allergies_;
    ThreadView* thread_;
    Composer* composer_;
    TemplateSheet* templates_;
};

} // namespace comanda::ui
