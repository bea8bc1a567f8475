// What staff answer with one touch: the quick replies under a chat.
#pragma once

#include "core/store/store.h"
#include "ui/settings/panel.h"

#include <vector>

class QLineEdit;

namespace comanda::ui {

class RepliesForm final : public QWidget {
    Q_OBJECT
public:
    RepliesForm(const Theme& theme, store::Store& store, QWidget* parent = nullptr);

private:
    void read();
    void save();
    void say(const Result<>& outcome, const QString& done);

    store::Store& store_;
    std::vector<QLineEdit*> lines_;
    Panel* outcome_;
};

} // namespace comanda::ui
