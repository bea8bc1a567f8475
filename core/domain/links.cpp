#include "core/domain/links.h"

#include <QUrl>

namespace comanda {

using namespace Qt::StringLiterals;

namespace {

// Digits, and the sign of an international number.
QString dialled(const QString& phone) {
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit() || (c == u'+' && digits.isEmpty())) {
            digits += c;
        }
    }
    return digits;
}

} // namespace

QString linkOf(const ChannelConfig& channel, const ChannelDescriptor& descriptor) {
    const QString name =
        channel.settings.value("facts"_L1).toObject().value("link_name"_L1).toString();
    if (name.isEmpty() || descriptor.linkTemplate.isEmpty()) {
        return {};
    }
    return descriptor.linkTemplate.arg(QString::fromLatin1(QUrl::toPercentEncoding(name, "+")));
}

std::vector<WayIn> waysIn(const Shop& shop, const std::vector<ChannelConfig>& channels,
                          const DescriptorOf& descriptorOf) {
    std::vector<WayIn> ways;
    for (const ChannelConfig& channel : channels) {
        const ChannelDescriptor* descriptor = descriptorOf(channel.platform);
        const QString url =
            descriptor && channel.enabled ? linkOf(channel, *descriptor) : QString();
        if (!url.isEmpty()) {
            ways.push_back({channel.platform, channel.name, url});
        }
    }
    if (const QString number = dialled(shop.phone); number.size() >= 3) {
        ways.push_back({Platform::Phone, {}, u"tel:"_s + number});
    }
    return ways;
}

} // namespace comanda
