// The evidence behind one light: what it says, since when, the last real message, the last call
// that worked, what waits.
#pragma once

#include "core/base/clock.h"
#include "core/domain/channel.h"
#include "core/domain/shop.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>

class QFormLayout;

namespace comanda::ui {

class LightSheet final : public QFrame {
    Q_OBJECT
public:
    LightSheet(const Theme& theme, const Shop& shop, const Clock& clock, QWidget* parent);
    void open(const ChannelLight& light);
    void renew(const ChannelLight& light); // while it is open; whoever types keeps the keyboard
    [[nodiscard]] ChannelId channel() const { return channel_; }

Q_SIGNALS:
    void setupAsked(comanda::ChannelId channel);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    PlainLabel* fact(const QString& label);
    [[nodiscard]] QString moment(std::optional<Time> at) const;

    const Theme& theme_;
    const Shop& shop_;
    const Clock& clock_;
    ChannelId channel_;
    PlainLabel* title_;
    PlainLabel* sentence_;
    QFormLayout* facts_;
    PlainLabel* since_;
    PlainLabel* message_;
    PlainLabel* success_;
    PlainLabel* failure_;
    PlainLabel* waiting_;
    Button* setup_;
};

} // namespace comanda::ui
