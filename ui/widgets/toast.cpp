#include "ui/widgets/toast.h"

#include "ui/widgets/paint.h"

#include <QEvent>
#include <QGridLayout>

namespace comanda::ui {

namespace {
constexpr int kTick = 250; // ms
constexpr int kMargin = 16;
} // namespace

Toast::Toast(const Theme& theme, const Clock& clock, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      clock_(clock),
      told_(new PlainLabel(theme, TextRole::Body, Weight::Bold, Tone::Text1, this)),
      offered_(new PlainLabel(theme, TextRole::Body, Weight::Bold, Tone::Text1, this)),
      seconds_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text2, this)),
      button_(new Button(theme, ButtonKind::Quiet, QStringLiteral("undo"), {}, this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 2, 8, 2);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->addWidget(told_, 0, 0, 1, 3);
    grid->addWidget(offered_, 1, 0);
    grid->addWidget(seconds_, 1, 1);
    grid->addWidget(button_, 1, 2);
    setObjectName(QStringLiteral("toast"));
    button_->setObjectName(QStringLiteral("toastAction"));
    button_->setKeyHint(QStringLiteral("U"));
    connect(button_, &Button::clicked, this, &Toast::act);
    connect(&timer_, &QTimer::timeout, this, &Toast::tick);
    parent->installEventFilter(this);
    hide();
}

void Toast::offer(const QString& what, const QString& action, Millis lasts,
                  std::function<void()> act) {
    act_ = std::move(act);
    offerEnds_ = clock_.monotonic() + lasts;
    offered_->show(what);
    button_->setText(action);
    button_->setAccessibleName(action);
    refresh();
}

void Toast::tell(const QString& what, Tone tone, Millis lasts) {
    tellEnds_ = clock_.monotonic() + lasts;
    tone_ = tone;
    told_->setTone(tone);
    told_->setMinimumHeight(theme_.px(kTarget));
    told_->show(what);
    refresh();
}

void Toast::act() {
    offerEnds_.reset();
    const auto act = std::exchange(act_, nullptr);
    refresh();
    if (act) {
        act();
    }
}

QString Toast::words() const {
    QStringList all;
    if (tellEnds_) {
        all << told_->shownText();
    }
    if (offerEnds_) {
        all << offered_->shownText();
    }
    return all.join(u'\n');
}

void Toast::refresh() {
    told_->setVisible(tellEnds_.has_value());
    offered_->setVisible(offerEnds_.has_value());
    seconds_->setVisible(offerEnds_.has_value());
    button_->setVisible(offerEnds_.has_value());
    setAccessibleName(words());
    if (!tellEnds_ && !offerEnds_) {
        timer_.stop();
        hide();
        return;
    }
    timer_.start(kTick);
    if (offerEnds_) {
        const auto left =
            std::chrono::duration_cast<Millis>(*offerEnds_ - clock_.monotonic()).count();
        seconds_->show(tr("%1 s").arg((left + 999) / 1000));
    }
    show();
    place();
    raise();
    update();
}

void Toast::tick() {
    const Monotonic now = clock_.monotonic();
    if (offerEnds_ && now >= *offerEnds_) {
        offerEnds_.reset();
        act_ = nullptr;
    }
    if (tellEnds_ && now >= *tellEnds_) {
        tellEnds_.reset();
    }
    refresh();
}

void Toast::keepClear(std::function<int()> foot) {
    foot_ = std::move(foot);
}

void Toast::place() {
    const QSize wanted = sizeHint();
    const int width = std::min(wanted.width(), parentWidget()->width() - 2 * kMargin);
    const int above = foot_ ? foot_() : 0;
    setGeometry(kMargin, parentWidget()->height() - wanted.height() - kMargin - above, width,
                wanted.height());
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPanel(painter, rect(), theme_.color(Tone::Surface1),
               theme_.color(!tellEnds_ || tone_ == Tone::Text1 ? Tone::LineStrong : tone_),
               kRadiusCard, 2);
}

} // namespace comanda::ui
