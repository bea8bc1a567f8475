#include "ui/widgets/toast.h"

#include "ui/widgets/paint.h"

#include <QEvent>
#include <QHBoxLayout>

namespace comanda::ui {

namespace {
constexpr int kTick = 250; // ms
constexpr int kMargin = 16;
} // namespace

Toast::Toast(const Theme& theme, const Clock& clock, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      clock_(clock),
      words_(new PlainLabel(theme, TextRole::Body, Weight::Bold, Tone::Text1, this)),
      seconds_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text2, this)),
      button_(new Button(theme, ButtonKind::Quiet, QStringLiteral("undo"), {}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(words_, 1);
    row->addWidget(seconds_);
    row->addWidget(button_);
    setObjectName(QStringLiteral("toast"));
    button_->setObjectName(QStringLiteral("toastAction"));
    button_->setKeyHint(QStringLiteral("U"));
    connect(button_, &Button::clicked, this, &Toast::act);
    connect(&timer_, &QTimer::timeout, this, &Toast::tick);
    parent->installEventFilter(this);
    hide();
}

void Toast::open(const QString& what, Tone tone, Millis lasts) {
    ends_ = clock_.monotonic() + lasts;
    tone_ = tone;
    words_->setTone(tone);
    words_->show(what);
    setAccessibleName(words_->shownText());
    timer_.start(kTick);
    show();
    tick();
    raise();
}

void Toast::offer(const QString& what, const QString& action, Millis lasts,
                  std::function<void()> act) {
    act_ = std::move(act);
    button_->setText(action);
    button_->setAccessibleName(action);
    button_->show();
    seconds_->QWidget::show();
    open(what, Tone::Text1, lasts);
}

void Toast::tell(const QString& what, Tone tone, Millis lasts) {
    act_ = nullptr;
    button_->hide();
    seconds_->hide();
    open(what, tone, lasts);
}

void Toast::act() {
    const auto act = std::exchange(act_, nullptr);
    dismiss();
    if (act) {
        act();
    }
}

void Toast::dismiss() {
    act_ = nullptr;
    timer_.stop();
    hide();
}

void Toast::keepClear(std::function<int()> foot) {
    foot_ = std::move(foot);
}

void Toast::tick() {
    const auto left = std::chrono::duration_cast<Millis>(ends_ - clock_.monotonic()).count();
    if (left <= 0) {
        dismiss();
        return;
    }
    seconds_->show(tr("%1 s").arg((left + 999) / 1000));
    place();
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
               theme_.color(tone_ == Tone::Text1 ? Tone::LineStrong : tone_), kRadiusCard, 2);
}

} // namespace comanda::ui
