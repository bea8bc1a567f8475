// How the window looks on this machine: language, light or dark, size of the text.
#pragma once

#include "ui/settings/panel.h"

class QComboBox;
class QSpinBox;
class QCheckBox;

namespace comanda::ui {

struct Preferences {
    enum class Look { Light, Dark };
    QString language; // "es", "en", "pt"; empty: the system's
    Look look = Look::Light;
    int scale = 100; // per cent
    bool reducedMotion = false;

    bool operator==(const Preferences&) const = default;
};

class LookForm final : public QWidget {
    Q_OBJECT
public:
    LookForm(const Theme& theme, const Preferences& preferences, QWidget* parent = nullptr);

Q_SIGNALS:
    void changed(const comanda::ui::Preferences& preferences); // takes effect at once

private:
    [[nodiscard]] Preferences typed() const;

    QComboBox* language_;
    QComboBox* look_;
    QSpinBox* scale_;
    QCheckBox* still_;
};

} // namespace comanda::ui
