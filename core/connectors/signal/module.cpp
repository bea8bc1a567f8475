#include "core/connectors/signal/module.h"

#include "core/connectors/signal/linker.h"
#include "core/connectors/signal/read.h"
#include "core/connectors/signal/signal.h"

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

std::unique_ptr<connect::Connector> make(const ChannelConfig& config, connect::Host host) {
    return std::make_unique<SignalConnector>(config, std::move(host));
}

std::unique_ptr<connect::Linking> link(const ChannelConfig& config) {
    return std::make_unique<Linker>(placeFrom(config));
}

SetupField field(const QString& key, bool required, const QString& pattern = {}) {
    SetupField field;
    field.key = key;
    field.required = required;
    field.pattern = pattern;
    return field;
}

ChannelDescriptor descriptor() {
    ChannelDescriptor signal;
    signal.platform = Platform::Signal;
    signal.textLimit = static_cast<int>(kTextMax);
    signal.textUnit = TextUnit::CodePoints;
    signal.captionLimit = static_cast<int>(kTextMax);
    signal.media = true;
    signal.receipts = true;
    signal.typing = true;
    signal.editing = true;
    signal.deleting = true;
    signal.reactions = true;
    signal.mediaMax = 100LL * 1024 * 1024;
    signal.window = {std::nullopt, true}; // we answer, we never begin
    signal.links = true;
    signal.linkTemplate = u"https://signal.me/#p/%1"_s;
    SetupField transport = field(u"transport"_s, true);
    transport.kind = FieldKind::Choice;
    transport.choices = {u"socket"_s, u"tcp"_s, u"http"_s, u"child"_s};
    transport.defaultValue = u"socket"_s;
    SetupField attachments = field(u"attachments_dir"_s, false);
    attachments.rare = true;
    signal.setup = {transport, field(u"address"_s, false),
                    field(u"number"_s, true, u"^\\+[1-9][0-9]{6,14}$"_s), attachments};
    return signal;
}

QString accountIn(const ChannelConfig& config, const QMap<QString, Secret>&) {
    return placeFrom(config).account;
}

} // namespace

connect::PlatformModule module() {
    return {descriptor(), read, make, accountIn, nullptr, link};
}

} // namespace comanda::signal
