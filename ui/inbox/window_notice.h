// What the line above the field says about the reply window, and what stands in the field's place
// once it has closed.
#pragma once

#include "core/domain/window.h"
#include "ui/theme/tokens.h"

#include <QString>

namespace comanda::ui {

struct WindowNotice {
    QString words;
    Tone tone = Tone::Text2;
    bool mayWrite = true;
};
// `approvedTexts`: they may still be sent when the window has closed.
[[nodiscard]] WindowNotice windowNotice(const ReplyWindow& window, Platform platform, Time now,
                                        bool approvedTexts = false);

} // namespace comanda::ui
