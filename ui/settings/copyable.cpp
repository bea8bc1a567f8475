#include "ui/settings/copyable.h"

#include "ui/settings/channel_form.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>

namespace comanda::ui {

QWidget* copyable(const Theme& theme, const QString& label, const QString& value, QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto* shown = new QLineEdit(value, row);
    shown->setReadOnly(true);
    shown->setCursorPosition(0); // its beginning tells most
    shown->setAccessibleName(label);
    auto* copy = new Button(theme, ButtonKind::Plain, {}, ChannelForm::tr("Copy"), row);
    QObject::connect(copy, &Button::clicked, shown,
                     [shown] { QGuiApplication::clipboard()->setText(shown->text()); });
    line->addWidget(shown, 1);
    line->addWidget(copy);
    return row;
}

} // namespace comanda::ui
