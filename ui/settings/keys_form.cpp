#include "ui/settings/keys_form.h"

#include "app/text/words.h"
#include "core/domain/key_end.h"
#include "core/hub/desk.h"
#include "ui/settings/key_place_form.h"
#include "ui/settings/key_words.h"
#include "ui/widgets/button.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

// The next to end first, then those of which nobody knows, then those that last.
std::pair<int, Time> rankOf(const ChannelConfig& channel) {
    const KeyEnd end = keyEndOf(channel);
    const ChannelDescriptor* descriptor = hub::Hub::descriptor(channel.platform);
    if (end.ends) {
        return {0, *end.ends};
    }
    const bool mayEnd = descriptor != nullptr && descriptor->keysEnd;
    return {mayEnd && end.life == KeyLife::Unknown ? 1 : 2, Time()};
}

} // namespace

KeysForm::KeysForm(const Theme& theme, hub::Hub& hub, QWidget* parent)
    : QWidget(parent), theme_(theme), hub_(hub), panel_(new Panel(theme, tr("Keys"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(panel_);
    column->addWidget(new KeyPlaceForm(theme, hub, this));
}

void KeysForm::show(const std::vector<ChannelConfig>& channels) {
    std::vector<ChannelConfig> rows = channels;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return rankOf(a) < rankOf(b); });
    panel_->clear();
    panel_->addText(tr("When a key ends, its channel goes silent. The light turns amber two weeks "
                       "before."));
    if (rows.empty()) {
        panel_->addText(tr("No channel is connected yet."));
    }
    for (const ChannelConfig& channel : rows) {
        addRow(channel);
    }
    QWidget::show();
}

void KeysForm::addRow(const ChannelConfig& channel) {
    const ChannelDescriptor* descriptor = hub::Hub::descriptor(channel.platform);
    const Time now = hub_.clock().now();
    KeyWords words;
    if (descriptor != nullptr && descriptor->keysEnd) {
        words = wordsFor(keyEndOf(channel), now, WallTime(hub_.desk().shop()));
    } else if (descriptor != nullptr && descriptor->links) {
        words = {tr("It has no key: the shop's phone let it in"),
                 tr("Signal forgets a linked device that was not used for about a month."),
                 tr("lasts"), Tone::Ready};
    } else {
        words = {tr("Its key does not end by itself"), {}, tr("lasts"), Tone::Ready};
    }
    auto* change = new Button(theme_, ButtonKind::Plain, {}, tr("Open"), panel_);
    change->setObjectName(u"key-"_s + QString::number(channel.id.value()));
    change->setAccessibleName(tr("Open %1").arg(channel.name));
    connect(change, &Button::clicked, this, [this, id = channel.id] { Q_EMIT channelAsked(id); });
    const bool bad = words.tone == Tone::Late || words.tone == Tone::Due;
    panel_->addFinding(bad ? u"warning"_s : u"key"_s, words.tone,
                       u"%1 · %2"_s.arg(channel.name, words.what), words.detail, words.left,
                       change);
}

} // namespace comanda::ui
