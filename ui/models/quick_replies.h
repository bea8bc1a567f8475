// The answers that staff send with one touch: a setting of the shop, until then the usual ones.
#pragma once

#include "core/store/reader.h"
#include "core/store/writer.h"

namespace comanda::ui {

inline constexpr int kQuickRepliesMax = 6;

[[nodiscard]] Result<QStringList> readQuickReplies(store::Reader& reader);
// Empty ones are left out; none at all brings the usual ones back.
[[nodiscard]] Result<> writeQuickReplies(store::Writer& writer, const QStringList& replies);

} // namespace comanda::ui
