// The fields of a channel's page, generated from its platform's descriptor: those of the account,
// those that all channels of one app have in common, and, folded away, those that hardly anybody
// touches.
#pragma once

#include "core/base/secret.h"
#include "core/domain/channel.h"
#include "ui/settings/panel.h"

#include <QMap>

class QComboBox;
class QLineEdit;

namespace comanda::ui {

class CheckBox;

class ChannelFields final {
public:
    // What is used where the channel has nothing of its own.
    struct Elsewhere {
        QMap<QString, QString> secretOwners; // names by key, its own among them
        ChannelConfig shared;                // with the app's values
    };
    // `theme` and `panel` outlive it.
    ChannelFields(const Theme& theme, Panel& panel, const ChannelDescriptor& descriptor,
                  const ChannelConfig& channel, const Elsewhere& elsewhere);

    // Changed elsewhere, from `before` to `now`: taken over but for what was typed meanwhile.
    void follow(const ChannelConfig& before, const ChannelConfig& now);
    void forgetSecrets(const Elsewhere& elsewhere); // they are saved now
    void set(const QString& key, const QString& value);
    void writeInto(ChannelConfig& channel) const;
    [[nodiscard]] QMap<QString, Secret> secrets() const;

    struct Problem {
        QString label;
        bool missing = false; // else it looks odd
    };
    // The first there is; the keyboard goes to its field.
    [[nodiscard]] std::optional<Problem> problem();

private:
    struct Field {
        SetupField setup;
        QLineEdit* line = nullptr;
        QComboBox* choice = nullptr;
        CheckBox* flag = nullptr;
    };

    void add(const SetupField& setup, const ChannelConfig& channel);
    void hint(const Field& field, const Elsewhere& elsewhere);
    [[nodiscard]] static QString valueIn(const ChannelConfig& channel, const SetupField& setup);
    [[nodiscard]] static QString valueOf(const Field& field);
    static void setValue(const Field& field, const QString& value);

    const Theme& theme_;
    Panel& panel_;
    Platform platform_;
    QMap<QString, QString> secretOwners_;
    std::vector<Field> fields_;
};

} // namespace comanda::ui
