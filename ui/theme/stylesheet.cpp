// The style sheet of the stock controls, made from the tokens. What a widget paints itself is not
// here. Fields take the colours of their text from the palette: a "color" here would make the hint
// in an empty field too pale to read.
#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr const char* kSheet = R"(
QToolTip { background: @surface1; color: @text1; border: 1px solid @line-strong; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QTimeEdit {
    background: @surface1; border: 1px solid @line-strong; border-radius: 6px; padding: 0 10px;
    selection-background-color: @accent; selection-color: @on-accent; }
QLineEdit, QSpinBox, QComboBox, QTimeEdit { min-height: @field; }
QPlainTextEdit { padding: @editpad 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled {
    background: @surface2; border-color: @line; }
QLineEdit[unreadable="true"] { border: 2px solid @late; }
QSpinBox { padding-right: @steps; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView, QCompleter, QListView#completions {
    background: @surface1; color: @text1; border: 2px solid @line-strong;
    selection-background-color: @accent-soft; selection-color: @accent; outline: 0; }
QScrollArea, QListView { border: none; background: transparent; outline: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @surface3; border-radius: 3px; min-height: 32px; margin: 0 2px; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover { background: @line-strong; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @surface3; border-radius: 3px; min-width: 32px; margin: 2px 0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @surface1; color: @text1; border: 2px solid @line-strong; padding: 4px; }
QMenu::item { padding: 10px 24px 10px 16px; border-radius: 4px; }
QMenu::item:selected { background: @accent-soft; color: @accent; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
)";

} // namespace

QString Theme::styleSheet() const {
    const std::pair<QLatin1StringView, Tone> names[] = {
        {"@surface1"_L1, Tone::Surface1},  {"@surface2"_L1, Tone::Surface2},
        {"@surface3"_L1, Tone::Surface3},  {"@line-strong"_L1, Tone::LineStrong},
        {"@line"_L1, Tone::Line},          {"@text1"_L1, Tone::Text1},
        {"@text3"_L1, Tone::Text3},        {"@accent-soft"_L1, Tone::AccentSoft},
        {"@on-accent"_L1, Tone::OnAccent}, {"@accent"_L1, Tone::Accent},
        {"@late"_L1, Tone::Late},
    };
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, tone] : names) { // longer names stand before their prefixes
        sheet.replace(name, color(tone).name());
    }
    sheet.replace("@field"_L1, QString::number(px(kTarget) - 2) + u"px"_s);
    sheet.replace("@steps"_L1, QString::number(2 * px(kTarget)) + u"px"_s);
    sheet.replace("@editpad"_L1,
                  QString::number((px(kTarget) - line(TextRole::Body)) / 2 - 5) + u"px"_s);
    return sheet;
}

} // namespace comanda::ui
