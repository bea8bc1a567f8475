// A field that shows a value to take elsewhere, with its button.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace comanda::ui {

[[nodiscard]] QWidget* copyable(const Theme& theme, const QString& label, const QString& value,
                                QWidget* parent);

} // namespace comanda::ui
