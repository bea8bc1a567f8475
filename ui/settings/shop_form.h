// The shop: name, money, hours, language of its notices, and what customers are told.
#pragma once

#include "core/hub/hub.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

#include <QMap>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace comanda::ui {

class ShopForm final : public QWidget {
    Q_OBJECT
public:
    ShopForm(const Theme& theme, hub::Hub& hub, const Shop& shop, QWidget* parent = nullptr);

    void save();

Q_SIGNALS:
    void saved(const comanda::Shop& shop);

private:
    void addShop(Panel* panel);
    void addKitchen(Panel* panel);
    void addNotices(Panel* panel);
    [[nodiscard]] Result<Shop> typed() const;

    const Theme& theme_;
    hub::Hub& hub_;
    Shop shop_;
    QLineEdit* name_ = nullptr;
    QComboBox* zone_ = nullptr;
    QLineEdit* currency_ = nullptr;
    QComboBox* language_ = nullptr;
    QSpinBox* decimals_ = nullptr;
    QSpinBox* dayEnds_ = nullptr;
    QSpinBox* promise_ = nullptr;
    QSpinBox* amber_ = nullptr;
    QSpinBox* red_ = nullptr;
    QCheckBox* oneMan_ = nullptr;
    QMap<OrderState, QLineEdit*> notices_;
    Panel* outcome_ = nullptr;
};

} // namespace comanda::ui
