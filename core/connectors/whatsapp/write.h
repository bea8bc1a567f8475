// What we say, as the bodies of POST /{phone-number-id}/messages. Pure.
//
// A text of more than kTextMax code points leaves in several parts, each with its reference (see
// core/connectors/graph/parts.h) as biz_opaque_callback_data. The quote stands on the first part.
// https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
#pragma once

#include "core/base/result.h"
#include "core/connectors/graph/sender.h"
#include "core/domain/outgoing.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace comanda::whatsapp {

// In code points.
constexpr int kTextMax = 4096;
constexpr int kCaptionMax = 1024;
constexpr int kInteractiveTextMax = 1024;
constexpr int kButtonsMax = 3;
constexpr int kButtonTitleMax = 20;
constexpr int kButtonIdMax = 256;
constexpr int kRowsMax = 10; // of a list: more choices than buttons
constexpr int kRowTitleMax = 24;
constexpr int kRowIdMax = 200;
constexpr int kReferenceMax = 512;

enum class MediaKind { Image, Video, Audio, Document };

// As which kind a file of ours is sent. The upload is judged by the file's own type, so a picture,
// video or sound that WhatsApp does not play cannot go as a document either: fails with
// ErrorKind::Rejected and "whatsapp.picture_too_large", "whatsapp.video_too_large",
// "whatsapp.file_kind" or "media.too_large".
[[nodiscard]] Result<MediaKind> mediaKind(const QString& mime, qint64 size);
[[nodiscard]] QString toWord(MediaKind kind);

// The form of POST /{phone-number-id}/media; fails like mediaKind().
[[nodiscard]] Result<std::vector<net::FormPart>> uploadForm(const graph::SendFile& file);

// The bodies in the order in which they have to be accepted. Fails with ErrorKind::Invalid and
// "whatsapp.no_recipient", "whatsapp.group_read_only", "whatsapp.cannot_edit",
// "whatsapp.cannot_delete", "template.no_file", "template.wrong_file" or "send.empty".
[[nodiscard]] Result<std::vector<QJsonObject>>
write(const OutgoingMessage& message, const std::optional<graph::UploadedFile>& file);

[[nodiscard]] QJsonObject writeRead(const QString& externalId);
// Shows "typing" for up to 25 s, and marks the message read: the platform knows no other way.
[[nodiscard]] QJsonObject writeTyping(const QString& externalId);

} // namespace comanda::whatsapp
