// A strip above the page that pushes it down: what is wrong, what still works, one button.
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>

namespace comanda::ui {

class Banner final : public QFrame {
    Q_OBJECT
public:
    Banner(const Theme& theme, const QString& icon, QWidget* parent = nullptr);
    void say(const QString& sentence, const QString& second, const QString& button, bool severe);
    [[nodiscard]] QString sentence() const { return sentence_->shownText(); }

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QString icon_;
    bool severe_ = true;
    PlainLabel* sentence_;
    PlainLabel* second_;
    Button* button_;
};

} // namespace comanda::ui
