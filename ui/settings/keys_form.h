// The calendar of all keys: whose ends when, the next one first, and where a new one is typed.
#pragma once

#include "core/domain/channel.h"
#include "core/hub/hub.h"
#include "ui/settings/panel.h"

#include <QWidget>

namespace comanda::ui {

class KeysForm final : public QWidget {
    Q_OBJECT
public:
    KeysForm(const Theme& theme, hub::Hub& hub, QWidget* parent = nullptr);

    void show(const std::vector<ChannelConfig>& channels);

Q_SIGNALS:
    void channelAsked(comanda::ChannelId channel);

private:
    void addRow(const ChannelConfig& channel);

    const Theme& theme_;
    hub::Hub& hub_;
    Panel* panel_;
};

} // namespace comanda::ui
