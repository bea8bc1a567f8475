// The colours of the program by meaning: one name, one value for light and one for dark. Nothing
// else in the user interface spells a colour.
#pragma once

#include <QColor>

#include <array>
#include <cstddef>

namespace comanda::ui {

enum class Tone {
    Surface0, // window ground
    Surface1, // cards, panes, bars
    Surface2, // wells, quiet chips, disabled buttons
    Surface3, // pressed
    Line,     // hairlines, decoration only
    LineStrong,
    Text1,
    Text2,
    Text3,
    Accent,
    OnAccent,
    AccentSoft,
    Focus,
    New,
    NewSoft,
    Accepted,
    AcceptedSoft,
    Preparing,
    PreparingSoft,
    Ready,
    ReadySoft,
    Due,
    DueSoft,
    Late,
    LateSoft,
    Error,
    ErrorSoft,
    Practice,
    OnPractice,
    FamilyMeta,
    FamilyTelegram,
    FamilySignal,
    FamilyOwn,
    FamilySms,
    OnFamily,
    AlertGround,
    OnAlert,
    BubbleIn,
    BubbleOut
};

enum class Scheme { Light, Dark };

inline constexpr std::size_t kToneCount = static_cast<std::size_t>(Tone::BubbleOut) + 1;

struct ToneValue {
    Tone tone;
    QRgb light, dark;
};

// In the order of Tone.
[[nodiscard]] const std::array<ToneValue, kToneCount>& toneTable();
[[nodiscard]] QColor colorOf(Tone tone, Scheme scheme);

// (lighter + 0.05) / (darker + 0.05) by relative luminance; 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace comanda::ui
