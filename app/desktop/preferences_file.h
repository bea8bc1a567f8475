// What this machine prefers, kept beside its store.
#pragma once

#include "ui/settings/look_form.h"

namespace comanda::desktop {

[[nodiscard]] ui::Preferences readPreferences(const QString& dataDir);
void writePreferences(const QString& dataDir, const ui::Preferences& preferences);

// Loads the translation of the first language that there is one for; English needs none.
void translate(class QApplication& application, const QString& language);

} // namespace comanda::desktop
