#include "ui/widgets/search_field.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace comanda::ui {

SearchField::SearchField(const Theme& theme, const QString& hint, QWidget* parent)
    : QLineEdit(parent), theme_(theme), glass_(addAction(QIcon(), QLineEdit::LeadingPosition)) {
    setPlaceholderText(hint);
    glass_->setText(hint);
    setAccessibleName(hint);
    setMaxLength(200);
    connect(&theme_, &Theme::changed, this, &SearchField::dress);
    dress();
}

void SearchField::dress() {
    glass_->setIcon(theme_.buttonIcon(u"search"_s, Tone::Text2, 20));
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace comanda::ui
