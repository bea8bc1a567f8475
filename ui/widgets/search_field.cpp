#include "ui/widgets/search_field.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {
constexpr int kGlass = 20;
constexpr int kEdge = 12;
} // namespace

SearchField::SearchField(const Theme& theme, const QString& hint, QWidget* parent)
    : QLineEdit(parent), theme_(theme) {
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setMaxLength(200);
    connect(&theme_, &Theme::changed, this, &SearchField::dress);
    dress();
}

void SearchField::dress() {
    setTextMargins(theme_.px(kGlass) + kEdge - 4, 0, 0, 0); // beside the style's own padding
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept(); // or the page below would take the same Enter for an order or a chat
    }
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = theme_.px(kGlass);
    theme_.paintIcon(painter, u"search"_s, Tone::Text2,
                     QRectF(kEdge, (height() - side) / 2.0, side, side));
}

} // namespace comanda::ui
