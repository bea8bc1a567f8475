// The attachments of a message, row by row, with the work of fetching their bytes.
#pragma once

#include "core/domain/message.h"
#include "core/store/tools.h"

namespace comanda::store {

// Of a message just written; what can be fetched is queued.
[[nodiscard]] Result<> writeAttachments(const Tools& tools, ChannelId channel, MessageId message,
                                        const std::vector<Attachment>& attachments);
[[nodiscard]] Result<> writeKept(const Tools& tools, MessageId message, int position,
                                 const KeptAttachment& kept);
// An edit brought other attachments: what stayed keeps its bytes.
[[nodiscard]] Result<> replaceAttachments(const Tools& tools, ChannelId channel, MessageId message,
                                          const std::vector<Attachment>& attachments);
[[nodiscard]] Result<std::vector<KeptAttachment>> attachmentsOf(Connection& db, MessageId message);
// Columns about, state, sha256, extension, size from `first` on.
[[nodiscard]] KeptAttachment keptFrom(const Row& row, int first);

} // namespace comanda::store
