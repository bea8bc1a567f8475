#include "ui/shell/channel_strip.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/models/wall_time.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kStrip = 44;
constexpr int kLogo = 80;
constexpr int kNameMax = 24;
} // namespace

LightButton::LightButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent), theme_(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void LightButton::show(const ChannelLight& light) {
    light_ = light;
    const QString sentence = text::lampSentence(light);
    setAccessibleName(
        u"%1: %2"_s.arg(displayLine(light.name, kNameMax), text::lampWord(light.lamp)));
    setAccessibleDescription(sentence);
    setToolTip(sentence.toHtmlEscaped());
    updateGeometry();
    update();
}

void LightButton::setBrief(bool brief) {
    brief_ = brief;
    updateGeometry();
    update();
}

QString LightButton::words() const {
    const bool quiet = light_.lamp == Lamp::Healthy || light_.lamp == Lamp::NotConnected;
    return brief_ && quiet ? QString() : displayLine(light_.name, kNameMax);
}

QSize LightButton::sizeHint() const {
    const QFontMetrics metrics(theme_.font(TextRole::Dense, Weight::Bold));
    const QString shown = words();
    const int text = shown.isEmpty() ? 0 : metrics.horizontalAdvance(shown) + 6;
    return {6 + theme_.px(18) + 6 + text + theme_.px(16) + 6, theme_.px(kStrip)};
}

void LightButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool down = light_.lamp == Lamp::Down;
    const bool doubtful = light_.lamp == Lamp::Doubtful;
    const int tall = theme_.px(28);
    const QRectF body(0, (height() - tall) / 2.0, width(), tall);
    if (down || doubtful) {
        const QColor ground = theme_.color(down ? Tone::LateSoft : Tone::DueSoft);
        paintPanel(painter, body, ground, ground, kRadiusControl);
    } else if (underMouse()) {
        paintPanel(painter, body, theme_.color(Tone::Surface2), theme_.color(Tone::Surface2),
                   kRadiusControl);
    }
    const int tile = theme_.px(18);
    theme_.paintTile(painter, light_.platform, QRect(6, (height() - tile) / 2, tile, tile));
    const int lamp = theme_.px(16);
    const QRect lampRect(width() - 6 - lamp, (height() - lamp) / 2, lamp, lamp);
    theme_.paintLamp(painter, light_.lamp, lampRect);
    const Tone ink = down ? Tone::Late : doubtful ? Tone::Due : Tone::Text1;
    paintLine(painter, QRectF(6 + tile + 6, 0, lampRect.left() - 6 - (6 + tile + 6) + 4, height()),
              theme_.font(TextRole::Dense, down || doubtful ? Weight::Bold : Weight::Normal),
              theme_.color(ink), words());
}

ChannelStrip::ChannelStrip(const Theme& theme, const Shop& shop, const Clock& clock,
                           const Lights& lights, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      shop_(shop),
      clock_(clock),
      lights_(lights),
      row_(new QHBoxLayout(this)),
      logo_(new QWidget(this)),
      list_(new QWidget(this)),
      entries_(new QHBoxLayout(list_)),
      sound_(new Button(theme, ButtonKind::Quiet, u"sound"_s, {}, this)),
      seat_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text2, this)),
      time_(new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this)) {
    row_->setContentsMargins(0, 0, 16, 1);
    row_->setSpacing(8);
    row_->addWidget(logo_);
    row_->addWidget(list_);
    row_->addStretch(1);
    row_->addWidget(sound_);
    row_->addWidget(seat_);
    row_->addWidget(time_);
    entries_->setContentsMargins(8, 0, 0, 0);
    entries_->setSpacing(4);
    list_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    sound_->setObjectName(u"sound"_s);
    sound_->setTall(kStrip - 2);
    seat_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    time_->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    seat_->setContentsMargins(0, 0, 4, 0);
    connect(sound_, &Button::clicked, this, &ChannelStrip::soundTouched);
    connect(&lights_, &Lights::changed, this, &ChannelStrip::refresh);
    connect(&second_, &QTimer::timeout, this, &ChannelStrip::tick);
    second_.start(1000);
    setMuted(false, Millis(0));
    setFrame(false, theme_.px(kLogo));
    setAccessibleName(tr("Channels"));
    refresh();
    tick();
}

void ChannelStrip::setSeat(const QString& person, const QString& seat) {
    QStringList parts{displayLine(person, kNameMax), displayLine(seat, kNameMax)};
    parts.removeAll(QString());
    parts.removeDuplicates(); // nobody is named: the machine stands for both
    seat_->show(parts.join(u" · "_s));
}

void ChannelStrip::setMuted(bool muted, Millis left) {
    sound_->setIconName(muted ? u"mute"_s : u"sound"_s);
    sound_->setKind(muted ? ButtonKind::Danger : ButtonKind::Quiet);
    const auto seconds = std::max<qint64>(left.count() / 1000, 0);
    sound_->setText(
        muted ? tr("No sound %1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'))
              : QString());
    sound_->setSpoken(muted ? tr("Sound is off. Turn it on")
                            : tr("Turn the sound off for 15 minutes"));
    sound_->updateGeometry();
    fit();
}

void ChannelStrip::setFrame(bool narrow, int rail) {
    narrow_ = narrow;
    setFixedHeight(theme_.px(kStrip));
    logo_->setFixedWidth(rail - 1); // the lines at their right sides are one
    fit();
    update();
}

// Words go where there is no room for them; the tiles, lamps and sheets still tell.
void ChannelStrip::fit() {
    const int seat = seat_->sizeHint().width() + 8;
    int needed = logo_->width() + sound_->sizeHint().width() + time_->sizeHint().width() + 56;
    for (LightButton* button : buttons_) {
        button->setBrief(narrow_);
        needed += button->sizeHint().width() + entries_->spacing();
    }
    seat_->setVisible(!narrow_ && needed + seat <= width());
    if (needed > width()) {
        for (LightButton* button : buttons_) {
            button->setBrief(true);
        }
    }
    list_->updateGeometry();
}

void ChannelStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void ChannelStrip::refresh() {
    const auto& all = lights_.all();
    while (buttons_.size() > all.size()) {
        buttons_.back()->deleteLater();
        buttons_.back()->hide();
        buttons_.pop_back();
    }
    while (buttons_.size() < all.size()) {
        auto* button = new LightButton(theme_, list_);
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
        connect(button, &LightButton::clicked, this,
                [this, button] { Q_EMIT lightTouched(button->light().channel); });
        entries_->addWidget(button);
        buttons_.push_back(button);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        buttons_[i]->show(all[i]);
        buttons_[i]->QWidget::show();
    }
    fit();
    update();
}

void ChannelStrip::tick() {
    time_->show(WallTime(shop_).clock(clock_.now()));
}

void ChannelStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    const QColor line = theme_.color(Tone::Line);
    painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    painter.fillRect(QRect(logo_->width(), 0, 1, height()), line);
    const int side = theme_.px(28);
    theme_.paintLogo(painter,
                     QRect((logo_->width() - side) / 2, (height() - side) / 2, side, side));
    for (std::size_t i = 1; i < buttons_.size(); ++i) {
        if (familyOf(buttons_[i]->light().platform)
            != familyOf(buttons_[i - 1]->light().platform)) {
            painter.fillRect(QRect(list_->x() + buttons_[i]->x() - 3, 0, 1, height()), line);
        }
    }
}

} // namespace comanda::ui
