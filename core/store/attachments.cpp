#include "core/store/attachments.h"

#include "core/base/json.h"
#include "core/store/try.h"

#include <QJsonDocument>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

bool isFetchable(const Attachment& attachment) {
    switch (attachment.type) {
    case AttachmentType::Image:
    case AttachmentType::Video:
    case AttachmentType::Audio:
    case AttachmentType::File:
    case AttachmentType::Sticker:
    case AttachmentType::Animation:
        return !attachment.id.isEmpty() || !attachment.url.isEmpty();
    case AttachmentType::Location:
    case AttachmentType::Contact:
    case AttachmentType::Link:
    case AttachmentType::Story:
    case AttachmentType::Template:
    case AttachmentType::Unsupported:
        return false;
    }
    Q_UNREACHABLE();
}

bool isSame(const Attachment& a, const Attachment& b) {
    return a.type == b.type && a.id == b.id && (!a.id.isEmpty() || a.url == b.url);
}

} // namespace

Result<> writeKept(const Tools& tools, MessageId message, int position,
                   const KeptAttachment& kept) {
    return tools.db
        .execute(
            u"INSERT INTO attachment (message, position, about, state, sha256, extension, size)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message, position) DO UPDATE SET"
            " about = excluded.about, state = excluded.state, sha256 = excluded.sha256,"
            " extension = excluded.extension, size = excluded.size"_s,
            {bind(message), position, QString::fromUtf8(toCompactJson(toJson(kept.attachment))),
             toWord(kept.state), orNull(kept.sha256), orNull(kept.extension), kept.size})
        .map([](int) { return Done{}; });
}

Result<> writeAttachments(const Tools& tools, ChannelId channel, MessageId message,
                          const std::vector<Attachment>& attachments) {
    int position = 0;
    for (const Attachment& attachment : attachments) {
        COMANDA_TRY(
            writeKept(tools, message, position, {attachment, MediaState::Wanted, {}, {}, 0}));
        if (isFetchable(attachment)) {
            COMANDA_TRY(tools.db.execute(
                u"INSERT INTO work (kind, channel, message, position) VALUES ('media', ?, ?, ?)"
                " ON CONFLICT (message, kind, position) DO NOTHING"_s,
                {bind(channel), bind(message), position}));
            tools.changes.media = true;
        }
        ++position;
    }
    return Done{};
}

Result<> replaceAttachments(const Tools& tools, ChannelId channel, MessageId message,
                            const std::vector<Attachment>& attachments) {
    COMANDA_LET(before, attachmentsOf(tools.db, message));
    COMANDA_TRY(tools.db.execute(u"DELETE FROM attachment WHERE message = ?"_s, {bind(message)}));
    COMANDA_TRY(tools.db.execute(u"DELETE FROM work WHERE message = ? AND kind = 'media'"_s,
                                 {bind(message)}));
    COMANDA_TRY(writeAttachments(tools, channel, message, attachments));
    for (std::size_t i = 0; i < attachments.size(); ++i) {
        for (const KeptAttachment& old : before) {
            if (old.state != MediaState::Wanted && isSame(old.attachment, attachments[i])) {
                COMANDA_TRY(writeKept(tools, message, static_cast<int>(i), old));
                COMANDA_TRY(tools.db.execute(
                    u"DELETE FROM work WHERE message = ? AND kind = 'media' AND position = ?"_s,
                    {bind(message), static_cast<int>(i)}));
            }
        }
    }
    return tools.db
        .execute(u"UPDATE message SET attachments = ? WHERE id = ?"_s,
                 {static_cast<qint64>(attachments.size()), bind(message)})
        .map([](int) { return Done{}; });
}

KeptAttachment keptFrom(const Row& row, int first) {
    KeptAttachment kept;
    kept.attachment =
        attachmentFromJson(QJsonDocument::fromJson(row.text(first).toUtf8()).object());
    kept.state = mediaStateFrom(row.text(first + 1)).value_or(MediaState::Failed);
    kept.sha256 = row.text(first + 2);
    kept.extension = row.text(first + 3);
    kept.size = row.integer(first + 4);
    return kept;
}

Result<std::vector<KeptAttachment>> attachmentsOf(Connection& db, MessageId message) {
    COMANDA_LET(
        rows,
        db.select(u"SELECT about, state, sha256, extension, size FROM attachment WHERE message = ?"
                  " ORDER BY position"_s,
                  {bind(message)}));
    std::vector<KeptAttachment> kept;
    kept.reserve(rows.size());
    for (const Row& row : rows) {
        kept.push_back(keptFrom(row, 0));
    }
    return kept;
}

} // namespace comanda::store
