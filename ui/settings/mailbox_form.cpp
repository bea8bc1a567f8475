#include "ui/settings/mailbox_form.h"

#include "app/text/words.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

const QString kExample = u"https://buzon.example.com"_s;

// What was typed, as an address; without a scheme it is a safe one. Nothing: it is none.
std::optional<QUrl> addressIn(const QString& typed) {
    QUrl url(typed.contains("://"_L1) ? typed : u"https://"_s + typed, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    // A key in the address would stand in the open, here and in the settings.
    const bool good = url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty();
    return good ? std::optional(url) : std::nullopt;
}

} // namespace

MailboxForm::MailboxForm(const Theme& theme, hub::Hub& hub, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      hub_(hub),
      url_(new QLineEdit(this)),
      token_(new QLineEdit(this)),
      key_(new QLineEdit(this)),
      outcome_(new Panel(theme, {}, this)),
      way_(new Panel(theme, tr("The way of a message"), this)),
      test_(new Button(theme, ButtonKind::Secondary, u"question"_s, tr("Test the way"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* panel = new Panel(theme, tr("Mailbox"), this);
    panel->addText(
        tr("Meta's channels only deliver to a public address. The mailbox is a small program, "
           "comanda-server "
           "mailbox, on any host that has one: it keeps messages sealed until this "
           "machine collects them."));
    url_->setObjectName(u"mailbox-url"_s);
    url_->setPlaceholderText(kExample);
    panel->addField(tr("Address"), tr("Empty: no mailbox is used."), url_);
    token_->setObjectName(u"mailbox-token"_s);
    token_->setEchoMode(QLineEdit::Password);
    panel->addField(tr("Its key for this shop"),
                    tr("The line that comanda-server mailbox --new-keys printed to a file."),
                    token_);
    key_->setObjectName(u"mailbox-key"_s);
    key_->setReadOnly(true);
    panel->addField(tr("Key of this shop, for the mailbox's settings"),
                    tr("Not a secret: what is sealed with it, only this shop can open."), key_);
    auto* save = new Button(theme, ButtonKind::Primary, u"check"_s, tr("Save"), this);
    save->setObjectName(u"save-mailbox"_s);
    connect(save, &Button::clicked, this, &MailboxForm::save);
    column->addWidget(panel);
    column->addWidget(outcome_);
    column->addWidget(save, 0, Qt::AlignRight);
    outcome_->hide();
    test_->setObjectName(u"test-way"_s);
    connect(test_, &Button::clicked, this, &MailboxForm::test);
    column->addWidget(way_);
    column->addWidget(test_, 0, Qt::AlignRight);
    showChannels({});
    read();
}

void MailboxForm::read() {
    hub_.readMailbox(this, [this](const Result<hub::MailboxSettings>& answer) {
        if (answer) {
            show(*answer);
        } else {
            complain(tr("That did not work"), text::describe(answer.error()));
        }
    });
}

void MailboxForm::show(const hub::MailboxSettings& settings) {
    url_->setText(settings.url.toString());
    key_->setText(QString::fromLatin1(settings.publicKey.toBase64()));
    token_->setPlaceholderText(settings.hasToken ? tr("Kept. Type here only to replace it.")
                                                 : QString());
}

void MailboxForm::showChannels(const std::vector<ChannelConfig>& channels) {
    std::vector<ChannelConfig> pushed;
    for (const ChannelConfig& channel : channels) {
        const ChannelDescriptor* descriptor = hub::Hub::descriptor(channel.platform);
        if (descriptor != nullptr && descriptor->pushed && channel.enabled) {
            pushed.push_back(channel);
        }
    }
    const bool same = std::equal(pushed.begin(), pushed.end(), channels_.begin(), channels_.end(),
                                 [](const auto& a, const auto& b) { return a.id == b.id; });
    channels_ = std::move(pushed);
    if (same && !channels_.empty()) {
        return; // what was found out stays
    }
    ways_.clear();
    toCheck_.clear();
    test_->setEnabled(!channels_.empty());
    way_->clear();
    way_->addText(
        channels_.empty()
            ? tr("No channel needs a public address yet.")
            : tr("Comanda posts a message of its own to the public address, signed as the "
                 "platform signs, and looks whether it arrives here. No customer sees "
                 "it. Then it asks each platform whether it sends us its messages."));
}

void MailboxForm::test() {
    test_->setEnabled(false);
    way_->clear();
    ways_.clear();
    toCheck_ = channels_;
    for (const ChannelConfig& channel : channels_) { // the channels of one app share an address
        const QString url = hub_.hookUrl(channel.id);
        const bool known = std::any_of(ways_.begin(), ways_.end(), [&](const ChannelConfig& one) {
            return hub_.hookUrl(one.id) == url;
        });
        if (!known) {
            ways_.push_back(channel);
        }
    }
    testNext();
}

void MailboxForm::testNext() {
    if (ways_.empty()) {
        checkNext();
        return;
    }
    const ChannelConfig channel = ways_.front();
    ways_.erase(ways_.begin());
    hub_.testWay(channel.id, this, [this, channel](const hub::WayReport& report) {
        showWay(channel, report);
        testNext();
    });
}

// Each station that was passed, and where it stopped.
void MailboxForm::showWay(const ChannelConfig& channel, const hub::WayReport& report) {
    using hub::Station;
    struct Row {
        Station station;
        QString words;
    };
    std::vector<Row> rows{{Station::Address, tr("There is a public address")},
                          {Station::Signing, tr("The app secret is there")},
                          {Station::Reaching, tr("The address answers")},
                          {Station::Accepting, tr("It accepts the signature")},
                          {Station::Keeping, report.mailbox ? tr("The mailbox keeps the message")
                                                            : tr("The message is stored")},
                          {Station::Collecting, tr("This machine collects it")},
                          {Station::Reading, tr("It is read, and on this screen")}};
    if (!report.mailbox) {
        std::erase_if(rows, [](const Row& row) { return row.station == Station::Collecting; });
    }
    const QString url = hub_.hookUrl(channel.id);
    if (!url.isEmpty()) {
        way_->addText(QUrl(url).host() + u" · "_s + channel.name, Tone::Text1);
    }
    for (const Row& row : rows) {
        if (report.stopped && row.station == *report.stopped) {
            way_->addFinding(u"warning"_s, Tone::Late, row.words, text::describe(report.why),
                             tr("No"));
            if (!report.why.detail.isEmpty()) {
                way_->addText(report.why.detail, Tone::Text3);
            }
            break;
        }
        way_->addFinding(u"check"_s, Tone::Ready, row.words, {}, tr("Good"));
    }
    way_->reveal();
}

void MailboxForm::checkNext() {
    if (toCheck_.empty()) {
        test_->setEnabled(true);
        return;
    }
    const ChannelConfig channel = toCheck_.front();
    toCheck_.erase(toCheck_.begin());
    hub_.testChannel(channel, {}, this, [this, channel](const Result<AccountCheck>& check) {
        showSubscription(channel, check);
        checkNext();
    });
}

void MailboxForm::showSubscription(const ChannelConfig& channel,
                                   const Result<AccountCheck>& check) {
    if (!check) {
        way_->addFinding(u"warning"_s, Tone::Late, channel.name, text::describe(check.error()),
                         tr("No"));
        return;
    }
    for (const QString& warning : check->warnings) {
        const bool none = warning.endsWith(".not_subscribed"_L1);
        if (!none && !warning.endsWith(".subscription_unknown"_L1)
            && !warning.endsWith(".no_account_id"_L1)) {
            continue;
        }
        Button* act = nullptr;
        if (none) {
            act = new Button(theme_, ButtonKind::Plain, {}, tr("Switch it on"), way_);
            act->setObjectName(u"subscribe-"_s + QString::number(channel.id.value()));
            connect(act, &Button::clicked, this,
                    [this, id = channel.id, act] { subscribe(id, act); });
        }
        way_->addFinding(u"warning"_s, Tone::Due, channel.name, text::describe(warning),
                         act ? QString() : tr("Look"), act);
        return;
    }
    way_->addFinding(u"check"_s, Tone::Ready, tr("%1 sends us its messages").arg(channel.name), {},
                     tr("Good"));
}

void MailboxForm::subscribe(ChannelId channel, Button* pressed) {
    pressed->setEnabled(false);
    hub_.subscribeChannel(channel, this, [this, channel](const Result<>& done) {
        if (!done) {
            way_->addFinding(u"warning"_s, Tone::Late, tr("It could not be switched on"),
                             text::describe(done.error()), tr("No"));
            way_->reveal();
            return;
        }
        const auto found = std::find_if(channels_.begin(), channels_.end(),
                                        [&](const auto& one) { return one.id == channel; });
        if (found != channels_.end()) { // the platform's own word for it
            toCheck_.push_back(*found);
            checkNext();
        }
    });
}

void MailboxForm::save() {
    const QString typed = url_->text().trimmed();
    const std::optional<QUrl> url = typed.isEmpty() ? QUrl() : addressIn(typed);
    if (!url) {
        complain(tr("Not saved"),
                 tr("That is not the address of a mailbox. It looks like %1").arg(kExample));
        url_->setFocus();
        return;
    }
    hub_.saveMailbox(*url, Secret(token_->text().trimmed().toUtf8()), this,
                     [this](const Result<>& answer) { say(answer); });
}

void MailboxForm::say(const Result<>& outcome) {
    if (!outcome) { // what was typed stays for another try
        complain(tr("Not saved"), text::describe(outcome.error()));
        return;
    }
    token_->clear();
    outcome_->clear();
    outcome_->show();
    outcome_->addFinding(u"check"_s, Tone::Ready, tr("Saved"), {}, {});
    outcome_->reveal();
    read();
}

void MailboxForm::complain(const QString& what, const QString& why) {
    outcome_->clear();
    outcome_->show();
    outcome_->addFinding(u"warning"_s, Tone::Error, what, why, {});
    outcome_->reveal();
}

} // namespace comanda::ui
