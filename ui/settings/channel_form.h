// One channel's page, generated from its platform's descriptor: fields, test, what it can do.
#pragma once

#include "core/domain/channel.h"
#include "core/hub/hub.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/prompt_bar.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QBoxLayout;
class QLineEdit;

namespace comanda::ui {

class ChannelForm final : public QWidget {
    Q_OBJECT
public:
    ChannelForm(const Theme& theme, hub::Hub& hub, const ChannelDescriptor& descriptor,
                ChannelConfig channel, QWidget* parent = nullptr);

    [[nodiscard]] const ChannelConfig& channel() const { return channel_; }
    void save();
    void test();

Q_SIGNALS:
    void saved(comanda::ChannelId channel);
    void removed(comanda::ChannelId channel);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Field {
        SetupField setup;
        QLineEdit* line = nullptr;
        QComboBox* choice = nullptr;
    };

    Panel* makeFields();
    Panel* makeAbilities();
    QWidget* makeButtons();
    void addField(Panel* panel, const SetupField& setup);
    void addWayIn(Panel* panel);
    [[nodiscard]] QString valueOf(const Field& field) const;
    [[nodiscard]] ChannelConfig typedChannel() const;
    [[nodiscard]] QMap<QString, Secret> typedSecrets() const;
    [[nodiscard]] bool complete(); // says what is missing
    void showCheck(const Result<AccountCheck>& answer);
    void askRemove();

    const Theme& theme_;
    hub::Hub& hub_;
    ChannelDescriptor descriptor_;
    ChannelConfig channel_;
    std::vector<Field> fields_;
    QLineEdit* name_ = nullptr;
    QBoxLayout* columns_;
    Panel* checks_;
    PromptBar* prompt_;
    Button* test_ = nullptr;
    Button* save_ = nullptr;
};

} // namespace comanda::ui
