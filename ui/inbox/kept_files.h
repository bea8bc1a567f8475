// What customers sent as files, opened or copied for a person. Copies are made away from the
// screen thread, where the store may have to fetch them first; only files of a kind that was
// recognised by its bytes are ever opened.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/store/rows.h"

#include <QObject>
#include <QThreadPool>

namespace comanda::ui {

class KeptFiles final {
public:
    explicit KeptFiles(const store::MediaStore& media) : media_(media) {}

    using Done = std::function<void(Result<>)>;
    // Opens a readable copy, named by its recognised extension, with the desktop's program for it.
    // Fails with "media.gone", "media.cannot_keep" or "media.cannot_open".
    void open(const KeptAttachment& kept, QObject* receiver, Done done);
    void copy(const KeptAttachment& kept, const QString& to, QObject* receiver, Done done);

private:
    const store::MediaStore& media_;
    QThreadPool pool_; // last: its tasks end before anything else goes
};

} // namespace comanda::ui
