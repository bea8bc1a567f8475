// What we say, as the bodies of POST /{page or account}/messages. Pure.
//
// A file and the text beside it leave as messages of their own, and so do the parts of a long text,
// each with its reference (see core/connectors/graph/parts.h) where the platform carries one back.
// The quote stands on the first part, quick replies hang on the last.
// https://developers.facebook.com/docs/messenger-platform/reference/send-api
// https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api
#pragma once

#include "core/base/result.h"
#include "core/connectors/graph/sender.h"
#include "core/domain/channel.h"
#include "core/domain/outgoing.h"

#include <QJsonObject>

#include <optional>
#include <span>
#include <vector>

namespace comanda::messaging {

constexpr int kQuickRepliesMax = 13;
constexpr int kQuickReplyTitleMax = 20; // code points
constexpr int kQuickReplyPayloadMax = 1000;
constexpr int kMetadataMax = 999;

// A kind of file that a platform takes, and as what.
struct FileKind {
    const char16_t* mime; // "image/" stands for the family, "" for any
    const char16_t* type; // the platform's word
    qint64 max;
    const char16_t* tooLarge; // what a larger one is refused with
};

// All in which the writers of Messenger and Instagram differ.
struct Manner {
    const char16_t* personId = u"psid"; // the word for a person's id in OutgoingMessage::ids
    const char16_t* profile = u"first_name,last_name"; // the fields that say a person's name
    int textMax = 0;
    TextUnit unit = TextUnit::Utf16;
    bool saysType = false;           // every message has to say that it is a response
    bool quotes = false;             // takes "reply_to"
    bool metadata = false;           // brings our reference back in the echo
    bool reactions = false;          // takes a reaction of ours
    std::span<const FileKind> files; // the first that fits
    const char16_t* otherFiles = u"meta.file_refused"; // what any other is refused with
    const char16_t* uploadFor = nullptr; // "platform" of an upload, where it has to be said
};

// Fails with ErrorKind::Invalid and `otherFiles`, or Rejected and the kind's `tooLarge`.
[[nodiscard]] Result<QString> fileType(const Manner& manner, const QString& mime, qint64 size);
// The form of POST …/message_attachments; fails like fileType().
[[nodiscard]] Result<std::vector<net::FormPart>> uploadForm(const Manner& manner,
                                                            const graph::SendFile& file);

// The bodies in the order in which they have to be accepted. Fails with ErrorKind::Invalid and
// "meta.no_recipient", "meta.cannot_edit", "meta.cannot_delete", "meta.cannot_react" or
// "send.empty".
[[nodiscard]] Result<std::vector<QJsonObject>>
write(const Manner& manner, const OutgoingMessage& message,
      const std::optional<graph::UploadedFile>& file);

// "typing_on" or "mark_seen".
[[nodiscard]] QJsonObject writeAction(const QString& conversationKey, const QString& action);

} // namespace comanda::messaging
