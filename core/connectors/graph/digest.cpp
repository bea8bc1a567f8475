#include "core/connectors/graph/digest.h"

#include <QByteArray>

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kDigestBytes = 32;

int portOf(const QUrl& url) {
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool isHex(const QByteArray& text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

} // namespace

QString digestHex(const QString& text) {
    const QByteArray written = text.trimmed().toLatin1();
    if (written.size() == 2 * kDigestBytes && isHex(written)) {
        return QString::fromLatin1(written.toLower());
    }
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        const auto decoded = QByteArray::fromBase64Encoding(
            written, alphabet | QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && decoded.decoded.size() == kDigestBytes) {
            return QString::fromLatin1(decoded.decoded.toHex());
        }
    }
    return {};
}

bool isSameServer(const QUrl& url, const QUrl& base) {
    return url.scheme() == base.scheme() && url.host() == base.host() && portOf(url) == portOf(base)
           && !url.host().isEmpty();
}

bool isMediaUrl(const QUrl& url, const QUrl& base) {
    if (!url.userInfo().isEmpty()) {
        return false;
    }
    if (isSameServer(url, base)) {
        return true;
    }
    const QString host = url.host();
    return url.scheme() == "https"_L1 && portOf(url) == 443
           && (host == "lookaside.fbsbx.com"_L1 || host == "cdn.fbsbx.com"_L1
               || host.endsWith(".fbcdn.net"_L1) || host.endsWith(".cdninstagram.com"_L1)
               || host.endsWith(".whatsapp.net"_L1));
}

} // namespace comanda::graph
