// How Messenger is written to.
// https://developers.facebook.com/docs/messenger-platform/reference/send-api
#pragma once

#include "core/connectors/messaging/write.h"

#include <array>

namespace comanda::messenger {

constexpr qint64 kFileMax = 25LL * 1024 * 1024;

inline constexpr std::array kFiles{
    messaging::FileKind{u"image/", u"image", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"audio/", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"", u"file", kFileMax, u"meta.file_too_large"},
};

inline constexpr messaging::Manner kManner{
    .personId = u"psid",
    .textMax = 1999,
    .unit = TextUnit::Utf16,
    .saysType = true,
    .quotes = true,
    .metadata = true,
    .reactions = false,
    .files = kFiles,
};

} // namespace comanda::messenger
