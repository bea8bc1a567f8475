// One channel's page, generated from its platform's descriptor: fields, test, what it can do.
#pragma once

#include "core/domain/channel.h"
#include "core/hub/hub.h"
#include "ui/settings/channel_fields.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/prompt_bar.h"

#include <QMap>
#include <QWidget>

class QBoxLayout;
class QLineEdit;

namespace comanda::ui {

class LinkWizard;

class ChannelForm final : public QWidget {
    Q_OBJECT
public:
    ChannelForm(const Theme& theme, hub::Hub& hub, const ChannelDescriptor& descriptor,
                ChannelConfig channel, QWidget* parent = nullptr);
    ~ChannelForm() override;

    [[nodiscard]] const ChannelConfig& channel() const { return channel_; }
    // It was changed elsewhere: kept as it is now, but for what was typed here meanwhile.
    void follow(const ChannelConfig& channel);
    void save();
    void test();
    void saySaved(); // in its checks

Q_SIGNALS:
    void saved(comanda::ChannelId channel);
    void removed(comanda::ChannelId channel);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Panel* makeFields();
    Panel* makeAbilities();
    QWidget* makeButtons();
    LinkWizard* makeWizard();
    void addWayIn(Panel* panel);
    void showHistory();
    void showLink(); // as soon as the platform has told our name there
    [[nodiscard]] ChannelFields::Elsewhere elsewhere() const;
    [[nodiscard]] ChannelConfig typedChannel() const;
    [[nodiscard]] bool complete(); // says what is missing
    void showCheck(const Result<AccountCheck>& answer);
    void showWarning(const QString& id);
    void subscribe(Button* pressed);
    void linked(const QString& account);
    void askRemove();

    const Theme& theme_;
    hub::Hub& hub_;
    ChannelDescriptor descriptor_;
    ChannelConfig channel_;
    std::unique_ptr<ChannelFields> fields_;
    QLineEdit* name_ = nullptr;
    QBoxLayout* columns_;
    Panel* checks_;
    Panel* abilities_ = nullptr;
    PlainLabel* history_ = nullptr;
    QString shownLink_;
    PromptBar* prompt_;
    Button* test_ = nullptr;
    Button* save_ = nullptr;
};

} // namespace comanda::ui
