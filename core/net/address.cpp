// Which addresses belong to the open internet (IANA special-purpose registries for IPv4 and IPv6).
#include "core/net/http_client.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace comanda::net {
namespace {

struct Range4 {
    quint32 address;
    int prefix;
};

constexpr quint32 ip4(quint32 a, quint32 b, quint32 c, quint32 d) {
    return a << 24 | b << 16 | c << 8 | d;
}

constexpr std::array kSpecial4{
    Range4{ip4(0, 0, 0, 0), 8},       // this network
    Range4{ip4(10, 0, 0, 0), 8},      // private
    Range4{ip4(100, 64, 0, 0), 10},   // carrier NAT
    Range4{ip4(127, 0, 0, 0), 8},     // loopback
    Range4{ip4(169, 254, 0, 0), 16},  // link-local, cloud metadata
    Range4{ip4(172, 16, 0, 0), 12},   // private
    Range4{ip4(192, 0, 0, 0), 24},    // protocol assignments
    Range4{ip4(192, 0, 2, 0), 24},    // documentation
    Range4{ip4(192, 88, 99, 0), 24},  // old 6to4 relays
    Range4{ip4(192, 168, 0, 0), 16},  // private
    Range4{ip4(198, 18, 0, 0), 15},   // benchmarks
    Range4{ip4(198, 51, 100, 0), 24}, // documentation
    Range4{ip4(203, 0, 113, 0), 24},  // documentation
    Range4{ip4(224, 0, 0, 0), 4},     // multicast
    Range4{ip4(240, 0, 0, 0), 4},     // reserved, broadcast
};

bool isPublic4(quint32 address) {
    return std::none_of(kSpecial4.begin(), kSpecial4.end(), [address](const Range4& range) {
        return (address ^ range.address) >> (32 - range.prefix) == 0;
    });
}

quint32 embedded4(const Q_IPV6ADDR& bytes, int at) {
    return ip4(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool startsWith(const Q_IPV6ADDR& bytes, std::initializer_list<quint8> prefix) {
    int at = 0;
    return std::all_of(prefix.begin(), prefix.end(),
                       [&](quint8 byte) { return bytes[at++] == byte; });
}

bool isPublic6(const Q_IPV6ADDR& bytes) {
    if (startsWith(bytes, {0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) {
        return isPublic4(embedded4(bytes, 12)); // NAT64
    }
    if ((bytes[0] & 0xE0) != 0x20) { // only 2000::/3 is given out for the open internet
        return false;
    }
    if (startsWith(bytes, {0x20, 0x02})) {
        return isPublic4(embedded4(bytes, 2)); // 6to4
    }
    const bool assignments = startsWith(bytes, {0x20, 0x01}) && bytes[2] < 2; // Teredo, ORCHID, …
    const bool documentation = startsWith(bytes, {0x20, 0x01, 0x0d, 0xb8})
                               || (bytes[0] == 0x3f && bytes[1] == 0xff && (bytes[2] & 0xf0) == 0);
    return !assignments && !documentation;
}

} // namespace

bool isPublicAddress(const QHostAddress& address) {
    bool is4 = false;
    const quint32 mapped = address.toIPv4Address(&is4); // ::ffff:a.b.c.d too
    if (is4) {
        return isPublic4(mapped);
    }
    return address.protocol() == QAbstractSocket::IPv6Protocol
           && isPublic6(address.toIPv6Address());
}

} // namespace comanda::net
