#include "ui/settings/links_form.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/hub/hub.h"
#include "core/store/reader.h"
#include "ui/widgets/qr_code.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

constexpr int kCode = 132;      // px on the screen at 100 %
constexpr int kCodeCopy = 1024; // px of a copied one: enough for a poster
constexpr int kTile = 28;

class Tile final : public QWidget {
public:
    Tile(const Theme& theme, Platform platform, QWidget* parent)
        : QWidget(parent), theme_(theme), platform_(platform) {
        setFixedSize(theme.px(kTile), theme.px(kTile));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme_.paintTile(painter, platform_, rect());
    }

private:
    const Theme& theme_;
    Platform platform_;
};

QString nameOf(const WayIn& way) {
    const QString platform = text::platformName(way.platform);
    const QString name = displayLine(way.name, 80);
    return name.isEmpty() || name == platform ? platform : platform + u" · "_s + name;
}

} // namespace

LinksForm::LinksForm(const Theme& theme, store::Store& store, QWidget* parent)
    : QWidget(parent), theme_(theme), store_(store), ways_(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    about_ = new Panel(theme, tr("Where customers find you"), this);
    ways_->setSpacing(12);
    column->addWidget(about_);
    column->addLayout(ways_);
    connect(&store_, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.channels || changes.all) {
            read();
        }
    });
    show({});
    read();
}

void LinksForm::read() {
    store_.read<Known>(
        this,
        [](store::Reader& reader) -> Result<Known> {
            const auto shop = reader.shop();
            const auto channels = reader.channels();
            if (!shop || !channels) {
                return fail(!shop ? shop.error() : channels.error());
            }
            Known known{waysIn(*shop, *channels, &hub::Hub::descriptor), {}};
            for (const ChannelConfig& channel : *channels) {
                const ChannelDescriptor* descriptor = hub::Hub::descriptor(channel.platform);
                if (channel.enabled && descriptor && !descriptor->linkTemplate.isEmpty()
                    && linkOf(channel, *descriptor).isEmpty()) {
                    known.silent << channel.name;
                }
            }
            return known;
        },
        [this, ask = ++asked_](const Result<Known>& known) {
            if (known && ask == asked_ && *known != known_) {
                show(*known);
            }
        });
}

void LinksForm::show(const Known& known) {
    known_ = known;
    about_->clear();
    about_->addText(tr("Put all of them on the door, the bag and the receipt: when one is down, "
                       "customers still reach you by another."));
    if (known.ways.empty()) {
        about_->addText(tr("There is none yet. Connect a channel, or write the shop's telephone "
                           "under Shop."));
    }
    for (const QString& name : known.silent) {
        about_->addFinding(u"clock"_s, Tone::Due, displayLine(name, 80),
                           tr("Its platform has not told us the public name yet."), {});
    }
    while (QLayoutItem* item = ways_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const WayIn& way : known.ways) {
        addWay(way);
    }
}

void LinksForm::addWay(const WayIn& way) {
    const QString name = nameOf(way);
    auto* panel = new Panel(theme_, {}, this);
    panel->setAccessibleName(name);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new Tile(theme_, way.platform, panel));
    auto* title = new PlainLabel(theme_, TextRole::Strong, Weight::Bold, Tone::Text1, panel);
    title->show(name);
    head->addWidget(title, 1);
    words->addLayout(head);
    auto* url = new PlainLabel(theme_, TextRole::Body, Weight::Normal, Tone::Text1, panel);
    url->setObjectName(u"link"_s);
    url->setWordWrap(true);
    url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    url->show(way.url);
    words->addWidget(url);
    words->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    const auto offer = [&](const QString& label, const QString& spoken, const QString& key) {
        auto* button = new Button(theme_, ButtonKind::Plain, {}, label, panel);
        button->setObjectName(key);
        button->setAccessibleName(spoken);
        buttons->addWidget(button);
        return button;
    };
    Button* link = offer(tr("Copy the link"), tr("Copy the link of %1").arg(name), u"copyLink"_s);
    Button* code = offer(tr("Copy the code"), tr("Copy the code of %1").arg(name), u"copyCode"_s);
    buttons->addStretch(1);
    words->addLayout(buttons);
    row->addLayout(words, 1);
    auto* picture = new QrCode(theme_, panel);
    picture->setSide(kCode);
    picture->show(way.url, tr("Code that leads to %1").arg(name));
    row->addWidget(picture, 0, Qt::AlignTop);
    panel->column()->addLayout(row);
    ways_->addWidget(panel);
    connect(link, &Button::clicked, this, [this, link, address = way.url] {
        QGuiApplication::clipboard()->setText(address);
        copied(link);
    });
    connect(code, &Button::clicked, this, [this, code, address = way.url] {
        QGuiApplication::clipboard()->setImage(qrImage(address, kCodeCopy));
        copied(code);
    });
}

// The last one says so; what it said before comes back with the next.
void LinksForm::copied(Button* button) {
    for (Button* one : findChildren<Button*>()) {
        const bool link = one->objectName() == "copyLink"_L1;
        one->setText(one == button ? tr("Copied")
                     : link        ? tr("Copy the link")
                                   : tr("Copy the code"));
        one->updateGeometry();
    }
}

} // namespace comanda::ui
