// comandactl links: the restaurant's addresses on every channel.
#include "core/domain/links.h"

#include "app/ctl/store_access.h"
#include "core/connectors/registry.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

const ChannelDescriptor* descriptorOf(Platform platform) {
    const connect::PlatformModule* module = connectors::find(platform);
    return module ? &module->descriptor : nullptr;
}

int links(const Invocation& invocation) {
    if (!invocation.arguments.isEmpty()) {
        return wrongUsage(u"links takes no arguments"_s);
    }
    const auto ways = ask<std::vector<WayIn>>(
        invocation, [](store::Reader& reader) -> Result<std::vector<WayIn>> {
            const auto shop = reader.shop();
            const auto channels = reader.channels();
            if (!shop || !channels) {
                return fail(!shop ? shop.error() : channels.error());
            }
            return waysIn(*shop, *channels, descriptorOf);
        });
    if (!ways) {
        return failed(ways.error());
    }
    QJsonArray array;
    for (const WayIn& way : *ways) {
        if (invocation.json) {
            array.append(QJsonObject{
                {u"channel"_s, toWord(way.platform)}, {u"name"_s, way.name}, {u"url"_s, way.url}});
        } else {
            printLine(u"%1  %2"_s.arg(toWord(way.platform), -9).arg(way.url));
        }
    }
    if (invocation.json) {
        printJson(array);
    }
    return kDone;
}

} // namespace

std::vector<Command> linkCommands() {
    return {{u"links"_s, {}, u"where customers find the shop, on every channel"_s, links}};
}

} // namespace comanda::ctl
