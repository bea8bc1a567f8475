#include "app/practice/panel.h"

#include "app/text/words.h"
#include "ui/widgets/segment_bar.h"

#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace comanda::practice {

using namespace Qt::StringLiterals;
using ui::ButtonKind;
using ui::PlainLabel;
using ui::TextRole;
using ui::Tone;
using ui::Weight;

namespace {

constexpr std::array kSpeeds{1.0, 3.0, 8.0};
constexpr int kHead = 60;
constexpr int kSide = 12;
constexpr int kTile = 24;

// One thing to break: its tile or icon at the left, a hairline below.
class Row final : public QWidget {
public:
    Row(const ui::Theme& theme, std::optional<Platform> platform, QWidget* parent)
        : QWidget(parent), theme_(theme), platform_(platform) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int tile = theme_.px(kTile);
        const QRectF where(kSide, theme_.px(12), tile, tile);
        if (platform_) {
            theme_.paintTile(painter, *platform_, where);
        } else {
            theme_.paintIcon(painter, u"wifi-off"_s, Tone::Text2, where);
        }
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme_.color(Tone::Line));
    }

private:
    const ui::Theme& theme_;
    std::optional<Platform> platform_;
};

// As high as its words need at its width, which a scroll area does not ask for.
class Body final : public QWidget {
protected:
    bool event(QEvent* event) override {
        const bool done = QWidget::event(event);
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
            setMinimumHeight(layout()->totalHeightForWidth(width()));
        }
        return done;
    }
};

} // namespace

PracticePanel::PracticePanel(const ui::Theme& theme, PracticeRestaurant& restaurant,
                             QWidget* parent)
    : QWidget(parent), theme_(theme), restaurant_(restaurant), head_(makeHead()) {
    auto* outside = new QVBoxLayout(this);
    outside->setContentsMargins(1, 0, 0, 0);
    outside->setSpacing(0);
    outside->addWidget(head_);
    auto* scroll = new QScrollArea(this);
    auto* body = new Body;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    for (const Platform platform : kSimulated) {
        addPlatform(*column, platform);
    }
    addOutageOfMeta(*column);
    addCustomers(*column);
    column->addStretch(1);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    outside->addWidget(scroll, 1);
    setAccessibleName(tr("Practice panel"));
    connect(&restaurant_, &PracticeRestaurant::troubleChanged, this, [this] {
        for (const PlatformRow& row : rows_) {
            showTrouble(row);
        }
        showOutageOfMeta();
    });
    connect(&restaurant_.customers(), &Customers::changed, this, &PracticePanel::showCounts);
    showCounts();
}

QWidget* PracticePanel::makeHead() {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(kSide, 8, kSide, 8);
    column->setSpacing(0);
    auto* title = new PlainLabel(theme_, TextRole::Strong, Weight::Bold, Tone::Text1, head);
    title->show(tr("Break something on purpose"));
    auto* why = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, head);
    why->show(tr("To learn what to do"));
    column->addWidget(title);
    column->addWidget(why);
    head->setMinimumHeight(theme_.px(kHead));
    return head;
}

void PracticePanel::addPlatform(QVBoxLayout& column, Platform platform) {
    auto* row = new Row(theme_, platform, this);
    PlatformRow made{platform};
    made.act = makeBreaker(platform, row);
    layOut(*row, made, text::platformName(platform), toWord(platform));
    column.addWidget(row);
    rows_.push_back(made);
    showTrouble(rows_.back());
}

// Name and state beside the button, and below, while something is broken, what it means.
void PracticePanel::layOut(QWidget& row, PlatformRow& parts, const QString& title,
                           const QString& word) {
    auto* whole = new QVBoxLayout(&row);
    whole->setContentsMargins(kSide + theme_.px(kTile) + 10, 5, kSide, 6);
    whole->setSpacing(2);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* name = new PlainLabel(theme_, TextRole::Body, Weight::Bold, Tone::Text1, &row);
    name->show(title);
    parts.state = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, &row);
    parts.state->setWordWrap(true);
    parts.state->setObjectName(word + u"State"_s);
    parts.meaning = new PlainLabel(theme_, TextRole::Small, Weight::Normal, Tone::Text2, &row);
    parts.meaning->setWordWrap(true);
    words->addWidget(name);
    words->addWidget(parts.state);
    line->addLayout(words, 1);
    line->addWidget(parts.act, 0, Qt::AlignVCenter);
    whole->addLayout(line);
    whole->addWidget(parts.meaning);
}

void PracticePanel::addOutageOfMeta(QVBoxLayout& column) {
    auto* row = new Row(theme_, std::nullopt, this);
    outage_.act = new ui::Button(theme_, ButtonKind::Plain, {}, {}, row);
    outage_.act->setObjectName(u"metaTrouble"_s);
    connect(outage_.act, &ui::Button::clicked, this,
            [this] { restaurant_.setOutageOfMeta(!restaurant_.isOutageOfMeta()); });
    layOut(*row, outage_, tr("All of Meta"), u"meta"_s);
    column.addWidget(row);
    showOutageOfMeta();
}

void PracticePanel::showOutageOfMeta() {
    if (outage_.state == nullptr) {
        return;
    }
    const bool on = restaurant_.isOutageOfMeta();
    outage_.state->show(on ? tr("Gone, all four at once") : tr("As on 4 October 2021"));
    outage_.meaning->show(tr("Telegram, Signal and the queue go on."));
    showState(outage_, !on, tr("All of Meta"));
}

// Opens the list of what can go wrong, or heals what is broken.
ui::Button* PracticePanel::makeBreaker(Platform platform, QWidget* row) {
    auto* act = new ui::Button(theme_, ButtonKind::Plain, {}, {}, row);
    act->setObjectName(toWord(platform) + u"Trouble"_s);
    auto* menu = new QMenu(act);
    menu->setObjectName(toWord(platform) + u"Menu"_s);
    menu->setToolTipsVisible(true);
    for (const Trouble trouble : kTroubles) {
        if (trouble == Trouble::Healthy) {
            continue;
        }
        QAction* action = menu->addAction(nameOf(trouble));
        action->setToolTip(explain(trouble, platform));
        connect(action, &QAction::triggered, this,
                [this, platform, trouble] { restaurant_.setTrouble(platform, trouble); });
    }
    connect(act, &ui::Button::clicked, this, [this, platform, act, menu] {
        if (restaurant_.trouble(platform) == Trouble::Healthy) {
            menu->popup(act->mapToGlobal(QPoint(0, act->height())));
        } else {
            restaurant_.setTrouble(platform, Trouble::Healthy);
        }
    });
    return act;
}

void PracticePanel::addCustomers(QVBoxLayout& column) {
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(kSide, 16, kSide, 0);
    inside->setSpacing(8);
    auto* label = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, this);
    label->show(tr("Pace of the customers"));
    auto* pace = new ui::SegmentBar(theme_, this);
    pace->setObjectName(u"pace"_s);
    pace->setAccessibleName(label->shownText());
    pace->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const QString& words : {tr("Easy"), tr("Busy"), tr("Rush")}) {
        pace->add({}, words);
    }
    connect(pace, &ui::SegmentBar::chosenChanged, this, [this](int index) {
        restaurant_.customers().setSpeed(kSpeeds.at(static_cast<std::size_t>(index)));
    });
    pause_ = new ui::Button(theme_, ButtonKind::Plain, u"pause"_s, {}, this);
    pause_->setObjectName(u"pause"_s);
    connect(pause_, &ui::Button::clicked, this, [this] {
        Customers& customers = restaurant_.customers();
        customers.setPaused(!customers.isPaused());
        showCounts();
    });
    auto* cart =
        new ui::Button(theme_, ButtonKind::Plain, u"bag"_s, tr("A WhatsApp cart now"), this);
    cart->setObjectName(u"cartNow"_s);
    cart->setAccessibleName(tr("A simulated customer sends a WhatsApp cart now"));
    connect(cart, &ui::Button::clicked, this, [this] { restaurant_.customers().sendCartNow(); });
    auto* facts = new QGridLayout;
    facts->setVerticalSpacing(2);
    facts->setColumnStretch(0, 1);
    talking_ = addFact(*facts, tr("Talking with us"));
    written_ = addFact(*facts, tr("Messages written"));
    carts_ = addFact(*facts, tr("Carts sent"));
    answered_ = addFact(*facts, tr("Answers received"));
    inside->addWidget(label);
    inside->addWidget(pace);
    inside->addWidget(cart);
    inside->addWidget(pause_);
    inside->addSpacing(8);
    inside->addLayout(facts);
    column.addLayout(inside);
}

PlainLabel* PracticePanel::addFact(QGridLayout& grid, const QString& what) {
    const int row = grid.rowCount();
    auto* label = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, this);
    label->show(what);
    auto* value = new PlainLabel(theme_, TextRole::Dense, Weight::Bold, Tone::Text1, this);
    value->setAlignment(Qt::AlignRight);
    grid.addWidget(label, row, 0);
    grid.addWidget(value, row, 1);
    return value;
}

void PracticePanel::showTrouble(const PlatformRow& row) {
    const Trouble trouble = restaurant_.trouble(row.platform);
    const bool well = trouble == Trouble::Healthy;
    row.state->show(nameOf(trouble));
    row.meaning->show(well ? QString() : explain(trouble, row.platform));
    showState(row, well, text::platformName(row.platform));
}

void PracticePanel::showState(const PlatformRow& row, bool well, const QString& name) {
    row.state->setTone(well ? Tone::Text2 : Tone::Late);
    row.state->setWeight(well ? Weight::Normal : Weight::Bold);
    row.meaning->setVisible(!well);
    row.act->setKind(well ? ButtonKind::Plain : ButtonKind::Secondary);
    row.act->setText(well ? tr("Break…") : tr("Restore"));
    row.act->setAccessibleName((well ? tr("Break %1") : tr("Restore %1")).arg(name));
    row.act->updateGeometry();
}

void PracticePanel::showCounts() {
    const Customers& customers = restaurant_.customers();
    const auto number = [this](auto count) { return locale().toString(count); };
    talking_->show(number(customers.talking()));
    written_->show(number(customers.written()));
    carts_->show(number(customers.carts()));
    answered_->show(number(customers.answered()));
    const QString words = customers.isPaused() ? tr("Let them go on") : tr("Pause the customers");
    if (pause_->text() != words) {
        pause_->setText(words);
        pause_->setAccessibleName(words);
        pause_->setKind(customers.isPaused() ? ButtonKind::Secondary : ButtonKind::Plain);
        pause_->updateGeometry();
    }
}

void PracticePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    const QColor line = theme_.color(Tone::Line);
    painter.fillRect(QRect(0, 0, 1, height()), line);
    painter.fillRect(QRect(0, head_->geometry().bottom(), width(), 1), line);
}

QString PracticePanel::nameOf(Trouble trouble) {
    switch (trouble) {
    case Trouble::Healthy:
        return tr("Works");
    case Trouble::Refuse:
        return tr("Gone: refuses connections");
    case Trouble::TimeOut:
        return tr("Hangs: never answers");
    case Trouble::ServerError:
        return tr("Ill: error pages");
    case Trouble::Garbage:
        return tr("Answers rubbish");
    case Trouble::Silence:
        return tr("Silent: nothing arrives");
    case Trouble::RevokedToken:
        return tr("Refuses our token");
    case Trouble::Duplicate:
        return tr("Delivers everything twice");
    case Trouble::Reorder:
        return tr("Delivers out of order");
    case Trouble::LateFlood:
        return tr("Delivers old messages at once");
    }
    return {};
}

QString PracticePanel::explain(Trouble trouble, Platform platform) {
    switch (trouble) {
    case Trouble::Healthy:
        return tr("Messages come and go as usual.");
    case Trouble::Refuse:
        return tr(
            "As if its computers were switched off. Customers' messages come when it returns.");
    case Trouble::TimeOut:
        return tr("It takes every request and says nothing. It is unsure whether answers arrived.");
    case Trouble::ServerError:
        return tr("A web page with an error instead of an answer.");
    case Trouble::Garbage:
        return tr("Bytes that mean nothing, as from a broken machine on the way.");
    case Trouble::Silence:
        return tr("It looks well, but no message is delivered until it is restored.");
    case Trouble::RevokedToken:
        if (platform == Platform::Signal) {
            return tr("As if somebody had removed this computer from the phone's linked devices.");
        }
        return tr("As if somebody had changed the password: it asks for a new sign-in.");
    case Trouble::Duplicate:
        return tr("Each message comes more than once; it must show only once.");
    case Trouble::Reorder:
        return tr("Newer messages come before older ones.");
    case Trouble::LateFlood:
        return tr("Dozens of messages that are hours old, as after an outage.");
    }
    return {};
}

} // namespace comanda::practice
