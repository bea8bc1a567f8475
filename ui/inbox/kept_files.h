// What customers sent as files, opened or copied for a person. Copies are made away from the
// screen thread; only files of a kind that was recognised by its bytes are ever opened.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/store/rows.h"

#include <QObject>

namespace comanda::ui {

// Opens a readable copy, named by its recognised extension, with the desktop's program for it.
// Fails with "media.gone", "media.cannot_keep" or "media.cannot_open".
void openKept(const store::MediaStore& media, const KeptAttachment& kept, QObject* receiver,
              std::function<void(Result<>)> done);
void copyKept(const store::MediaStore& media, const KeptAttachment& kept, const QString& to,
              QObject* receiver, std::function<void(Result<>)> done);

} // namespace comanda::ui
