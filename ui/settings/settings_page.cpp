#include "ui/settings/settings_page.h"

#include "app/text/words.h"
#include "core/hub/desk.h"
#include "core/store/reader.h"
#include "ui/settings/channel_form.h"
#include "ui/settings/entry_delegate.h"
#include "ui/settings/key_words.h"
#include "ui/settings/keys_form.h"
#include "ui/settings/links_form.h"
#include "ui/settings/mailbox_form.h"
#include "ui/settings/replies_form.h"
#include "ui/settings/shop_form.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

void name(QListWidgetItem& item, const QString& words, const QString& second) {
    item.setText(words);
    item.setData(kSecondRole, second);
    item.setData(Qt::AccessibleTextRole, second.isEmpty() ? words : words + u", "_s + second);
}

} // namespace

SettingsPage::SettingsPage(const Parts& parts, const Preferences& preferences, QWidget* parent)
    : QWidget(parent),
      parts_(parts),
      preferences_(preferences),
      list_(new QListWidget(this)),
      left_(makeList()),
      right_(new QVBoxLayout) {
    auto* page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(left_);
    page->addLayout(right_, 1);
    connect(list_, &QListWidget::currentRowChanged, this, &SettingsPage::open);
    connect(&parts_.lights, &Lights::changed, this, &SettingsPage::relight);
    connect(&parts_.hub.desk(), &hub::Desk::shopChanged, this, &SettingsPage::followShop);
    // Somebody else (a script, another seat) may have changed one.
    connect(&parts_.store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.channels || changes.all) {
            read();
        }
    });
    read();
}

QWidget* SettingsPage::makeList() {
    const Theme& theme = parts_.theme;
    auto* left = new QFrame(this);
    left->setObjectName(u"settingsList"_s);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 16, 0, 0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(kEntryEdge, 0, kEntryEdge, 8);
    head->setSpacing(8);
    auto* title = new PlainLabel(theme, TextRole::Title, Weight::Bold, Tone::Text1, left);
    title->show(tr("Settings"));
    head->addWidget(title);
    if (parts_.practice) {
        auto* why = new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, left);
        why->setObjectName(u"practiceOnly"_s);
        why->setWordWrap(true);
        why->show(tr("This is practice: real accounts are connected in the real shop."));
        head->addWidget(why);
    }
    column->addLayout(head);
    list_->setItemDelegate(new EntryDelegate(theme, list_));
    list_->setAccessibleName(tr("What can be set"));
    list_->setObjectName(u"settings"_s);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(list_, 1);
    const auto size = [this, left] {
        left->setFixedWidth(parts_.theme.px(272));
        list_->doItemsLayout();
    };
    connect(&theme, &Theme::changed, left, size);
    size();
    return left;
}

void SettingsPage::read() {
    parts_.store.read<std::vector<ChannelConfig>>(
        this, [](store::Reader& reader) { return reader.channels(); },
        [this, ask = ++asked_](const Result<std::vector<ChannelConfig>>& answer) {
            if (!answer || ask != asked_) {
                return; // the store's own banner says what is wrong; or a newer answer comes
            }
            if (entries_.empty() || justSaved_ || *answer != channels_) {
                list(*answer);
            }
        });
}

// What is being typed stays, unless its channel is gone.
void SettingsPage::list(const std::vector<ChannelConfig>& channels) {
    channels_ = channels;
    const int rowBefore = list_->currentRow();
    {
        const QSignalBlocker quiet(list_);
        entries_.clear();
        list_->clear();
        for (const ChannelConfig& channel : channels) {
            if (hub::Hub::descriptor(channel.platform)) { // else nothing here could be set up
                addEntry({Kind::Channel, channel}, channel.name, {});
            }
        }
        if (!parts_.practice) {
            addNewChannels(channels);
            addEntry({Kind::Mailbox, {}}, tr("Mailbox"), tr("How pushed messages get here"));
            addEntry({Kind::Keys, {}}, tr("Keys"), tr("When which one ends"));
        }
        addEntry({Kind::Shop, {}}, tr("Shop"), parts_.hub.desk().shop().name);
        addEntry({Kind::Links, {}}, tr("Links and codes"), tr("Where customers find you"));
        addEntry({Kind::Replies, {}}, tr("Quick replies"), tr("Answers with one touch"));
        addEntry({Kind::Look, {}}, tr("Window"), tr("Language, colours, size"));
        relight();
    }
    const int stays = page_ ? rowOf(open_) : -1;
    int row = stays >= 0 ? stays : std::clamp(rowBefore, 0, list_->count() - 1);
    const auto saved = std::exchange(justSaved_, std::nullopt);
    const auto isSaved = [&](const Entry& entry) {
        return entry.kind == Kind::Channel && entry.channel.id == saved;
    };
    const auto found = std::find_if(entries_.begin(), entries_.end(), isSaved);
    row = found != entries_.end() ? static_cast<int>(found - entries_.begin()) : row;
    choose(row);
    auto* form = page_ ? page_->findChild<ChannelForm*>() : nullptr;
    if (form && entries_[static_cast<std::size_t>(row)].kind == Kind::Channel) {
        form->follow(entries_[static_cast<std::size_t>(row)].channel);
    }
    if (form && found != entries_.end()) {
        form->saySaved();
    }
    followChannels();
}

void SettingsPage::followChannels() {
    if (!page_) {
        return;
    }
    if (auto* keys = page_->findChild<KeysForm*>()) {
        keys->show(channels_);
    }
    if (auto* mailbox = page_->findChild<MailboxForm*>()) {
        mailbox->showChannels(channels_);
    }
}

// Makes a row of the new list the chosen one; its page is made anew only where it is another one.
void SettingsPage::choose(int row) {
    if (!page_ || row != rowOf(open_)) {
        list_->setCurrentRow(row);
        return;
    }
    const QSignalBlocker quiet(list_);
    list_->setCurrentRow(row);
}

int SettingsPage::rowOf(const Entry& entry) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) {
        return one.kind == entry.kind && one.channel.id == entry.channel.id
               && one.channel.platform == entry.channel.platform;
    });
    return found == entries_.end() ? -1 : static_cast<int>(found - entries_.begin());
}

void SettingsPage::addNewChannels(const std::vector<ChannelConfig>& channels) {
    for (const ChannelDescriptor& descriptor : hub::Hub::descriptors()) {
        ChannelConfig fresh;
        fresh.platform = descriptor.platform;
        const bool another =
            std::any_of(channels.begin(), channels.end(), [&](const ChannelConfig& channel) {
                return channel.platform == descriptor.platform;
            });
        const QString name = text::platformName(descriptor.platform);
        addEntry({Kind::NewChannel, fresh},
                 another ? tr("Another %1").arg(name) : tr("Connect %1").arg(name),
                 descriptor.pushed  ? tr("Needs a public address")
                 : descriptor.links ? tr("With the shop's phone")
                                    : tr("Takes two minutes"));
    }
}

void SettingsPage::addEntry(const Entry& entry, const QString& words, const QString& second) {
    auto* item = new QListWidgetItem(list_);
    name(*item, words, second);
    switch (entry.kind) {
    case Kind::Channel:
    case Kind::NewChannel:
        item->setData(kPlatformRole, static_cast<int>(entry.channel.platform));
        break;
    case Kind::Shop:
        item->setData(kIconRole, u"table"_s);
        break;
    case Kind::Keys:
        item->setData(kIconRole, u"key"_s);
        break;
    case Kind::Mailbox:
        item->setData(kIconRole, u"inbox"_s);
        break;
    case Kind::Links:
        item->setData(kIconRole, u"link"_s);
        break;
    case Kind::Replies:
        item->setData(kIconRole, u"note"_s);
        break;
    case Kind::Look:
        item->setData(kIconRole, u"sun"_s);
        break;
    }
    entries_.push_back(entry);
}

void SettingsPage::relight() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const ChannelLight* light = entries_[i].kind == Kind::Channel
                                        ? parts_.lights.find(entries_[i].channel.id)
                                        : nullptr;
        QListWidgetItem* item = list_->item(static_cast<int>(i));
        if (item && light) {
            item->setData(kLampRole, static_cast<int>(light->lamp));
            // It works, and somebody has to do something soon.
            const QString soon =
                light->lamp == Lamp::Doubtful && !light->failure
                    ? soonEnding(keyEndOf(entries_[i].channel), parts_.hub.clock().now())
                    : QString();
            item->setData(kSecondRole, soon.isEmpty() ? text::lampWord(light->lamp) : soon);
            item->setData(Qt::AccessibleTextRole, text::lampSentence(*light));
        }
    }
}

void SettingsPage::followShop() {
    const Shop& shop = parts_.hub.desk().shop();
    const int row = rowOf({Kind::Shop, {}});
    if (QListWidgetItem* item = list_->item(row)) {
        name(*item, item->text(), shop.name);
    }
    auto* form = page_ ? page_->findChild<ShopForm*>() : nullptr;
    if (form) {
        form->follow(shop);
    }
}

void SettingsPage::showChannel(ChannelId channel) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].kind == Kind::Channel && entries_[i].channel.id == channel) {
            list_->setCurrentRow(static_cast<int>(i));
        }
    }
}

void SettingsPage::connectPlatform(Platform platform) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].kind == Kind::NewChannel && entries_[i].channel.platform == platform) {
            list_->setCurrentRow(static_cast<int>(i));
        }
    }
}

void SettingsPage::open(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= entries_.size()) {
        return;
    }
    if (page_) {
        page_->hide();
        std::exchange(page_, nullptr)->deleteLater();
    }
    if (!isVisible()) {
        return; // made when somebody comes to look
    }
    open_ = entries_[static_cast<std::size_t>(row)];
    page_ = pageOf(open_);
    right_->addWidget(page_, 1);
    page_->show();
}

void SettingsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!page_) {
        open(list_->currentRow());
    }
}

void SettingsPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), parts_.theme.color(Tone::Surface0));
    painter.fillRect(left_->geometry(), parts_.theme.color(Tone::Surface1));
    painter.fillRect(QRect(left_->geometry().right(), 0, 1, height()),
                     parts_.theme.color(Tone::Line));
}

QWidget* SettingsPage::pageOf(const Entry& entry) {
    switch (entry.kind) {
    case Kind::Channel:
    case Kind::NewChannel: {
        const ChannelDescriptor* descriptor = hub::Hub::descriptor(entry.channel.platform);
        auto* form = new ChannelForm(parts_.theme, parts_.hub, *descriptor, entry.channel);
        connect(form, &ChannelForm::saved, this, [this](ChannelId channel) {
            justSaved_ = channel;
            read();
        });
        connect(form, &ChannelForm::removed, this, [this] { read(); });
        return scrolling(parts_.theme, form, 1080);
    }
    case Kind::Shop: {
        auto* form = new ShopForm(parts_.theme, parts_.hub, parts_.hub.desk().shop());
        return scrolling(parts_.theme, form, 640);
    }
    case Kind::Keys: {
        auto* form = new KeysForm(parts_.theme, parts_.hub);
        form->show(channels_);
        connect(form, &KeysForm::channelAsked, this, &SettingsPage::showChannel,
                Qt::QueuedConnection); // its page goes
        return scrolling(parts_.theme, form, 800);
    }
    case Kind::Mailbox: {
        auto* form = new MailboxForm(parts_.theme, parts_.hub);
        form->showChannels(channels_);
        return scrolling(parts_.theme, form, 640);
    }
    case Kind::Links:
        return scrolling(parts_.theme, new LinksForm(parts_.theme, parts_.store), 640);
    case Kind::Replies:
        return scrolling(parts_.theme, new RepliesForm(parts_.theme, parts_.store), 640);
    case Kind::Look: {
        auto* form = new LookForm(parts_.theme, preferences_);
        connect(form, &LookForm::changed, this, [this](const Preferences& preferences) {
            preferences_ = preferences;
            Q_EMIT preferencesChanged(preferences);
        });
        return scrolling(parts_.theme, form, 640);
    }
    }
    Q_UNREACHABLE();
}

} // namespace comanda::ui
