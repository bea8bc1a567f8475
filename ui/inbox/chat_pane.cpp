#include "ui/inbox/chat_pane.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/models/quick_replies.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr Millis kComplaintLasts{8'000};
} // namespace

ChatPane::ChatPane(const Parts& parts, QWidget* parent)
    : QWidget(parent),
      parts_(parts),
      messages_(new MessageModel(parts.store, this)),
      thumbnails_(new Thumbnails(parts.store.media(), this)),
      files_(parts.store.media()),
      head_(makeHead()),
      thread_(new ThreadView(parts.theme, parts.desk.shop(), parts.clock, *messages_, *thumbnails_,
                             this)),
      composer_(new Composer(parts.theme, parts.clock, parts.lights, parts.descriptors, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head_);
    column->addWidget(thread_, 1);
    column->addWidget(composer_);
    connect(composer_, &Composer::sendAsked, this, &ChatPane::sendText);
    connect(composer_, &Composer::attachAsked, this, &ChatPane::attach);
    connect(thread_, &ThreadView::stateTouched, this, &ChatPane::askAbout);
    connect(thread_, &ThreadView::attachmentTouched, this, &ChatPane::openAttachment);
    connect(thread_, &ThreadView::orderTouched, this, &ChatPane::orderTouched);
    connect(thread_, &ThreadView::wordsSelected, this, [this](bool any) {
        order_->setText(any ? tr("Order these words") : tr("Make an order"));
        order_->updateGeometry();
    });
    connect(messages_, &MessageModel::failed, this, &ChatPane::complain);
    connect(messages_, &MessageModel::refreshed, thumbnails_, &Thumbnails::askAgain);
    connect(&parts_.store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.channels || changes.all) {
            readReplies();
        }
    });
    connect(&parts_.desk, &hub::Desk::shopChanged, this,
            [this] { thread_->setShop(parts_.desk.shop()); });
    readReplies();
    open(std::nullopt);
}

QWidget* ChatPane::makeHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16 + parts_.theme.px(28) + 12, 8, 16, 8);
    row->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    name_ = new PlainLabel(parts_.theme, TextRole::Strong, Weight::Bold, Tone::Text1, head);
    handle_ = new PlainLabel(parts_.theme, TextRole::Dense, Weight::Normal, Tone::Text2, head);
    words->addWidget(name_);
    words->addWidget(handle_);
    row->addLayout(words, 1);
    order_ = new Button(parts_.theme, ButtonKind::Secondary, u"note"_s, tr("Make an order"), head);
    order_->setKeyHint(u"Ctrl+O"_s);
    order_->setObjectName(u"makeOrder"_s);
    order_->setAccessibleName(tr("Make an order from the selected words or message"));
    row->addWidget(order_);
    connect(order_, &Button::clicked, this, &ChatPane::orderAsked);
    return head;
}

void ChatPane::readReplies() {
    parts_.store.read<QStringList>(
        this, [](store::Reader& reader) { return readQuickReplies(reader); },
        [this](const Result<QStringList>& replies) {
            if (replies) { // without them there is only less to touch
                composer_->setQuickReplies(*replies);
            }
        });
}

void ChatPane::open(const std::optional<Conversation>& conversation) {
    conversation_ = conversation;
    messages_->open(conversation ? conversation->id : ConversationId());
    if (conversation) {
        thread_->setPlatform(conversation->platform);
        update(*conversation);
    }
    composer_->open(conversation);
    head_->setVisible(conversation.has_value());
}

void ChatPane::update(const Conversation& conversation) {
    if (!conversation_ || conversation.id != conversation_->id) {
        return;
    }
    conversation_ = conversation;
    name_->show(conversation.name);
    QStringList second{text::platformName(conversation.platform)};
    if (const QString handle = displayLine(conversation.handle, 60); !handle.isEmpty()) {
        second << handle;
    }
    if (conversation.openOrders > 0) {
        second << tr("%n open orders", nullptr, conversation.openOrders);
    }
    handle_->show(second.join(u" · "_s));
    composer_->update(conversation);
    QWidget::update();
}

void ChatPane::complain(const Error& error) {
    parts_.toast.tell(text::describe(error), Tone::Late, kComplaintLasts);
}

std::function<void(Result<>)> ChatPane::orComplain() {
    return [this](const Result<>& done) {
        if (!done) {
            complain(done.error());
        }
    };
}

void ChatPane::sendText(ConversationId conversation, const QString& text) {
    parts_.desk.sendText(conversation, text, std::nullopt, this,
                         [this, conversation, text](const Result<MessageId>& sent) {
                             if (!sent) {
                                 complain(sent.error());
                                 composer_->putBack(conversation, text);
                             }
                         });
}

void ChatPane::attach(ConversationId conversation) {
    auto* dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, conversation](const QString& path) {
        parts_.desk.sendFile(conversation, path, {}, this, [this](const Result<MessageId>& sent) {
            if (!sent) {
                complain(sent.error());
            }
        });
    });
    dialog->open();
}

void ChatPane::askAbout(MessageId id) {
    const Message* message = messages_->at(messages_->rowOf(id));
    if (!message) {
        return;
    }
    if (message->state == MessageState::Waiting) {
        parts_.prompt.ask(tr("This answer is waiting to leave."),
                          {{tr("Take it back"), ButtonKind::Danger}, {tr("Let it wait")}}, this,
                          [this, id](int choice) {
                              if (choice == 0) {
                                  parts_.desk.cancelWaiting(id, this, orComplain());
                              }
                          });
    } else if (message->state == MessageState::Failed) {
        askToResend(*message);
    } else if (message->state == MessageState::Unsure) {
        askWhetherArrived(id);
    }
}

void ChatPane::askToResend(const Message& message) {
    if (message.stateWhy.isEmpty()) {
        parts_.desk.resend(message.id, this, orComplain());
        return;
    }
    parts_.prompt.ask(text::describe(message.stateWhy), {{tr("Send again")}, {tr("Not now")}}, this,
                      [this, id = message.id](int choice) {
                          if (choice == 0) {
                              parts_.desk.resend(id, this, orComplain());
                          }
                      });
}

void ChatPane::askWhetherArrived(MessageId id) {
    parts_.prompt.ask(tr("It may have arrived. Sending again may send it twice."),
                      {{tr("It arrived")}, {tr("Send again"), ButtonKind::Danger}, {tr("Not now")}},
                      this, [this, id](int choice) {
                          if (choice == 0) {
                              parts_.desk.confirmArrived(id, this, orComplain());
                          } else if (choice == 1) {
                              parts_.desk.resend(id, this, orComplain());
                          }
                      });
}

void ChatPane::openAttachment(MessageId id, int index) {
    const Message* message = messages_->at(messages_->rowOf(id));
    if (!message || index >= static_cast<int>(message->attachments.size())) {
        return;
    }
    const KeptAttachment& kept = message->attachments.at(static_cast<std::size_t>(index));
    if (kept.state != MediaState::Kept || kept.sha256.isEmpty()) {
        return;
    }
    if (kept.extension.isEmpty()) { // of a kind that we never open ourselves
        const KeptAttachment copy = kept;
        parts_.prompt.ask(
            tr("This kind of file can do harm. Save it only if you know who sent it."),
            {{tr("Save as…")}, {tr("Leave it")}}, this, [this, copy](int choice) {
                if (choice == 0) {
                    saveAttachment(copy);
                }
            });
        return;
    }
    files_.open(kept, this, orComplain());
}

void ChatPane::saveAttachment(const KeptAttachment& kept) {
    auto* dialog = new QFileDialog(this, tr("Save as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(safeFileName(kept.attachment.name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kept](const QString& path) { files_.copy(kept, path, this, orComplain()); });
    dialog->open();
}

void ChatPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), parts_.theme.color(Tone::Surface0));
    if (!conversation_) {
        return;
    }
    const int height = head_->height();
    painter.fillRect(QRect(0, 0, width(), height), parts_.theme.color(Tone::Surface1));
    painter.fillRect(QRect(0, height - 1, width(), 1), parts_.theme.color(Tone::Line));
    const int tile = parts_.theme.px(28);
    parts_.theme.paintTile(painter, conversation_->platform,
                           QRect(16, (height - tile) / 2, tile, tile));
}

} // namespace comanda::ui
