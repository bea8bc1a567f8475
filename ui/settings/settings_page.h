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
    struct Parts { // all must outlive the page
        const Theme& theme;
        store::Store& store;
        hub::Hub& hub;
        const Lights& lights;
        bool practice = false; // what is set up here is gone at the next start: no real accounts
    };
    SettingsPage(const Parts& parts, const Preferences& preferences, QWidget* parent = nullptr);

    void connectPlatform(Platform platform); // opens the page of a new channel
    void showChannel(ChannelId channel);
    [[nodiscard]] QListWidget& list() { return *list_; }

Q_SIGNALS:
    void preferencesChanged(const comanda::ui::Preferences& preferences);

protected:
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Kind { Channel, NewChannel, Keys, Mailbox, Shop, Links, Replies, Look };
    struct Entry {
        Kind kind = Kind::Shop;
        ChannelConfig channel; // of Channel; of NewChannel its platform
    };

    [[nodiscard]] QWidget* makeList();
    void read(); // the channels, again
    void list(const std::vector<ChannelConfig>& channels);
    void addNewChannels(const std::vector<ChannelConfig>& channels);
    void addEntry(const Entry& entry, const QString& words, const QString& second);
    void choose(int row);
    [[nodiscard]] int rowOf(const Entry& entry) const; // < 0: it is not there
    void open(int row);
    [[nodiscard]] QWidget* pageOf(const Entry& entry);
    void followShop();
    void followChannels(); // in the open page
    void relight();

    const Parts parts_;
    Preferences preferences_;
    std::vector<ChannelConfig> channels_;
    std::vector<Entry> entries_; // by row
    Entry open_;                 // of page_
    int asked_ = 0;              // reads: only the last one's answer counts
    std::optional<ChannelId> justSaved_;
    QListWidget* list_;
    QWidget* left_;
    QVBoxLayout* right_;
    QWidget* page_ = nullptr;
};

} // namespace comanda::ui
