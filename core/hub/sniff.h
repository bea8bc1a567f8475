// What a file really is, by its first bytes. What a platform or a sender says about it is never
// trusted for opening.
#pragma once

#include <QByteArray>
#include <QString>

namespace comanda::hub {

constexpr qint64 kSniffBytes = 64;

// One of jpg png webp gif mp4 ogg opus m4a mp3 pdf txt; empty for anything else.
[[nodiscard]] QString extensionFor(QByteArrayView head);

} // namespace comanda::hub
