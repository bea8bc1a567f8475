// How everything looks now: colours, type, sizes and icons for one scheme and one text scale.
// One object, made by the program's start and given to every widget; changed() follows a change.
#pragma once

#include "core/domain/channel.h"
#include "core/domain/platform.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QHash>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include <functional>

class QApplication;
class QPainter;

namespace comanda::ui {

// size/line in px at 100 %: 12/16, 13/18, 14/20, 16/22, 20/26, 28/34
enum class TextRole { Small, Dense, Body, Strong, Title, Figure };
enum class Weight { Normal, Bold };

inline constexpr int kScaleMin = 80, kScaleMax = 200; // per cent
inline constexpr int kTarget = 44;                    // px at 100 %: the least touch target
inline constexpr int kRadiusCard = 8, kRadiusControl = 6, kRadiusChip = 4;

class Theme final : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    void setScheme(Scheme scheme);
    void setScale(int percent); // clamped to kScaleMin…kScaleMax
    void setReducedMotion(bool reduced);
    [[nodiscard]] Scheme scheme() const { return scheme_; }
    [[nodiscard]] int scale() const { return scale_; }
    [[nodiscard]] bool reducedMotion() const { return reducedMotion_; }

    [[nodiscard]] QColor color(Tone tone) const { return colorOf(tone, scheme_); }
    [[nodiscard]] int px(int atFull) const; // what grows with the text: lines, rows, icons
    [[nodiscard]] QFont font(TextRole role, Weight weight = Weight::Normal) const;
    [[nodiscard]] int line(TextRole role) const; // line height in px

    // `name` of a file in resources/icons, tinted.
    void paintIcon(QPainter& painter, const QString& name, Tone tone, QRectF where) const;

    // The owner's outline with the platform's letter, and the lamp beside it.
    void paintTile(QPainter& painter, Platform platform, QRectF where) const;
    void paintLamp(QPainter& painter, Lamp lamp, QRectF where) const;
    void paintLogo(QPainter& painter, QRectF where) const;

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    // Style, palette, font and style sheet of the whole program; follows later changes.
    void dress(QApplication& application);

Q_SIGNALS:
    void changed();

private:
    using Drawing = std::function<QByteArray()>; // asked only when it is not kept yet
    void drawAt(QPainter& painter, const QString& key, QRectF where, const Drawing& svg) const;

    Scheme scheme_ = Scheme::Light;
    int scale_ = 100;
    bool reducedMotion_ = false;
    QStringList families_;                    // text first, then what draws the emoji
    mutable QHash<QString, QPixmap> pixmaps_; // by svg, colours and size
};

// The mark that tells a state without colour.
[[nodiscard]] QString tileIconName(Platform platform);
[[nodiscard]] Tone familyTone(OwnerFamily family);

} // namespace comanda::ui
