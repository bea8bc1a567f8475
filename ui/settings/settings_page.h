// Settings: what there is to set at the left, the page of it at the right.
#pragma once

#include "core/hub/hub.h"
#include "core/store/store.h"
#include "ui/models/lights.h"
#include "ui/settings/look_form.h"
#include "ui/widgets/button.h"

#include <QWidget>

class QListWidget;
class QVBoxLayout;

namespace comanda::ui {

class SettingsPage final : public QWidget {
    Q_OBJECT
public:
    SettingsPage(const Theme& theme, store::Store& store, hub::Hub& hub, const Lights& lights,
                 const Preferences& preferences, QWidget* parent = nullptr);

    void connectPlatform(Platform platform); // opens the page of a new channel
    void showChannel(ChannelId channel);
    [[nodiscard]] QListWidget& list() { return *list_; }

Q_SIGNALS:
    void preferencesChanged(const comanda::ui::Preferences& preferences);
    void shopChanged(const comanda::Shop& shop);

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Kind { Channel, NewChannel, Mailbox, Shop, Replies, Look };
    struct Entry {
        Kind kind = Kind::Shop;
        ChannelConfig channel; // of Channel; of NewChannel its platform
    };

    void read(std::optional<ChannelId> select = {}); // channels and shop, again
    void readChannels();
    void list(const std::vector<ChannelConfig>& channels);
    void addEntry(const Entry& entry, const QString& words, const QString& second);
    void open(int row);
    [[nodiscard]] QWidget* pageOf(const Entry& entry);
    void relight();

    const Theme& theme_;
    store::Store& store_;
    hub::Hub& hub_;
    const Lights& lights_;
    Preferences preferences_;
    Shop shop_;
    std::vector<Entry> entries_;
    QListWidget* list_;
    QWidget* left_ = nullptr;
    QVBoxLayout* right_;
    QWidget* page_ = nullptr;
};

} // namespace comanda::ui
