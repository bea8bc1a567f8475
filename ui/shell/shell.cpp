#include "ui/shell/shell.h"

#include "app/text/words.h"
#include "ui/shell/outage.h"
#include "ui/widgets/focus_ring.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kNarrow = 1180; // px of the window at 100 %
constexpr int kSide = 320;    // the side pane
constexpr int kPageMin = 800; // a page beside it: three columns of whole cards
enum PageIndex { kQueue, kInbox };
} // namespace

Shell::Shell(const Parts& parts, QWidget* parent)
    : QWidget(parent),
      parts_(parts),
      board_(new OrderBoard(parts.store, this)),
      conversations_(new ConversationModel(parts.store, this)),
      strip_(new ChannelStrip(parts.theme, parts.desk.shop(), parts.clock, parts.lights, this)),
      rail_(new Rail(parts.theme, this)),
      muted_(new Banner(parts.theme, u"mute"_s, this)),
      outage_(new Banner(parts.theme, u"warning"_s, this)),
      trouble_(new Banner(parts.theme, u"warning"_s, this)),
      pages_(new QStackedWidget(this)),
      prompt_(new PromptBar(parts.theme, this)),
      body_(new QWidget(this)),
      stage_(new QWidget(body_)),
      toast_(new Toast(parts.theme, parts.clock, stage_)),
      actions_(new OrderActions(parts.desk, *prompt_, *toast_, this)),
      queue_(new QueuePage(parts.theme, parts.store, *board_, *actions_, parts.clock, pages_)),
      inbox_(new InboxPage({parts.theme, parts.store, parts.desk, parts.clock, parts.lights,
                            *prompt_, *toast_, parts.descriptors},
                           *conversations_, *board_, *actions_, pages_)),
      sheet_(new LightSheet(parts.theme, parts.desk.shop(), parts.clock, this)),
      alarm_(new Alarm(parts.sounds, parts.clock, this)) {
    arrange();
    rail_->add(u"queue"_s, tr("Queue"));
    rail_->add(u"inbox"_s, tr("Chats"));
    pages_->addWidget(queue_);
    pages_->addWidget(inbox_);
    strip_->setSeat(parts.desk.actor().name, parts.desk.actor().seat);
    wire();
    wireKeys();
    new FocusRing(parts.theme, this);
    counts();
    showLights();
}

bool Shell::isLoaded() const {
    return board_->isLoaded() && conversations_->isLoaded();
}

void Shell::arrange() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip_);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(rail_);
    auto* inside = new QVBoxLayout(body_);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(trouble_);
    inside->addWidget(muted_);
    inside->addWidget(outage_);
    auto* stage = new QVBoxLayout(stage_);
    stage->setContentsMargins(0, 0, 0, 0);
    stage->addWidget(pages_);
    inside->addWidget(stage_, 1);
    inside->addWidget(prompt_);
    row->addWidget(body_, 1);
    row->setObjectName(u"row"_s);
    column->addLayout(row, 1);
}

void Shell::wire() {
    connect(rail_, &Rail::chosenChanged, this, [this](int page) {
        if (sideShown_ && body_->isHidden()) {
            showSide(false); // it stood in the pages' place
        }
        pages_->setCurrentIndex(page);
        pages_->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
    connect(board_, &OrderBoard::changed, this, &Shell::counts);
    connect(conversations_, &ConversationModel::refreshed, this, &Shell::counts);
    connect(board_, &OrderBoard::failed, this, &Shell::tell);
    connect(conversations_, &ConversationModel::failed, this, &Shell::tell);
    connect(&parts_.store, &store::Store::troubled, this, &Shell::tell);
    connect(&parts_.lights, &Lights::changed, this, &Shell::showLights);
    connect(strip_, &ChannelStrip::lightTouched, this, &Shell::openSheet);
    connect(strip_, &ChannelStrip::soundTouched, this, &Shell::toggleSound);
    connect(muted_, &Banner::pressed, alarm_, &Alarm::unmute);
    connect(sheet_, &LightSheet::setupAsked, this, &Shell::setupAsked);
    connect(queue_, &QueuePage::setupAsked, this, [this] { Q_EMIT setupAsked(ChannelId()); });
    connect(queue_, &QueuePage::sourceWanted, this,
            [this](ConversationId conversation, MessageId message) {
                choose(kInbox);
                inbox_->open(conversation, message);
            });
    connect(alarm_, &Alarm::muteChanged, this, [this](bool muted) {
        strip_->setMuted(muted, alarm_->muteLeft());
        showMuted();
    });
    toast_->keepClear([this] { return inbox_->isVisible() ? inbox_->footHeight() : 0; });
    connect(alarm_, &Alarm::rang, this, [this](bool heard) {
        if (!heard) {
            QApplication::alert(window(), 3000);
        }
    });
    connect(&parts_.theme, &Theme::changed, this, &Shell::fit);
    second_.setInterval(1000);
    connect(&second_, &QTimer::timeout, this, [this] {
        if (alarm_->isMuted()) {
            strip_->setMuted(true, alarm_->muteLeft());
        }
    });
    second_.start();
}

void Shell::wireKeys() {
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::Key_F2), [this] {
        choose(kQueue);
        queue_->newOrder();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_Plus),
        [this] { parts_.theme.setScale(parts_.theme.scale() + 10); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Minus),
        [this] { parts_.theme.setScale(parts_.theme.scale() - 10); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { actions_->undo(); });
}

int Shell::addPage(const QString& icon, const QString& words, QWidget* page) {
    const int index = rail_->add(icon, words);
    pages_->addWidget(page);
    return index;
}

void Shell::addSide(const QString& icon, const QString& words, QWidget* side) {
    side_ = side;
    side_->hide();
    static_cast<QHBoxLayout*>(layout()->itemAt(1)->layout())->addWidget(side_);
    rail_->addSwitch(icon, words);
    connect(rail_, &Rail::switched, this, &Shell::showSide);
}

void Shell::showSide(bool shown) {
    if (side_) {
        rail_->setSwitch(shown);
        sideShown_ = shown;
        arrangeSide();
    }
}

// Where there is no room for both, the side pane stands in the pages' place.
void Shell::arrangeSide() {
    if (!side_) {
        return;
    }
    const int side = parts_.theme.px(kSide);
    const int room = width() - rail_->width();
    const bool both = room - side >= parts_.theme.px(kPageMin);
    side_->setFixedWidth(both ? side : std::max(room, 1));
    body_->setVisible(both || !sideShown_);
    side_->setVisible(sideShown_);
}

void Shell::choose(int page) {
    rail_->choose(page);
}

void Shell::openOrder(OrderId order) {
    choose(kQueue);
    queue_->show(order);
}

void Shell::openConversation(ConversationId conversation) {
    choose(kInbox);
    inbox_->open(conversation);
}

void Shell::tell(const Error& error) {
    const bool well = error.id.isEmpty(); // the store can write again
    if (!well) {
        trouble_->say(text::describe(error), tr("What is on the screen stays readable."), {}, true);
    }
    trouble_->setVisible(!well);
}

void Shell::counts() {
    rail_->setCount(kQueue, board_->toAccept(), Tone::New);
    rail_->setCount(kInbox, conversations_->unread(), Tone::Late);
    const auto& orders = board_->orders();
    alarm_->setWaiting(
        static_cast<int>(std::count_if(orders.begin(), orders.end(), [](const Order& order) {
            return order.state == OrderState::New && !order.flags.contains(OrderFlag::LateArrival);
        })));
    ringForChanges();
}

void Shell::ringForChanges() {
    decltype(changesAsked_) asked;
    for (const Order& order : board_->orders()) {
        for (const OrderFlag flag : {OrderFlag::ChangeAsked, OrderFlag::CancelAsked}) {
            if (order.flags.contains(flag)) {
                asked.emplace(order.id, flag);
            }
        }
    }
    if (!std::includes(changesAsked_.begin(), changesAsked_.end(), asked.begin(), asked.end())) {
        alarm_->once(Alert::Change);
    }
    changesAsked_ = std::move(asked);
}

void Shell::showLights() {
    queue_->setConnected(!parts_.lights.all().empty());
    const OutageNotice notice = outageNotice(parts_.lights.all(), WallTime(parts_.desk.shop()));
    outage_->say(notice.sentence, notice.works, {}, notice.severe);
    outage_->setVisible(!notice.sentence.isEmpty());
    showMuted();
    if (!std::exchange(outageRang_, !notice.sentence.isEmpty()) && outageRang_) {
        alarm_->once(Alert::Outage);
    }
    if (const ChannelLight* light = parts_.lights.find(sheet_->channel())) {
        sheet_->renew(*light);
    } else {
        sheet_->hide(); // its channel was removed
    }
}

// One banner at a time: in an outage the strip alone says that the sound is off.
void Shell::showMuted() {
    muted_->say(tr("The sound is off: new orders do not ring."),
                tr("It comes back by itself after 15 minutes."), tr("Sound on"), true);
    muted_->setVisible(alarm_->isMuted() && outage_->isHidden());
}

void Shell::openSheet(ChannelId channel) {
    if (const ChannelLight* light = parts_.lights.find(channel)) {
        sheet_->open(*light);
        sheet_->move(std::min(strip_->height() * 2, std::max(width() - sheet_->width() - 16, 0)),
                     strip_->height() + 4);
    }
}

void Shell::toggleSound() {
    alarm_->isMuted() ? alarm_->unmute() : alarm_->mute();
}

void Shell::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void Shell::fit() {
    const bool narrow = width() < parts_.theme.px(kNarrow);
    rail_->setNarrow(narrow);
    strip_->setFrame(narrow, rail_->width());
    arrangeSide();
}

void Shell::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), parts_.theme.color(Tone::Surface0));
}

} // namespace comanda::ui
