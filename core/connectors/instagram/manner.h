// How Instagram is written to, by an account that is linked to a page or logged in by itself.
// https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message
#pragma once

#include "core/connectors/messaging/write.h"

#include <array>

namespace comanda::instagram {

constexpr qint64 kPictureMax = 8LL * 1024 * 1024;
constexpr qint64 kFileMax = 25LL * 1024 * 1024;

// An account that is logged in by itself can upload the first three only.
inline constexpr std::array kFiles{
    messaging::FileKind{u"image/png", u"image", kPictureMax, u"instagram.picture_too_large"},
    messaging::FileKind{u"image/jpeg", u"image", kPictureMax, u"instagram.picture_too_large"},
    messaging::FileKind{u"image/gif", u"image", kPictureMax, u"instagram.picture_too_large"},
    messaging::FileKind{u"audio/aac", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"audio/mp4", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"audio/x-m4a", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"audio/wav", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"audio/x-wav", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"audio/vnd.wave", u"audio", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/mp4", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/ogg", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/x-msvideo", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/avi", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/quicktime", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"video/webm", u"video", kFileMax, u"meta.file_too_large"},
    messaging::FileKind{u"application/pdf", u"file", kFileMax, u"meta.file_too_large"},
};
constexpr std::size_t kPictureKinds = 3;

inline constexpr messaging::Manner kByPage{
    .personId = u"igsid",
    .profile = u"name,username",
    .textMax = 1000,
    .unit = TextUnit::Bytes,
    .reactions = true,
    .files = kFiles,
    .otherFiles = u"instagram.file_kind",
    .uploadFor = u"instagram",
};

inline constexpr messaging::Manner kByLogin{
    .personId = u"igsid",
    .profile = u"name,username",
    .textMax = 1000,
    .unit = TextUnit::Bytes,
    .reactions = true,
    .files = std::span(kFiles).first<kPictureKinds>(),
    .otherFiles = u"instagram.pictures_only",
};

} // namespace comanda::instagram
