// The practice panel: breaks and heals the simulated platforms and paces the customers.
#pragma once

#include "app/practice/restaurant.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace comanda::practice {

// `restaurant` must outlive the panel.
class PracticePanel final : public QWidget {
    Q_OBJECT
public:
    explicit PracticePanel(PracticeRestaurant& restaurant, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override; // another language

private:
    struct PlatformRow {
        Platform platform = Platform::WhatsApp;
        QLabel* label = nullptr;
        QComboBox* choice = nullptr;
        QPushButton* heal = nullptr;
    };

    void addRow(QGridLayout& grid, Platform platform);
    void addCustomers(QGridLayout& grid);
    void connectAll();
    void retranslate();
    void showTrouble(const PlatformRow& row);
    void showCounts();
    [[nodiscard]] QString nameOf(Platform platform) const;
    [[nodiscard]] QString nameOf(Trouble trouble) const;
    [[nodiscard]] QString explain(Trouble trouble) const;

    PracticeRestaurant& restaurant_;
    std::vector<PlatformRow> rows_;
    QLabel* title_;
    QLabel* paceLabel_ = nullptr;
    QComboBox* pace_ = nullptr;
    QPushButton* pause_ = nullptr;
    QPushButton* cart_ = nullptr;
    QLabel* counts_ = nullptr;
};

} // namespace comanda::practice
