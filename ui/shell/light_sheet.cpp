#include "ui/shell/light_sheet.h"

#include "app/text/words.h"
#include "ui/models/wall_time.h"
#include "ui/widgets/paint.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kWidth = 380;
}

LightSheet::LightSheet(const Theme& theme, const Shop& shop, const Clock& clock, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      shop_(shop),
      clock_(clock),
      title_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)),
      sentence_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text1, this)),
      facts_(new QFormLayout),
      setup_(new Button(theme, ButtonKind::Plain, u"settings"_s, tr("Settings of this channel"),
                        this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    auto* close = new Button(theme, ButtonKind::Quiet, u"close"_s, {}, this);
    close->setSpoken(tr("Close (Esc)"));
    connect(close, &Button::clicked, this, &QWidget::hide);
    head->addWidget(title_, 1);
    head->addWidget(close);
    column->addLayout(head);
    sentence_->setWordWrap(true);
    column->addWidget(sentence_);
    facts_->setVerticalSpacing(6);
    facts_->setHorizontalSpacing(16);
    column->addLayout(facts_);
    since_ = fact(tr("Like this since"));
    message_ = fact(tr("Last message"));
    success_ = fact(tr("Last answer that worked"));
    failure_ = fact(tr("Last trouble"));
    waiting_ = fact(tr("Waiting to leave"));
    column->addWidget(setup_);
    connect(setup_, &Button::clicked, this, [this] {
        hide();
        Q_EMIT setupAsked(channel_);
    });
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(u"lightSheet"_s);
    hide();
}

PlainLabel* LightSheet::fact(const QString& label) {
    auto* name = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, this);
    name->show(label);
    auto* value = new PlainLabel(theme_, TextRole::Dense, Weight::Bold, Tone::Text1, this);
    facts_->addRow(name, value);
    return value;
}

QString LightSheet::moment(std::optional<Time> at) const {
    if (!at) {
        return tr("none yet");
    }
    const WallTime wall(shop_);
    const QString clock = wall.clock(*at);
    return wall.date(*at) == wall.date(clock_.now()) ? clock
                                                     : wall.day(*at, clock_.now()) + u' ' + clock;
}

void LightSheet::open(const ChannelLight& light) {
    renew(light);
    QWidget::show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void LightSheet::renew(const ChannelLight& light) {
    channel_ = light.channel;
    title_->show(u"%1 · %2"_s.arg(light.name, text::lampWord(light.lamp)));
    sentence_->show(text::lampSentence(light));
    since_->show(moment(light.since));
    message_->show(moment(light.lastMessage));
    success_->show(moment(light.lastSuccess));
    failure_->show(light.lastFailure && light.failure
                       ? moment(light.lastFailure) + u" · "_s + text::failureWord(*light.failure)
                       : moment(light.lastFailure));
    waiting_->show(QString::number(light.waiting));
    setAccessibleName(title_->shownText() + u' ' + sentence_->shownText());
    setFixedWidth(theme_.px(kWidth));
    adjustSize();
}

void LightSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QFrame::keyPressEvent(event);
}

void LightSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface0));
    paintPanel(painter, rect(), theme_.color(Tone::Surface1), theme_.color(Tone::LineStrong),
               kRadiusCard, 2);
}

} // namespace comanda::ui
