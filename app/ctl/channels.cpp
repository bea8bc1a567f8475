// comandactl channels list: what is configured. Testing a channel needs its keys: `channels test`.
#include "app/ctl/channel_test.h"
#include "app/ctl/store_access.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

int list(const Invocation& invocation) {
    if (!invocation.arguments.isEmpty()) {
        return wrongUsage(u"channels list takes no arguments"_s);
    }
    const auto channels = ask<std::vector<ChannelConfig>>(
        invocation, [](store::Reader& reader) { return reader.channels(); });
    if (!channels) {
        return failed(channels.error());
    }
    QJsonArray array;
    for (const ChannelConfig& channel : *channels) {
        if (invocation.json) {
            array.append(QJsonObject{{u"id"_s, static_cast<qint64>(channel.id.value())},
                                     {u"channel"_s, toWord(channel.platform)},
                                     {u"account"_s, channel.account},
                                     {u"name"_s, channel.name},
                                     {u"enabled"_s, channel.enabled}});
        } else {
            printLine(u"%1  %2  %3  %4%5"_s.arg(channel.id.value(), 3)
                          .arg(toWord(channel.platform), -9)
                          .arg(channel.account, -20)
                          .arg(channel.name, channel.enabled ? QString() : u"  (off)"_s));
        }
    }
    if (invocation.json) {
        printJson(array);
    }
    return kDone;
}

} // namespace

std::vector<Command> channelCommands() {
    return {{u"channels list"_s, {}, u"the channels that are set up"_s, list},
            {u"channels test"_s, u"[ID]"_s,
             u"asks each platform who we are, with the keys of this machine"_s, testChannels}};
}

} // namespace comanda::ctl
