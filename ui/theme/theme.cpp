#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QStyleFactory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

struct TypeSize {
    int size, line;
};

TypeSize typeSize(TextRole role) {
    switch (role) {
    case TextRole::Small:
        return {12, 16};
    case TextRole::Dense:
        return {13, 18};
    case TextRole::Body:
        return {14, 20};
    case TextRole::Strong:
        return {16, 22};
    case TextRole::Title:
        return {20, 26};
    case TextRole::Figure:
        return {28, 34};
    }
    Q_UNREACHABLE();
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent) {
    const QStringList families = QFontDatabase::families();
    const QString family = families.contains(u"Noto Sans"_s)
                               ? u"Noto Sans"_s
                               : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    families_ = {family};
    // Named, or a symbol font draws what it has of the emoji in black.
    for (const QString& emoji :
         {u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s}) {
        if (families.contains(emoji)) {
            families_ << emoji;
        }
    }
}

void Theme::setScheme(Scheme scheme) {
    if (scheme_ == scheme) {
        return;
    }
    scheme_ = scheme;
    pixmaps_.clear();
    Q_EMIT changed();
}

void Theme::setScale(int percent) {
    const int clamped = std::clamp(percent, kScaleMin, kScaleMax);
    if (clamped == scale_) {
        return;
    }
    scale_ = clamped;
    pixmaps_.clear();
    Q_EMIT changed();
}

void Theme::setReducedMotion(bool reduced) {
    reducedMotion_ = reduced;
}

int Theme::px(int atFull) const {
    return qRound(atFull * scale_ / 100.0);
}

QFont Theme::font(TextRole role, Weight weight) const {
    QFont font;
    font.setFamilies(families_);
    font.setPixelSize(std::max(px(typeSize(role).size), 10));
    font.setBold(weight == Weight::Bold);
    return font;
}

int Theme::line(TextRole role) const {
    return px(typeSize(role).line);
}

QPalette Theme::palette() const {
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, Tone tone) { p.setColor(role, color(tone)); };
    set(QPalette::Window, Tone::Surface0);
    set(QPalette::WindowText, Tone::Text1);
    set(QPalette::Base, Tone::Surface1);
    set(QPalette::AlternateBase, Tone::Surface2);
    set(QPalette::Text, Tone::Text1);
    set(QPalette::Button, Tone::Surface1);
    set(QPalette::ButtonText, Tone::Text1);
    set(QPalette::BrightText, Tone::Late);
    set(QPalette::Highlight, Tone::Accent);
    set(QPalette::HighlightedText, Tone::OnAccent);
    set(QPalette::Link, Tone::Accent);
    set(QPalette::ToolTipBase, Tone::Surface1);
    set(QPalette::ToolTipText, Tone::Text1);
    set(QPalette::PlaceholderText, Tone::Text3);
    set(QPalette::Mid, Tone::Line);
    set(QPalette::Dark, Tone::LineStrong);
    p.setColor(QPalette::Disabled, QPalette::Text, color(Tone::Text3));
    p.setColor(QPalette::Disabled, QPalette::ButtonText, color(Tone::Text3));
    p.setColor(QPalette::Disabled, QPalette::WindowText, color(Tone::Text3));
    return p;
}

void Theme::dress(QApplication& application) {
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const auto apply = [this, &application] {
        QApplication::setPalette(palette());
        QApplication::setFont(font(TextRole::Body));
        application.setStyleSheet(styleSheet());
    };
    apply();
    connect(this, &Theme::changed, &application, apply);
}

} // namespace comanda::ui
