// Where staff write: says until when they may, what happens when the channel is down, and never
// loses what was typed.
#pragma once

#include "core/base/clock.h"
#include "core/domain/channel.h"
#include "core/domain/message.h"
#include "ui/inbox/answer_row.h"
#include "ui/inbox/closed_row.h"
#include "ui/inbox/window_notice.h"
#include "ui/models/lights.h"
#include "ui/models/wall_time.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>
#include <QHash>
#include <QPlainTextEdit>
#include <QTimer>

class QHBoxLayout;
class QSpacerItem;

namespace comanda::ui {

class Composer final : public QFrame {
    Q_OBJECT
public:
    using Descriptors = std::function<const ChannelDescriptor*(Platform)>;

    Composer(const Theme& theme, const Clock& clock, const Lights& lights, Descriptors descriptors,
             QWidget* parent = nullptr);

    void
    open(const std::optional<Conversation>& conversation); // what was typed in another one is kept
    void update(const Conversation& conversation);
    void setQuickReplies(const QStringList& texts);
    // As the owner set them up: some have a longer window.
    void setChannels(const std::vector<ChannelConfig>& channels);
    // The next answer goes to this comment.
    void answerTo(const Message& comment);
    [[nodiscard]] AnswerRow& answerRow() { return *answer_; }
    [[nodiscard]] ReplyWindow windowOf(const Conversation& conversation) const;
    [[nodiscard]] ClosedRow& closedRow() { return *closed_; }
    void startTyping();
    void putBack(ConversationId conversation, const QString& text); // it could not be kept
    [[nodiscard]] bool mayWrite() const { return mayWrite_; }
    [[nodiscard]] QString text() const { return edit_->toPlainText(); }
    void insert(const QString& text);
    void send();

Q_SIGNALS:
    void sendAsked(comanda::ConversationId conversation, const QString& text);
    void attachAsked(comanda::ConversationId conversation);
    void approvedTextAsked(comanda::ConversationId conversation);
    void callAsked(const QString& phone);
    // The window is closed: where else is this person met?
    void othersAsked(comanda::ConversationId conversation);
    void typed(comanda::ConversationId conversation); // now and then, while somebody writes

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    void dressHint();
    void dressNotice(const WindowNotice& notice);
    void dressChannel(bool down);
    void grow();
    [[nodiscard]] const ChannelDescriptor* descriptor() const;
    void dressClosed(const WindowNotice& notice);
    void noteTyping();
    [[nodiscard]] QString toSend() const; // what is typed, as it would leave
    [[nodiscard]] bool canSend() const;
    void fitReplies();
    void offerReplies();

    const Theme& theme_;
    const Clock& clock_;
    const Lights& lights_;
    Descriptors descriptors_;
    std::optional<Conversation> conversation_;
    QHash<ChannelId, QJsonObject> settings_;
    std::optional<Monotonic> typedAt_;
    ConversationId othersOf_; // asked for
    QHash<ConversationId, QString> drafts_;
    QHBoxLayout* replies_;
    QSpacerItem* row_; // as high as the replies
    std::vector<Button*> replyButtons_;
    QStringList replyTexts_;
    Button* moreReplies_;
    PlainLabel* notice_;
    PlainLabel* channel_;
    AnswerRow* answer_;
    ClosedRow* closed_;
    QPlainTextEdit* edit_;
    Button* attach_;
    Button* send_;
    QTimer second_;
    bool mayWrite_ = true;
};

} // namespace comanda::ui
