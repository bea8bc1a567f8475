#include "app/practice/panel.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSpeeds{1.0, 3.0, 8.0};

} // namespace

PracticePanel::PracticePanel(PracticeRestaurant& restaurant, QWidget* parent)
    : QWidget(parent), restaurant_(restaurant), title_(new QLabel(this)) {
    auto* grid = new QGridLayout(this);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    grid->addWidget(title_, 0, 0, 1, 3);
    addRow(*grid, Platform::WhatsApp);
    addRow(*grid, Platform::Telegram);
    addCustomers(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    grid->setColumnStretch(1, 1);
    connectAll();
    retranslate();
}

void PracticePanel::addRow(QGridLayout& grid, Platform platform) {
    PlatformRow row{platform, new QLabel(this), new QComboBox(this), new QPushButton(this)};
    row.choice->setObjectName(toWord(platform) + u"Trouble"_s);
    row.heal->setObjectName(toWord(platform) + u"Heal"_s);
    row.label->setBuddy(row.choice);
    for (const Trouble trouble : kTroubles) {
        row.choice->addItem(QString(), int(trouble));
    }
    const int at = grid.rowCount();
    grid.addWidget(row.label, at, 0);
    grid.addWidget(row.choice, at, 1);
    grid.addWidget(row.heal, at, 2);
    rows_.push_back(row);
}

void PracticePanel::addCustomers(QGridLayout& grid) {
    paceLabel_ = new QLabel(this);
    pace_ = new QComboBox(this);
    pace_->setObjectName(u"pace"_s);
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        pace_->addItem(QString(), kSpeeds[i]);
    }
    paceLabel_->setBuddy(pace_);
    pause_ = new QPushButton(this);
    pause_->setObjectName(u"pause"_s);
    pause_->setCheckable(true);
    cart_ = new QPushButton(this);
    cart_->setObjectName(u"cartNow"_s);
    counts_ = new QLabel(this);
    counts_->setObjectName(u"counts"_s);
    counts_->setTextFormat(Qt::PlainText);
    counts_->setWordWrap(true);
    const int at = grid.rowCount();
    grid.addWidget(paceLabel_, at, 0);
    grid.addWidget(pace_, at, 1);
    grid.addWidget(pause_, at, 2);
    grid.addWidget(cart_, at + 1, 1, 1, 2);
    grid.addWidget(counts_, at + 2, 0, 1, 3);
}

void PracticePanel::connectAll() {
    for (const PlatformRow& row : rows_) {
        // activated, not currentIndexChanged: stepping through the list with the keys breaks
        // nothing.
        connect(row.choice, &QComboBox::activated, this, [this, row](int index) {
            restaurant_.setTrouble(row.platform, Trouble(row.choice->itemData(index).toInt()));
        });
        connect(row.heal, &QPushButton::clicked, this,
                [this, row] { restaurant_.setTrouble(row.platform, Trouble::Healthy); });
    }
    connect(&restaurant_, &PracticeRestaurant::troubleChanged, this, [this] {
        for (const PlatformRow& row : rows_) {
            showTrouble(row);
        }
    });
    Customers& customers = restaurant_.customers();
    connect(pace_, &QComboBox::activated, this, [this](int index) {
        restaurant_.customers().setSpeed(pace_->itemData(index).toDouble());
    });
    connect(pause_, &QPushButton::toggled, this,
            [this](bool on) { restaurant_.customers().setPaused(on); });
    connect(cart_, &QPushButton::clicked, this, [this] { restaurant_.customers().sendCartNow(); });
    connect(&customers, &Customers::changed, this, &PracticePanel::showCounts);
}

void PracticePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PracticePanel::retranslate() {
    setAccessibleName(tr("Practice panel"));
    title_->setText(tr("Practice: break a platform and see what Comanda does"));
    for (const PlatformRow& row : rows_) {
        row.label->setText(row.platform == Platform::WhatsApp ? tr("&WhatsApp") : tr("&Telegram"));
        row.choice->setAccessibleName(tr("State of the simulated %1").arg(nameOf(row.platform)));
        for (int i = 0; i < row.choice->count(); ++i) {
            const auto trouble = Trouble(row.choice->itemData(i).toInt());
            row.choice->setItemText(i, nameOf(trouble));
            row.choice->setItemData(i, explain(trouble), Qt::ToolTipRole);
        }
        row.heal->setText(tr("Restore"));
        row.heal->setAccessibleName(tr("Restore %1").arg(nameOf(row.platform)));
        showTrouble(row);
    }
    paceLabel_->setText(tr("&Customers"));
    pace_->setAccessibleName(tr("Pace of the simulated customers"));
    pace_->setItemText(0, tr("At an easy pace"));
    pace_->setItemText(1, tr("Busy: three times as fast"));
    pace_->setItemText(2, tr("Rush: eight times as fast"));
    pause_->setText(tr("&Pause"));
    pause_->setAccessibleName(tr("Pause the simulated customers"));
    cart_->setText(tr("&Send a cart now"));
    cart_->setAccessibleName(tr("A simulated customer sends a WhatsApp cart now"));
    showCounts();
}

void PracticePanel::showTrouble(const PlatformRow& row) {
    const Trouble trouble = restaurant_.trouble(row.platform);
    const QSignalBlocker quiet(row.choice);
    row.choice->setCurrentIndex(row.choice->findData(int(trouble)));
    row.choice->setToolTip(explain(trouble));
    row.heal->setEnabled(trouble != Trouble::Healthy);
}

void PracticePanel::showCounts() {
    const Customers& customers = restaurant_.customers();
    const QStringList parts{
        tr("Talking: %1").arg(locale().toString(customers.talking())),
        tr("Written: %1").arg(locale().toString(customers.written())),
        tr("Carts: %1").arg(locale().toString(customers.carts())),
        tr("Answers received: %1").arg(locale().toString(customers.answered()))};
    counts_->setText(parts.join(u"  ·  "_s));
    const QSignalBlocker quiet(pause_);
    pause_->setChecked(customers.isPaused());
}

QString PracticePanel::nameOf(Platform platform) const {
    return platform == Platform::WhatsApp ? u"WhatsApp"_s : u"Telegram"_s; // brands
}

QString PracticePanel::nameOf(Trouble trouble) const {
    switch (trouble) {
    case Trouble::Healthy:
        return tr("Works");
    case Trouble::Refuse:
        return tr("Gone: refuses connections");
    case Trouble::TimeOut:
        return tr("Hangs: never answers");
    case Trouble::ServerError:
        return tr("Ill: error pages");
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

QString PracticePanel::explain(Trouble trouble) const {
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
    case Trouble::Silence:
        return tr("It looks well, but no message is delivered until it is restored.");
    case Trouble::RevokedToken:
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
