// Practice mode: the practice restaurant, and Comanda pointed at it.
#pragma once

#include "app/practice/restaurant.h"
#include "core/domain/shop.h"
#include "core/hub/hub.h"

#include <QObject>

namespace comanda::desktop {

[[nodiscard]] Shop practiceShop(const QString& language);
// The store of an earlier practice is thrown away; nothing outside `dataDir`/practice is touched.
[[nodiscard]] Result<QString> freshPracticeDir(const QString& dataDir);

class Practice final : public QObject {
    Q_OBJECT
public:
    // `speed` 1: customers come at a believable pace.
    Practice(hub::Hub& hub, double speed, QObject* parent = nullptr);

    void open(); // once the hub runs: sets up the channels, then customers come
    [[nodiscard]] practice::PracticeRestaurant& restaurant() { return restaurant_; }

Q_SIGNALS:
    void failed(const comanda::Error& error);

private:
    void connectNext(std::size_t index);

    hub::Hub& hub_;
    practice::PracticeRestaurant restaurant_;
};

} // namespace comanda::desktop
