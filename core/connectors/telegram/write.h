// What the restaurant says, as calls of the Bot API. Pure: no socket, no clock; files are named,
// not read.  https://core.telegram.org/bots/api#available-methods
#pragma once

#include "core/base/result.h"
#include "core/domain/outgoing.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace comanda::telegram {

constexpr qsizetype kTextMax = 4096; // UTF-16 units; safe whichever unit Telegram counts
constexpr qsizetype kCaptionMax = 1024;
constexpr int kButtonDataMax = 64; // bytes
constexpr int kButtonsMax = 8;
constexpr qint64 kPhotoMax = 10LL * 1024 * 1024;
constexpr qint64 kUploadMax = 50LL * 1024 * 1024;
constexpr qint64 kOwnServerUploadMax =
    2000LL * 1024 * 1024; // of a Bot API server of the shop's own

struct ApiCall {
    QString method;
    QJsonObject parameters;
    QString fileField; // "photo": the parameter that is a file of ours; empty: none
    QString filePath, fileName, mime;

    bool operator==(const ApiCall&) const = default;
    // Made twice it has the same effect as made once.
    [[nodiscard]] bool isRepeatable() const;
};

// One message may need several calls; they are made in order. Errors are Rejected:
// "telegram.bad_address", "telegram.empty", "telegram.button_too_long", "telegram.text_too_long",
// "telegram.no_reactions_in_business".
[[nodiscard]] Result<std::vector<ApiCall>> writeMessage(const OutgoingMessage& message,
                                                        qint64 mediaSize = 0);

} // namespace comanda::telegram
