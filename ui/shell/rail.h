// The pages of the window, one under another, with counts.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace comanda::ui {

class RailItem final : public QAbstractButton {
    Q_OBJECT
public:
    RailItem(const Theme& theme, const QString& icon, const QString& words, int key,
             QWidget* parent);
    void setCount(int count, Tone ground);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QString icon_;
    int count_ = 0;
    Tone ground_ = Tone::New;
};

class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);
    // Returns the page's index; Ctrl+index+1 goes there.
    int add(const QString& icon, const QString& words);
    // Something beside the pages that is there or not; at the bottom, with the next key.
    void addSwitch(const QString& icon, const QString& words);
    void setSwitch(bool on);
    void setCount(int page, int count, Tone ground);
    void choose(int page);
    [[nodiscard]] int chosen() const;
    void setNarrow(bool narrow);

Q_SIGNALS:
    void chosenChanged(int page);
    void switched(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RailItem* make(const QString& icon, const QString& words);

    const Theme& theme_;
    QButtonGroup* group_;
    QVBoxLayout* column_;
    std::vector<RailItem*> items_;
    RailItem* switch_ = nullptr;
};

} // namespace comanda::ui
