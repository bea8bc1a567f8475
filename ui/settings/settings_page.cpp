#include "ui/settings/settings_page.h"

#include "app/text/words.h"
#include "core/store/reader.h"
#include "ui/settings/channel_form.h"
#include "ui/settings/mailbox_form.h"
#include "ui/settings/replies_form.h"
#include "ui/settings/shop_form.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr int kPlatformRole = Qt::UserRole + 1; // int of Platform; absent: no tile
constexpr int kLampRole = Qt::UserRole + 2;     // int of Lamp
constexpr int kSecondRole = Qt::UserRole + 3;
constexpr int kIconRole = Qt::UserRole + 4;

class EntryDelegate final : public QStyledItemDelegate {
public:
    EntryDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), theme_(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, theme_.px(52)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRectF row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->fillRect(row, theme_.color(Tone::AccentSoft));
            painter->fillRect(QRectF(row.left(), row.top(), 4, row.height()),
                              theme_.color(Tone::Accent));
        }
        const qreal size = theme_.px(28);
        const QRectF tile(row.left() + 16, row.center().y() - size / 2, size, size);
        const QVariant platform = index.data(kPlatformRole);
        if (platform.isValid()) {
            theme_.paintTile(*painter, static_cast<Platform>(platform.toInt()), tile);
        } else {
            theme_.paintIcon(*painter, index.data(kIconRole).toString(), Tone::Text2,
                             tile.adjusted(3, 3, -3, -3));
        }
        const QVariant lamp = index.data(kLampRole);
        const qreal right = row.right() - 16 - (lamp.isValid() ? theme_.px(24) : 0);
        if (lamp.isValid()) {
            const qreal side = theme_.px(16);
            theme_.paintLamp(
                *painter, static_cast<Lamp>(lamp.toInt()),
                QRectF(row.right() - 16 - side, row.center().y() - side / 2, side, side));
        }
        const QString second = index.data(kSecondRole).toString();
        const qreal left = tile.right() + 12;
        const qreal first = theme_.line(TextRole::Body);
        const qreal rest = second.isEmpty() ? 0 : theme_.line(TextRole::Small);
        const qreal top = row.center().y() - (first + rest) / 2;
        paintLine(*painter, {left, top, right - left, first},
                  theme_.font(TextRole::Body, selected ? Weight::Bold : Weight::Normal),
                  theme_.color(Tone::Text1), index.data(Qt::DisplayRole).toString());
        if (!second.isEmpty()) {
            paintLine(*painter, {left, top + first, right - left, rest},
                      theme_.font(TextRole::Small), theme_.color(Tone::Text2), second);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintRing(*painter, row.adjusted(2, 2, -2, -2), theme_.color(Tone::Focus),
                      kRadiusControl);
        }
        painter->restore();
    }

private:
    const Theme& theme_;
};

} // namespace

SettingsPage::SettingsPage(const Theme& theme, store::Store& store, hub::Hub& hub,
                           const Lights& lights, const Preferences& preferences, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      store_(store),
      hub_(hub),
      lights_(lights),
      preferences_(preferences),
      list_(new QListWidget(this)),
      right_(new QVBoxLayout) {
    auto* page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    auto* left = new QFrame(this);
    left->setFixedWidth(theme.px(272));
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 16, 0, 0);
    auto* title = new PlainLabel(theme, TextRole::Title, Weight::Bold, Tone::Text1, left);
    title->show(tr("Settings"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 8);
    head->addWidget(title);
    column->addLayout(head);
    list_->setItemDelegate(new EntryDelegate(theme, list_));
    list_->setAccessibleName(tr("What can be set"));
    list_->setObjectName(u"settings"_s);
    list_->setFrameShape(QFrame::NoFrame);
    column->addWidget(list_, 1);
    left->setObjectName(u"settingsList"_s);
    left_ = left;
    page->addWidget(left);
    page->addLayout(right_, 1);
    connect(list_, &QListWidget::currentRowChanged, this, &SettingsPage::open);
    connect(&lights_, &Lights::changed, this, &SettingsPage::relight);
    connect(&store_, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.channels || changes.all) {
            readChannels();
        }
    });
    read();
}

void SettingsPage::read(std::optional<ChannelId> select) {
    struct Read {
        std::vector<ChannelConfig> channels;
        Shop shop;
    };
    store_.read<Read>(
        this,
        [](store::Reader& reader) -> Result<Read> {
            auto channels = reader.channels();
            auto shop = reader.shop();
            if (!channels || !shop) {
                return fail(channels ? shop.error() : channels.error());
            }
            return Read{std::move(*channels), std::move(*shop)};
        },
        [this, select](const Result<Read>& answer) {
            if (!answer) {
                return; // the store's own banner says what is wrong
            }
            shop_ = answer->shop;
            const int row = list_->currentRow();
            list(answer->channels);
            int wanted = std::clamp(row, 0, list_->count() - 1);
            for (std::size_t i = 0; select && i < entries_.size(); ++i) {
                if (entries_[i].kind == Kind::Channel && entries_[i].channel.id == *select) {
                    wanted = static_cast<int>(i);
                }
            }
            list_->setCurrentRow(wanted);
        });
}

// Somebody else (a script, another seat) may have added or removed one: what is being typed stays.
void SettingsPage::readChannels() {
    store_.read<std::vector<ChannelConfig>>(
        this, [](store::Reader& reader) { return reader.channels(); },
        [this](const Result<std::vector<ChannelConfig>>& answer) {
            std::vector<ChannelId> shown, there;
            for (const Entry& entry : entries_) {
                if (entry.kind == Kind::Channel) {
                    shown.push_back(entry.channel.id);
                }
            }
            for (const ChannelConfig& channel : answer ? *answer : std::vector<ChannelConfig>{}) {
                there.push_back(channel.id);
            }
            if (answer && shown != there) {
                read();
            }
        });
}

void SettingsPage::list(const std::vector<ChannelConfig>& channels) {
    entries_.clear();
    list_->clear();
    for (const ChannelConfig& channel : channels) {
        if (hub::Hub::descriptor(channel.platform)) { // else nothing here could be set up
            addEntry({Kind::Channel, channel}, channel.name, {});
        }
    }
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
                 descriptor.pushed ? tr("Needs a mailbox or a public address")
                                   : tr("Takes two minutes"));
    }
    addEntry({Kind::Mailbox, {}}, tr("Mailbox"), tr("How pushed messages get here"));
    addEntry({Kind::Shop, {}}, tr("Shop"), shop_.name);
    addEntry({Kind::Replies, {}}, tr("Quick replies"), tr("Answers with one touch"));
    addEntry({Kind::Look, {}}, tr("Window"), tr("Language, colours, size"));
    relight();
}

void SettingsPage::addEntry(const Entry& entry, const QString& words, const QString& second) {
    auto* item = new QListWidgetItem(words, list_);
    item->setData(kSecondRole, second);
    item->setData(Qt::AccessibleTextRole, second.isEmpty() ? words : words + u", "_s + second);
    switch (entry.kind) {
    case Kind::Channel:
    case Kind::NewChannel:
        item->setData(kPlatformRole, static_cast<int>(entry.channel.platform));
        break;
    case Kind::Shop:
        item->setData(kIconRole, u"table"_s);
        break;
    case Kind::Mailbox:
        item->setData(kIconRole, u"inbox"_s);
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
        const ChannelLight* light =
            entries_[i].kind == Kind::Channel ? lights_.find(entries_[i].channel.id) : nullptr;
        QListWidgetItem* item = list_->item(static_cast<int>(i));
        if (item && light) {
            item->setData(kLampRole, static_cast<int>(light->lamp));
            item->setData(kSecondRole, text::lampWord(light->lamp));
            item->setData(Qt::AccessibleTextRole, text::lampSentence(*light));
        }
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
    page_ = pageOf(entries_[static_cast<std::size_t>(row)]);
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
    painter.fillRect(rect(), theme_.color(Tone::Surface0));
    painter.fillRect(left_->geometry(), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(left_->geometry().right(), 0, 1, height()), theme_.color(Tone::Line));
}

QWidget* SettingsPage::pageOf(const Entry& entry) {
    switch (entry.kind) {
    case Kind::Channel:
    case Kind::NewChannel: {
        const ChannelDescriptor* descriptor = hub::Hub::descriptor(entry.channel.platform);
        auto* form = new ChannelForm(theme_, hub_, *descriptor, entry.channel);
        connect(form, &ChannelForm::saved, this, [this](ChannelId channel) { read(channel); });
        connect(form, &ChannelForm::removed, this, [this] { read(); });
        return scrolling(theme_, form, 1080);
    }
    case Kind::Shop: {
        auto* form = new ShopForm(theme_, hub_, shop_);
        connect(form, &ShopForm::saved, this, [this](const Shop& shop) {
            shop_ = shop;
            Q_EMIT shopChanged(shop);
        });
        return scrolling(theme_, form, 640);
    }
    case Kind::Mailbox:
        return scrolling(theme_, new MailboxForm(theme_, hub_), 640);
    case Kind::Replies:
        return scrolling(theme_, new RepliesForm(theme_, store_), 640);
    case Kind::Look: {
        auto* form = new LookForm(theme_, preferences_);
        connect(form, &LookForm::changed, this, [this](const Preferences& preferences) {
            preferences_ = preferences;
            Q_EMIT preferencesChanged(preferences);
        });
        return scrolling(theme_, form, 640);
    }
    }
    Q_UNREACHABLE();
}

} // namespace comanda::ui
