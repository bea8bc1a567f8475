// Where pushed messages come from: a mailbox on a public host, with its key; and the key of this
// shop that the mailbox seals to.
#pragma once

#include "core/hub/hub.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

class QLineEdit;

namespace comanda::ui {

class MailboxForm final : public QWidget {
    Q_OBJECT
public:
    MailboxForm(const Theme& theme, hub::Hub& hub, QWidget* parent = nullptr);

    void save();
    // All of the shop's: the way of those that are pushed can be tried out.
    void showChannels(const std::vector<ChannelConfig>& channels);

private:
    void read();
    void say(const Result<>& outcome);
    void complain(const QString& what, const QString& why);
    void show(const hub::MailboxSettings& settings);
    void test(); // the way of each address, then what each channel is subscribed to
    void testNext();
    void showWay(const ChannelConfig& channel, const hub::WayReport& report);
    void checkNext();
    void showSubscription(const ChannelConfig& channel, const Result<AccountCheck>& check);
    void subscribe(ChannelId channel, Button* pressed);

    const Theme& theme_;
    hub::Hub& hub_;
    std::vector<ChannelConfig> channels_;       // that are pushed
    std::vector<ChannelConfig> ways_, toCheck_; // of the test under way
    QLineEdit* url_;
    QLineEdit* token_;
    QLineEdit* key_;
    Panel* outcome_;
    Panel* way_;
    Button* test_;
};

} // namespace comanda::ui
