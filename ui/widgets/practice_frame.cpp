#include "ui/widgets/practice_frame.h"

#include "ui/widgets/paint.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kEdge = 8;
constexpr int kBand = 36;
constexpr int kHatchStep = 17; // 12 px across, at 45 degrees
constexpr int kHatchWidth = 3;

// The plate on the band that leads out: the band's own colours instead of a button's.
class PlateButton final : public QAbstractButton {
public:
    PlateButton(const Theme& theme, const QString& words, QWidget* parent)
        : QAbstractButton(parent), theme_(theme) {
        setText(words);
        setAccessibleName(words);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
    [[nodiscard]] QSize sizeHint() const override {
        const QFontMetrics metrics(theme_.font(TextRole::Body, Weight::Bold));
        return {metrics.horizontalAdvance(text()) + 32, theme_.px(kBand)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), theme_.color(Tone::Practice));
        QFont font = theme_.font(TextRole::Body, Weight::Bold);
        font.setUnderline(underMouse() || isDown());
        paintLine(painter, rect(), font, theme_.color(Tone::OnPractice), text(), Qt::AlignHCenter);
    }

private:
    const Theme& theme_;
};

} // namespace

PracticeFrame::PracticeFrame(const Theme& theme, QWidget* content, bool active, QWidget* parent)
    : QWidget(parent), theme_(theme), active_(active), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->addWidget(content);
    if (!active_) {
        return;
    }
    leave_ = new PlateButton(theme_, tr("Leave practice"), this);
    leave_->setObjectName(u"leavePractice"_s);
    connect(leave_, &QAbstractButton::clicked, this, &PracticeFrame::leaveAsked);
    connect(&theme_, &Theme::changed, this, &PracticeFrame::dress);
    setAccessibleName(tr("Practice. Invented customers. Nothing leaves this computer."));
    dress();
}

int PracticeFrame::band() const {
    return theme_.px(kBand);
}

void PracticeFrame::dress() {
    column_->setContentsMargins(kEdge, band(), kEdge, kEdge);
    leave_->resize(leave_->sizeHint());
    leave_->move(width() - leave_->width() - 2 * kEdge, 0);
    update();
}

void PracticeFrame::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (leave_) {
        dress();
    }
}

void PracticeFrame::paintPlate(QPainter& painter, QRectF where) const {
    painter.fillRect(where, theme_.color(Tone::Practice));
}

void PracticeFrame::paintEvent(QPaintEvent*) {
    if (!active_) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Practice));
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme_.color(Tone::OnPractice), kHatchWidth);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    for (int x = -height(); x < width() + height(); x += kHatchStep) {
        painter.drawLine(x, height() + 2, x + height() + 4, -2);
    }
    const QFont bold = theme_.font(TextRole::Strong, Weight::Bold);
    const QFont plain = theme_.font(TextRole::Body);
    const QString word = tr("PRACTICE");
    const QString meaning = tr("Invented customers. Nothing leaves this computer.");
    const int side = theme_.px(22);
    const qreal wordWidth = QFontMetricsF(bold).horizontalAdvance(word);
    const QRectF first(2 * kEdge, 0, 16 + side + 8 + wordWidth + 16, band());
    paintPlate(painter, first);
    theme_.paintIcon(painter, u"practice"_s, Tone::OnPractice,
                     QRectF(first.left() + 16, (band() - side) / 2.0, side, side));
    const QColor ink = theme_.color(Tone::OnPractice);
    paintLine(painter, first.adjusted(16 + side + 8, 0, 0, 0), bold, ink, word);
    const qreal room = leave_->x() - first.right() - 32;
    const qreal meaningWidth = std::min(QFontMetricsF(plain).horizontalAdvance(meaning) + 32, room);
    if (meaningWidth > 80) {
        const QRectF second(first.right() + 12, 0, meaningWidth, band());
        paintPlate(painter, second);
        paintLine(painter, second.adjusted(16, 0, -15, 0), plain, ink, meaning);
    }
}

} // namespace comanda::ui
