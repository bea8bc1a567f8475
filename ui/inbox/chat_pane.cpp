#include "ui/inbox/chat_pane.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/models/quick_replies.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QUrl>
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
      allergies_(new AlertLine(parts.theme, this)),
      thread_(new ThreadView(parts.theme, parts.desk.shop(), parts.clock, *messages_, *thumbnails_,
                             this)),
      composer_(new Composer(parts.theme, parts.clock, parts.lights, parts.descriptors, this)),
      templates_(new TemplateSheet(parts.theme, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head_);
    column->addWidget(allergies_);
    column->addWidget(thread_, 1);
    column->addWidget(composer_);
    column->addWidget(templates_);
    connect(composer_, &Composer::sendAsked, this, &ChatPane::sendText);
    connect(composer_, &Composer::attachAsked, this, &ChatPane::attach);
    connect(composer_, &Composer::approvedTextAsked, this, &ChatPane::openTemplates);
    connect(composer_, &Composer::callAsked, this, &ChatPane::call);
    connect(composer_, &Composer::othersAsked, this, &ChatPane::findOthers);
    connect(&composer_->closedRow(), &ClosedRow::otherAsked, this, &ChatPane::conversationWanted);
    connect(composer_, &Composer::typed, &parts_.desk, &hub::Desk::noteTyping);
    connect(templates_, &TemplateSheet::sendAsked, this, &ChatPane::sendTemplate);
    connect(templates_, &TemplateSheet::fileAsked, this, &ChatPane::chooseTemplateFile);
    connect(templates_, &TemplateSheet::closed, composer_, &QWidget::show);
    connect(thread_, &ThreadView::messageChosen, this, [this](MessageId id) {
        if (const Message* message = messages_->at(messages_->rowOf(id))) {
            composer_->answerTo(*message);
        }
    });
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
            readChannels();
        }
    });
    connect(&parts_.desk, &hub::Desk::shopChanged, this,
            [this] { thread_->setShop(parts_.desk.shop()); });
    readReplies();
    readChannels();
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
    number_ =
        new Button(parts_.theme, ButtonKind::Plain, u"phone"_s, tr("Ask for the number"), head);
    number_->setObjectName(u"askNumber"_s);
    row->addWidget(number_);
    connect(number_, &Button::clicked, this, &ChatPane::askNumber);
    customer_ = new Button(parts_.theme, ButtonKind::Plain, u"user"_s, {}, head);
    customer_->setSpoken(tr("Who this customer is"));
    customer_->setObjectName(u"customer"_s);
    customer_->hide();
    row->addWidget(customer_);
    connect(customer_, &Button::clicked, this, &ChatPane::customerAsked);
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

void ChatPane::readChannels() {
    using Channels = std::vector<ChannelConfig>;
    parts_.store.read<Channels>(
        this, [](store::Reader& reader) { return reader.channels(); },
        [this](const Result<Channels>& channels) {
            if (channels) { // without them the shorter window holds
                composer_->setChannels(*channels);
            }
        });
}

void ChatPane::open(const std::optional<Conversation>& conversation) {
    if (!templates_->isHidden()) {
        templates_->leave();
    }
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
    if (const QString origin = displayLine(conversation.origin, 40); !origin.isEmpty()) {
        second << tr("came by “%1”").arg(origin);
    }
    handle_->show(second.join(u" · "_s));
    composer_->update(conversation);
    offerNumber();
    QWidget::update();
}

// Of a customer whose number the platform hides, while one may write.
void ChatPane::offerNumber() {
    const ChannelDescriptor* platform =
        parts_.descriptors ? parts_.descriptors(conversation_->platform) : nullptr;
    number_->setVisible(platform && platform->asksNumber
                        && conversation_->ids.value(u"phone"_s).isEmpty() && composer_->mayWrite());
}

void ChatPane::askNumber() {
    if (!conversation_) {
        return;
    }
    number_->setEnabled(false);
    parts_.desk.askNumber(conversation_->id, text::numberRequest(parts_.desk.shop().language), this,
                          [this](const Result<MessageId>& sent) {
                              number_->setEnabled(true);
                              if (!sent) {
                                  complain(sent.error());
                              }
                          });
}

// With whatever telephone this machine has; else the number itself is what helps.
void ChatPane::call(const QString& phone) {
    const QString number = phone.startsWith(u'+') ? phone : u'+' + phone;
    if (!QDesktopServices::openUrl(QUrl(u"tel:"_s + number))) {
        parts_.toast.tell(displayLine(number, 40), Tone::Text1, kComplaintLasts);
    }
}

void ChatPane::findOthers(ConversationId conversation) {
    offerNumber();
    using Conversations = std::vector<Conversation>;
    parts_.store.read<Conversations>(
        this,
        [conversation](store::Reader& reader) -> Result<Conversations> {
            const auto people = reader.people(conversation, 0);
            Conversations others;
            if (!people || people->size() != 1) { // nobody's chat, or everybody's
                return others;
            }
            for (const Identity& identity : people->front().identities) {
                const auto other = reader.conversation(identity.conversation);
                if (!identity.comments && other && *other && (*other)->id != conversation) {
                    others.push_back(**other);
                }
            }
            return others;
        },
        [this, conversation](Result<Conversations> found) {
            if (!found || !conversation_ || conversation_->id != conversation) {
                return;
            }
            std::erase_if(*found, [this](const Conversation& other) {
                return !composer_->windowOf(other).allowsText();
            });
            composer_->closedRow().offer(*found);
        });
}

void ChatPane::openTemplates(ConversationId conversation) {
    using Templates = std::vector<MessageTemplate>;
    if (!conversation_ || conversation_->id != conversation) {
        return;
    }
    parts_.store.read<Templates>(
        this,
        [channel = conversation_->channel](store::Reader& reader) {
            return reader.templates(channel);
        },
        [this, conversation](const Result<Templates>& found) {
            if (!conversation_ || conversation_->id != conversation) {
                return;
            }
            if (!found) {
                complain(found.error());
                return;
            }
            composer_->hide();
            templates_->open(*conversation_, *found, parts_.desk.shop().language);
        });
}

void ChatPane::sendTemplate(ConversationId conversation, const TemplateUse& use,
                            const QString& text, const QString& path) {
    parts_.desk.sendTemplate(conversation, use, text, path, this,
                             [this](const Result<MessageId>& sent) {
                                 if (sent) {
                                     templates_->leave();
                                 } else {
                                     complain(sent.error());
                                 }
                             });
}

void ChatPane::chooseTemplateFile(TemplateHeader kind) {
    auto* dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (kind == TemplateHeader::Image) {
        dialog->setMimeTypeFilters({u"image/jpeg"_s, u"image/png"_s});
    } else if (kind == TemplateHeader::Video) {
        dialog->setMimeTypeFilters({u"video/mp4"_s, u"video/3gpp"_s});
    }
    connect(dialog, &QFileDialog::fileSelected, templates_, &TemplateSheet::setFile);
    dialog->open();
}

int ChatPane::footHeight() const {
    return templates_->isHidden() ? composer_->height() : templates_->height();
}

void ChatPane::showCustomer(bool apart, const QString& allergies) {
    customer_->setVisible(apart);
    allergies_->say(apart ? text::allergyWords(allergies) : QString());
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
    const auto done = [this, conversation, text](const Result<MessageId>& sent) {
        if (!sent) {
            complain(sent.error());
            composer_->putBack(conversation, text);
        }
    };
    AnswerRow& answer = composer_->answerRow();
    const MessageId comment = answer.comment();
    if (answer.isPrivate()) {
        parts_.desk.answerPrivately(conversation, comment, text, this, done);
    } else {
        parts_.desk.sendText(conversation, text,
                             comment.isValid() ? std::optional(comment) : std::nullopt, this, done);
    }
    answer.drop();
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
