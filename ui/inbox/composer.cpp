#include "ui/inbox/composer.h"

#include "app/text/words.h"
#include "core/base/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kSide = 16; // page edge
constexpr int kLinesMax = 4;
constexpr qsizetype kTextMax = 20'000;
constexpr int kReplyTitle = 18;        // letters of a quick reply on its button
constexpr Millis kTypingAgain{20'000}; // platforms show it for about as long

QString titleOf(const QString& reply) {
    QString line = displayLine(reply, 300).trimmed();
    if (line.size() <= kReplyTitle) {
        return line;
    }
    const auto space = line.lastIndexOf(u' ', kReplyTitle);
    QString title = line.left(space > 0 ? space : kReplyTitle);
    while (title.back().isPunct() && title.size() > 1) {
        title.chop(1);
    }
    return title + u"…"_s;
}
} // namespace

Composer::Composer(const Theme& theme, const Clock& clock, const Lights& lights,
                   Descriptors descriptors, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      clock_(clock),
      lights_(lights),
      descriptors_(std::move(descriptors)),
      replies_(new QHBoxLayout),
      row_(new QSpacerItem(0, 0)),
      moreReplies_(new Button(theme, ButtonKind::Filter, {}, u"…"_s, this)),
      notice_(new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, this)),
      channel_(new PlainLabel(theme, TextRole::Dense, Weight::Bold, Tone::Due, this)),
      answer_(new AnswerRow(theme, this)),
      closed_(new ClosedRow(theme, this)),
      edit_(new QPlainTextEdit(this)),
      attach_(new Button(theme, ButtonKind::Plain, u"attach"_s, {}, this)),
      send_(new Button(theme, ButtonKind::Primary, u"send"_s, tr("Send"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, 6, kSide, 12);
    column->setSpacing(4);
    replies_->setSpacing(8);
    replies_->addItem(row_); // the field keeps its place when the replies give way to a notice
    replies_->addWidget(moreReplies_);
    replies_->addWidget(channel_);
    replies_->addStretch(1);
    replies_->addWidget(notice_);
    notice_->setAlignment(Qt::AlignRight);
    notice_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    column->addLayout(replies_);
    column->addWidget(answer_);
    column->addWidget(closed_);
    closed_->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(attach_, 0, Qt::AlignBottom);
    row->addWidget(edit_, 1);
    row->addWidget(send_, 0, Qt::AlignBottom);
    column->addLayout(row);
    attach_->setSpoken(tr("Attach a file"));
    edit_->setObjectName(u"composer"_s);
    edit_->setTabChangesFocus(true);
    edit_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    edit_->installEventFilter(this);
    edit_->viewport()->installEventFilter(this);
    send_->setObjectName(u"send"_s);
    moreReplies_->setSpoken(tr("More quick replies"));
    connect(moreReplies_, &Button::clicked, this, &Composer::offerReplies);
    connect(send_, &Button::clicked, this, &Composer::send);
    connect(attach_, &Button::clicked, this, [this] {
        if (conversation_) {
            Q_EMIT attachAsked(conversation_->id);
        }
    });
    connect(edit_, &QPlainTextEdit::textChanged, this, &Composer::dress);
    connect(edit_, &QPlainTextEdit::textChanged, this, &Composer::noteTyping);
    connect(answer_, &AnswerRow::changed, this, &Composer::dress);
    connect(closed_, &ClosedRow::approvedTextAsked, this, [this] {
        if (conversation_) {
            Q_EMIT approvedTextAsked(conversation_->id);
        }
    });
    connect(closed_, &ClosedRow::callAsked, this, &Composer::callAsked);
    connect(&lights_, &Lights::changed, this, &Composer::dress);
    connect(&theme_, &Theme::changed, this, &Composer::grow);
    second_.setInterval(1000);
    connect(&second_, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            dress();
        }
    });
    second_.start();
    grow();
    dress();
}

void Composer::setQuickReplies(const QStringList& texts) {
    for (Button* button : replyButtons_) {
        button->deleteLater();
    }
    replyButtons_.clear();
    replyTexts_ = texts;
    for (const QString& text : texts) {
        auto* button = new Button(theme_, ButtonKind::Filter, {}, titleOf(text), this);
        button->setSpoken(tr("Quick reply: %1").arg(displayLine(text, 300)));
        connect(button, &Button::clicked, this, [this, text] { insert(text); });
        replies_->insertWidget(static_cast<int>(replyButtons_.size()) + 1, button);
        replyButtons_.push_back(button);
    }
    fitReplies();
}

// Those that have room stand there whole; the others are behind the dots.
void Composer::fitReplies() {
    const bool any = mayWrite_ && channel_->isHidden();
    const int gap = replies_->spacing();
    const int notice = notice_->shownText().isEmpty() ? 0 : notice_->sizeHint().width() + gap;
    int room = width() - 2 * kSide - notice - moreReplies_->sizeHint().width() - gap;
    bool all = true;
    for (Button* button : replyButtons_) {
        room -= button->sizeHint().width() + gap;
        all = all && room >= 0;
        button->setVisible(any && all);
    }
    moreReplies_->setVisible(any && !all);
}

void Composer::offerReplies() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < replyTexts_.size(); ++i) {
        const QString& text = replyTexts_[i];
        QString words = displayLine(text, 80);
        words.replace(u'&', u"&&"_s);
        if (replyButtons_[static_cast<std::size_t>(i)]->isHidden()) {
            connect(menu->addAction(words), &QAction::triggered, this,
                    [this, text] { insert(text); });
        }
    }
    menu->popup(moreReplies_->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void Composer::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitReplies();
}

void Composer::insert(const QString& text) {
    if (!mayWrite_) {
        return;
    }
    const QString before = edit_->toPlainText();
    edit_->textCursor().insertText(before.isEmpty() || before.endsWith(u' ') ? text : u' ' + text);
    startTyping();
}

void Composer::open(const std::optional<Conversation>& conversation) {
    if (conversation_) {
        drafts_.insert(conversation_->id, edit_->toPlainText());
    }
    const bool another = !conversation_ || !conversation || conversation_->id != conversation->id;
    conversation_ = conversation;
    if (another) {
        answer_->drop();
        typedAt_.reset();
    }
    {
        const QSignalBlocker quiet(edit_); // nobody is typing this
        edit_->setPlainText(conversation_ ? drafts_.value(conversation_->id) : QString());
    }
    edit_->moveCursor(QTextCursor::End);
    setVisible(conversation_.has_value());
    dress();
}

void Composer::update(const Conversation& conversation) {
    if (conversation_ && conversation_->id == conversation.id) {
        conversation_ = conversation;
        dress();
    }
}

void Composer::setChannels(const std::vector<ChannelConfig>& channels) {
    settings_.clear();
    for (const ChannelConfig& channel : channels) {
        settings_.insert(channel.id, channel.settings);
    }
    dress();
}

const ChannelDescriptor* Composer::descriptor() const {
    return descriptors_ && conversation_ ? descriptors_(conversation_->platform) : nullptr;
}

ReplyWindow Composer::windowOf(const Conversation& conversation) const {
    const ChannelDescriptor* platform =
        descriptors_ ? descriptors_(conversation.platform) : nullptr;
    if (!platform) {
        return {};
    }
    if (conversation.noRight) {
        return {WindowState::NoRight, std::nullopt};
    }
    return replyWindow(windowRuleOf(*platform, settings_.value(conversation.channel)),
                       conversation.lastCustomerAt, conversation.windowEnds, conversation.blocked,
                       clock_.now());
}

void Composer::answerTo(const Message& comment) {
    const ChannelDescriptor* platform = descriptor();
    if (!platform || !platform->privateAnswerFor || comment.kind != EventKind::Comment
        || comment.direction != Direction::In || comment.externalId.isEmpty() || comment.deleted) {
        return;
    }
    const bool inTime = clock_.now() - comment.sentAt < *platform->privateAnswerFor;
    answer_->choose(comment, inTime && !comment.hasPrivateAnswer);
}

void Composer::noteTyping() {
    const ChannelDescriptor* platform = descriptor();
    const Monotonic now = clock_.monotonic();
    const bool due = !typedAt_ || now - *typedAt_ >= kTypingAgain;
    if (platform && platform->typing && mayWrite_ && due && edit_->hasFocus()
        && !toSend().isEmpty()) {
        typedAt_ = now;
        Q_EMIT typed(conversation_->id);
    }
}

void Composer::dress() {
    if (!conversation_) {
        return;
    }
    const ChannelDescriptor* platform = descriptor();
    const bool texts = platform && platform->templates;
    const WindowNotice notice =
        windowNotice(windowOf(*conversation_), conversation_->platform, clock_.now(), texts);
    mayWrite_ = notice.mayWrite;
    dressNotice(notice);
    attach_->setEnabled(mayWrite_ && platform && platform->media && !answer_->isPrivate());
    if (mayWrite_) {
        dressHint();
    }
    dressClosed(notice);
    dressChannel(lights_.isDown(conversation_->channel));
    grow();
}

// At zero the field gives its place to the rule and the ways that are left; what was typed is kept.
void Composer::dressClosed(const WindowNotice& notice) {
    const bool wasTyping = edit_->hasFocus();
    closed_->setVisible(!mayWrite_);
    for (QWidget* part : std::initializer_list<QWidget*>{edit_, attach_, send_}) {
        part->setVisible(mayWrite_);
    }
    if (!mayWrite_) {
        const ChannelDescriptor* platform = descriptor();
        const bool text =
            platform && platform->templates && windowOf(*conversation_).allowsTemplates();
        closed_->say(notice.words, {text, conversation_->ids.value(u"phone"_s)});
        if (wasTyping) {
            closed_->takeFocus();
        }
    }
    const ConversationId wanted = mayWrite_ ? ConversationId() : conversation_->id;
    if (std::exchange(othersOf_, wanted) != wanted) {
        closed_->offer({});
        if (wanted.isValid()) {
            Q_EMIT othersAsked(wanted);
        }
    }
}

// Where the room is short it is the name that gives way: the platform must be seen.
void Composer::dressHint() {
    const QString& author = answer_->author(); // of the comment that is answered
    const QString name = author.isEmpty() ? displayLine(conversation_->name, 40) : author;
    const QString platform = text::platformName(conversation_->platform);
    const QFontMetrics metrics(edit_->font());
    const int margins = qCeil(2 * edit_->document()->documentMargin()) + 2;
    const int room = edit_->viewport()->width() - margins
                     - metrics.horizontalAdvance(tr("Write to %1 on %2").arg(QString(), platform));
    edit_->setPlaceholderText(
        tr("Write to %1 on %2").arg(metrics.elidedText(name, Qt::ElideRight, room), platform));
    edit_->setAccessibleName(tr("Write to %1 on %2").arg(name, platform));
}

void Composer::dressNotice(const WindowNotice& notice) {
    const auto over = static_cast<int>(toSend().size() - kTextMax);
    const Tone tone = over > 0 ? Tone::Late : notice.tone;
    notice_->setTone(tone);
    notice_->setWeight(tone == Tone::Text2 ? Weight::Normal : Weight::Bold);
    notice_->show(over > 0    ? tr("%n letters too many", nullptr, over)
                  : mayWrite_ ? notice.words
                              : QString());
    notice_->setVisible(!notice_->shownText().isEmpty());
}

void Composer::dressChannel(bool down) {
    channel_->setVisible(down);
    channel_->show(tr("Goes out when %1 is back").arg(text::platformName(conversation_->platform)));
    fitReplies();
    send_->setKind(down ? ButtonKind::Secondary : ButtonKind::Primary);
    send_->setIconName(down ? u"clock"_s : u"send"_s);
    const QString words = down                   ? tr("Save")
                          : answer_->isPrivate() ? tr("Send in private")
                                                 : tr("Send");
    if (send_->text() != words) {
        send_->setText(words);
        send_->setAccessibleName(words);
        send_->updateGeometry();
    }
}

void Composer::grow() {
    row_->changeSize(0, mayWrite_ ? theme_.px(kTarget) : 0, QSizePolicy::Fixed, QSizePolicy::Fixed);
    const QFontMetrics metrics(edit_->font());
    const int lines =
        std::clamp(static_cast<int>(edit_->document()->size().height()), 1, kLinesMax);
    edit_->setVerticalScrollBarPolicy(lines < kLinesMax ? Qt::ScrollBarAlwaysOff
                                                        : Qt::ScrollBarAsNeeded);
    edit_->setFixedHeight(
        std::max(theme_.px(kTarget),
                 lines * metrics.lineSpacing() + theme_.px(kTarget) - metrics.lineSpacing()));
    send_->setEnabled(canSend());
}

QString Composer::toSend() const {
    return edit_->toPlainText().trimmed();
}

bool Composer::canSend() const {
    const qsizetype size = toSend().size();
    return conversation_ && mayWrite_ && size > 0 && size <= kTextMax;
}

void Composer::startTyping() {
    if (mayWrite_) {
        edit_->setFocus(Qt::OtherFocusReason);
    }
}

void Composer::putBack(ConversationId conversation, const QString& text) {
    const bool open = conversation_ && conversation_->id == conversation;
    const QString since = open ? edit_->toPlainText() : drafts_.value(conversation);
    const QString all = since.isEmpty() ? text : text + u'\n' + since;
    if (open) {
        edit_->setPlainText(all);
        edit_->moveCursor(QTextCursor::End);
    } else {
        drafts_.insert(conversation, all);
    }
}

void Composer::send() {
    if (!canSend()) {
        return; // the notice says why
    }
    const QString text = toSend();
    edit_->clear();
    drafts_.remove(conversation_->id);
    Q_EMIT sendAsked(conversation_->id, text);
}

bool Composer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == edit_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::NoModifier) {
            if (!key->isAutoRepeat()) { // it may still be held from where the chat was chosen
                send();
            }
            return true;
        }
    }
    if (watched == edit_->viewport() && event->type() == QEvent::Resize && conversation_
        && mayWrite_) {
        dressHint();
    }
    return QFrame::eventFilter(watched, event);
}

void Composer::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(0, 0, width(), 1), theme_.color(Tone::Line));
}

} // namespace comanda::ui
