#include "core/domain/links.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

ChannelConfig channel(Platform platform, const QString& linkName, bool enabled = true) {
    ChannelConfig config;
    config.platform = platform;
    config.name = toWord(platform);
    config.enabled = enabled;
    config.settings.insert("facts"_L1, QJsonObject{{u"link_name"_s, linkName}});
    return config;
}

const ChannelDescriptor* descriptorOf(Platform platform) {
    static const ChannelDescriptor telegram = [] {
        ChannelDescriptor made;
        made.linkTemplate = u"https://t.me/%1"_s;
        return made;
    }();
    static const ChannelDescriptor signal = [] {
        ChannelDescriptor made;
        made.linkTemplate = u"https://signal.me/#p/%1"_s;
        return made;
    }();
    static const ChannelDescriptor email;
    switch (platform) {
    case Platform::Telegram:
        return &telegram;
    case Platform::Signal:
        return &signal;
    case Platform::Email:
        return &email;
    default:
        return nullptr;
    }
}

QStringList urls(const Shop& shop, const std::vector<ChannelConfig>& channels) {
    QStringList all;
    for (const WayIn& way : waysIn(shop, channels, descriptorOf)) {
        all.append(way.url);
    }
    return all;
}

} // namespace

TEST_CASE("A shop is found on every channel that has an address", "[links]") {
    Shop shop;
    shop.phone = u"+57 (300) 111-22 33"_s;
    CHECK(urls(shop, {channel(Platform::Telegram, u"arepas_bot"_s),
                      channel(Platform::Telegram, {}),                     // not asked yet
                      channel(Platform::Telegram, u"old_bot"_s, false),    // switched off
                      channel(Platform::Email, u"pedidos@example.test"_s), // no link of its own
                      channel(Platform::Facebook, u"arepas"_s),            // not built in
                      channel(Platform::Signal, u"+573001112233"_s)})
          == QStringList{u"https://t.me/arepas_bot"_s, u"https://signal.me/#p/+573001112233"_s,
                         u"tel:+573001112233"_s});
    CHECK(urls(Shop(), {channel(Platform::Telegram, u"a b/c?d"_s)})
          == QStringList{u"https://t.me/a%20b%2Fc%3Fd"_s});
}
