// The shop: name, telephone, money, hours, language of its notices, and what customers are told.
#pragma once

#include "core/hub/hub.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

#include <QJsonValue>
#include <QMap>

#include <functional>
#include <vector>

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
    // It was changed elsewhere: shown, but for what was typed here meanwhile.
    void follow(const Shop& shop);

private:
    // A widget and the value of Shop::toJson() that it stands for. While it says what it `shown`,
    // nobody has touched it, and the shop's own value counts.
    struct Field {
        QString key, notice; // notice: of the texts under that key
        std::function<QJsonValue()> typed;
        std::function<void(const QJsonValue&)> show;
        QJsonValue shown;
    };

    void addShop(Panel* panel);
    void addKitchen(Panel* panel);
    void addNotices(Panel* panel);
    void bind(const QString& key, QLineEdit* line, const QString& notice = {});
    void bind(const QString& key, QSpinBox* box, int unit = 1);
    void bind(const QString& key, QComboBox* choice);
    void bind(const QString& key, QCheckBox* box);
    void add(Field field);
    void showUsualNotices();
    [[nodiscard]] static QJsonValue valueIn(const QJsonObject& shop, const Field& field);
    [[nodiscard]] Result<Shop> typed() const;

    const Theme& theme_;
    hub::Hub& hub_;
    Shop shop_;
    std::vector<Field> fields_;
    QComboBox* language_ = nullptr;
    QMap<OrderState, QLineEdit*> notices_;
    Panel* outcome_ = nullptr;
};

} // namespace comanda::ui
