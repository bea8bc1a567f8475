// The channels' lights as the window shows them. The program's start feeds it.
#pragma once

#include "core/domain/channel.h"

#include <QObject>

#include <vector>

namespace comanda::ui {

class Lights final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void show(std::vector<ChannelLight> lights);
    [[nodiscard]] const std::vector<ChannelLight>& all() const { return lights_; }
    [[nodiscard]] const ChannelLight* find(ChannelId channel) const;
    [[nodiscard]] bool isDown(ChannelId channel) const; // a message would wait

Q_SIGNALS:
    void changed();

private:
    std::vector<ChannelLight> lights_;
};

} // namespace comanda::ui
