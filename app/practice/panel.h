// The practice panel: breaks and heals the simulated platforms and paces the customers. Stands
// beside the pages, so that one sees at once what a break does to them.
#pragma once

#include "app/practice/restaurant.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace comanda::practice {

// `theme` and `restaurant` must outlive the panel.
class PracticePanel final : public QWidget {
    Q_OBJECT
public:
    PracticePanel(const ui::Theme& theme, PracticeRestaurant& restaurant,
                  QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct PlatformRow {
        Platform platform = Platform::WhatsApp;
        ui::PlainLabel* state = nullptr;
        ui::PlainLabel* meaning = nullptr;
        ui::Button* act = nullptr;
    };

    QWidget* makeHead();
    void addPlatform(QVBoxLayout& column, Platform platform);
    void addOutageOfMeta(QVBoxLayout& column);
    ui::Button* makeBreaker(Platform platform, QWidget* row);
    void addCustomers(QVBoxLayout& column);
    void layOut(QWidget& row, PlatformRow& parts, const QString& title, const QString& word);
    static void showState(const PlatformRow& row, bool well, const QString& name);
    ui::PlainLabel* addFact(QGridLayout& grid, const QString& what);
    void showTrouble(const PlatformRow& row);
    void showOutageOfMeta();
    void showCounts();
    [[nodiscard]] static QString nameOf(Trouble trouble);
    [[nodiscard]] static QString explain(Trouble trouble, Platform platform);

    const ui::Theme& theme_;
    PracticeRestaurant& restaurant_;
    std::vector<PlatformRow> rows_;
    PlatformRow outage_; // of all that Meta runs
    QWidget* head_;
    ui::Button* pause_ = nullptr;
    ui::PlainLabel* talking_ = nullptr;
    ui::PlainLabel* written_ = nullptr;
    ui::PlainLabel* carts_ = nullptr;
    ui::PlainLabel* answered_ = nullptr;
};

} // namespace comanda::practice
