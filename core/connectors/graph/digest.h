// Digests of media and the hosts that Meta's media may come from.
#pragma once

#include <QString>
#include <QUrl>

namespace comanda::graph {

// SHA-256 as 64 lower-case hex digits out of hex or base64 (webhooks write base64, the media node
// hex); empty if it is neither.
[[nodiscard]] QString digestHex(const QString& text);

// May a media URL be asked, with the token? Over TLS at the hosts that Meta names, or at the very
// host and port of the configured base address, whatever that resolves to.
[[nodiscard]] bool isMediaUrl(const QUrl& url, const QUrl& base);
[[nodiscard]] bool isSameServer(const QUrl& url, const QUrl& base);

} // namespace comanda::graph
