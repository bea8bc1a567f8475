#include "ui/inbox/past_orders.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/models/wall_time.h"
#include "ui/widgets/paint.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr int kPad = 4;
constexpr int kDishMax = 60;

QString dishesOf(const Order& order) {
    QStringList dishes;
    for (const OrderLine& line : order.lines) {
        dishes << u"%1 %2"_s.arg(line.quantity)
                      .arg(displayLine(text::dishName(line.name, line.sku), kDishMax));
    }
    return dishes.join(u", "_s);
}

class Row final : public QAbstractButton {
public:
    Row(const Theme& theme, const Order& order, const Shop& shop, Time now, QWidget* parent)
        : QAbstractButton(parent), theme_(theme) {
        const WallTime wall(shop);
        dishes_ = dishesOf(order);
        total_ = wall.total(order);
        about_ = QStringList{wall.brief(order.createdAt, now), text::platformName(order.platform),
                             text::stateWord(order.state)}
                     .join(u" · "_s);
        setAccessibleName(QStringList{dishes_, about_, total_}.join(u", "_s));
        setToolTip(dishes_.toHtmlEscaped());
        setEnabled(order.conversation.isValid());
        setFocusPolicy(isEnabled() ? Qt::StrongFocus : Qt::NoFocus);
        setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
        connect(&theme_, &Theme::changed, this, [this] { updateGeometry(); });
    }

    [[nodiscard]] QSize sizeHint() const override { return {theme_.px(200), theme_.px(kTarget)}; }
    [[nodiscard]] QSize minimumSizeHint() const override {
        return {theme_.px(96), theme_.px(kTarget)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (isEnabled() && (isDown() || underMouse())) {
            const QColor ground = theme_.color(isDown() ? Tone::Surface3 : Tone::Surface2);
            paintPanel(painter, rect(), ground, ground, kRadiusControl);
        }
        const int first = theme_.line(TextRole::Body);
        const int rest = theme_.line(TextRole::Small);
        const int top = (height() - first - rest) / 2;
        const QFont body = theme_.font(TextRole::Body);
        const int totalW = QFontMetrics(body).horizontalAdvance(total_) + 2;
        paintLine(painter, QRectF(kPad, top, width() - 3 * kPad - totalW, first), body,
                  theme_.color(Tone::Text1), dishes_);
        paintLine(painter, QRectF(width() - kPad - totalW, top, totalW, first), body,
                  theme_.color(Tone::Text1), total_, Qt::AlignRight);
        paintLine(painter, QRectF(kPad, top + first, width() - 2 * kPad, rest),
                  theme_.font(TextRole::Small), theme_.color(Tone::Text2), about_);
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            if (!event->isAutoRepeat()) {
                click();
            }
            return;
        }
        QAbstractButton::keyPressEvent(event);
    }

private:
    const Theme& theme_;
    QString dishes_, total_, about_;
};

} // namespace

PastOrders::PastOrders(const Theme& theme, const Shop& shop, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      shop_(shop),
      heading_(new PlainLabel(theme, TextRole::Small, Weight::Normal, Tone::Text3, this)),
      rows_(new QVBoxLayout),
      repeat_(new Button(theme, ButtonKind::Quiet, u"history"_s, tr("The last one again"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    rows_->setSpacing(0);
    column->addWidget(heading_);
    column->addLayout(rows_);
    column->addWidget(repeat_, 0, Qt::AlignLeft);
    heading_->setObjectName(u"pastOrders"_s);
    repeat_->setObjectName(u"repeatOrder"_s);
    repeat_->setAccessibleName(tr("Make an order like the last one"));
    connect(repeat_, &Button::clicked, this, [this] {
        if (!orders_.empty()) {
            Q_EMIT repeatAsked(orders_.front());
        }
    });
    show(nullptr, Time());
}

void PastOrders::show(const Person* person, Time now) {
    const int count = person ? person->orderCount : 0;
    heading_->setVisible(person != nullptr);
    if (person) {
        const QString since = WallTime(shop_).locale().toString(WallTime(shop_).date(person->since),
                                                                QStringLiteral("d MMM yyyy"));
        heading_->show(count == 0 ? tr("No orders yet · known since %1").arg(since)
                                  : tr("%n orders · known since %1", nullptr, count).arg(since));
    }
    const std::vector<Order> orders = person ? person->orders : std::vector<Order>();
    repeat_->setVisible(!orders.empty());
    if (orders == orders_ && rows_->count() == static_cast<int>(orders.size())) {
        return;
    }
    orders_ = orders;
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Order& order : orders_) {
        auto* row = new Row(theme_, order, shop_, now, this);
        row->setObjectName(u"pastOrder"_s);
        rows_->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, order] { Q_EMIT orderChosen(order); });
    }
}

} // namespace comanda::ui
