// What a page says when it has nothing to show: an icon, one line, a quieter one, maybe a button.
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QWidget>

namespace comanda::ui {

class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const Theme& theme, const QString& icon, const QString& line, const QString& second,
               QWidget* parent = nullptr);
    void say(const QString& line, const QString& second);
    Button* addButton(const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QString icon_;
    PlainLabel* line_;
    PlainLabel* second_;
    QWidget* space_;
};

} // namespace comanda::ui
