#include "ui/theme/tokens.h"

#include <cmath>

namespace comanda::ui {

const std::array<ToneValue, kToneCount>& toneTable() {
    static constexpr std::array<ToneValue, kToneCount> table{{
        {Tone::Surface0, 0xFFF3F1EC, 0xFF161513},
        {Tone::Surface1, 0xFFFFFFFF, 0xFF211F1C},
        {Tone::Surface2, 0xFFEAE7E0, 0xFF2C2A26},
        {Tone::Surface3, 0xFFDCD8CF, 0xFF3A3732},
        {Tone::Line, 0xFFD8D3C9, 0xFF3D3A35},
        {Tone::LineStrong, 0xFF857F74, 0xFF8C857A},
        {Tone::Text1, 0xFF1C1A17, 0xFFF3F0EA},
        {Tone::Text2, 0xFF514D46, 0xFFC3BDB2},
        {Tone::Text3, 0xFF676259, 0xFFA39C90},
        {Tone::Accent, 0xFF0B5B63, 0xFF6CC7CF},
        {Tone::OnAccent, 0xFFFFFFFF, 0xFF06282C},
        {Tone::AccentSoft, 0xFFDDECEC, 0xFF14363A},
        {Tone::Focus, 0xFF0B5B63, 0xFFFFD166},
        {Tone::New, 0xFF1B59B8, 0xFF86B6FF},
        {Tone::NewSoft, 0xFFE2ECFB, 0xFF18294A},
        {Tone::Accepted, 0xFF0F6670, 0xFF62CBD4},
        {Tone::AcceptedSoft, 0xFFDDEFF0, 0xFF123337},
        {Tone::Preparing, 0xFF4B47A6, 0xFFAFABFF},
        {Tone::PreparingSoft, 0xFFE8E7F8, 0xFF292748},
        {Tone::Ready, 0xFF1F6E34, 0xFF77D08C},
        {Tone::ReadySoft, 0xFFE0F1E3, 0xFF17341F},
        {Tone::Due, 0xFF865000, 0xFFF5BC54},
        {Tone::DueSoft, 0xFFFBEBCD, 0xFF3F2D0C},
        {Tone::Late, 0xFFB5330C, 0xFFFF9873},
        {Tone::LateSoft, 0xFFFCE5DC, 0xFF4A1E10},
        {Tone::Error, 0xFFA0134A, 0xFFFF8FB4},
        {Tone::ErrorSoft, 0xFFFBE2EB, 0xFF471327},
        {Tone::Practice, 0xFFF2C500, 0xFFF2C500},
        {Tone::OnPractice, 0xFF1C1A17, 0xFF1C1A17},
        {Tone::FamilyMeta, 0xFF2F57A8, 0xFF4E78CB},
        {Tone::FamilyTelegram, 0xFF0A6F92, 0xFF2186AB},
        {Tone::FamilySignal, 0xFF5A4C9C, 0xFF7F6FC8},
        {Tone::FamilyOwn, 0xFF7A4A18, 0xFFA3692F},
        {Tone::FamilySms, 0xFF5C5850, 0xFF7D776C},
        {Tone::OnFamily, 0xFFFFFFFF, 0xFFFFFFFF},
        {Tone::AlertGround, 0xFF1C1A17, 0xFFF3F0EA},
        {Tone::OnAlert, 0xFFFFFFFF, 0xFF161513},
        {Tone::BubbleIn, 0xFFFFFFFF, 0xFF2C2A26},
        {Tone::BubbleOut, 0xFFDDECEC, 0xFF14363A},
    }};
    return table;
}

QColor colorOf(Tone tone, Scheme scheme) {
    const ToneValue& row = toneTable().at(static_cast<std::size_t>(tone));
    return QColor::fromRgb(scheme == Scheme::Light ? row.light : row.dark);
}

static double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace comanda::ui
