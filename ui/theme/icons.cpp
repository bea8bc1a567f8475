// Icons, platform tiles and lamps: one-colour drawings rendered once per colour, size and scale.
#include "core/domain/platform.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

QByteArray drawing(const QString& name) {
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("missing icon %s", qPrintable(name));
        return {};
    }
    return file.readAll();
}

// The first shape filled with `ground`, the others stroked with `stroke`.
QByteArray filled(QByteArray svg, const QColor& ground, const QColor& stroke,
                  const QByteArray& width) {
    const QByteArray hex = ground.name().toLatin1();
    svg.replace("currentColor", stroke.name().toLatin1());
    svg.replace("stroke-width=\"2\"", "stroke-width=\"" + width + '"');
    for (const QByteArray shape : {"<path ", "<rect ", "<circle "}) {
        const auto at = svg.indexOf(shape);
        const auto first = svg.indexOf("<", svg.indexOf("<svg") + 1);
        if (at >= 0 && at == first) {
            svg.insert(at + shape.size(),
                       "fill=\"" + hex + "\" stroke=\"" + hex + "\" stroke-width=\"2\" ");
            break;
        }
    }
    return svg;
}

} // namespace

QString tileIconName(Platform platform) {
    switch (platform) {
    case Platform::WhatsApp:
        return u"platform-whatsapp"_s;
    case Platform::Messenger:
        return u"platform-messenger"_s;
    case Platform::Instagram:
        return u"platform-instagram"_s;
    case Platform::Facebook:
        return u"platform-facebook-comments"_s;
    case Platform::Telegram:
        return u"platform-telegram"_s;
    case Platform::Signal:
        return u"platform-signal"_s;
    case Platform::Email:
        return u"platform-email"_s;
    case Platform::Sms:
        return u"platform-sms"_s;
    case Platform::Web:
        return u"platform-web"_s;
    case Platform::Phone:
        return u"platform-phone"_s;
    case Platform::Counter:
        return u"platform-counter"_s;
    }
    Q_UNREACHABLE();
}

Tone familyTone(OwnerFamily family) {
    switch (family) {
    case OwnerFamily::Meta:
        return Tone::FamilyMeta;
    case OwnerFamily::Telegram:
        return Tone::FamilyTelegram;
    case OwnerFamily::Signal:
        return Tone::FamilySignal;
    case OwnerFamily::Own:
        return Tone::FamilyOwn;
    case OwnerFamily::Sms:
    case OwnerFamily::Email:
        return Tone::FamilySms;
    }
    Q_UNREACHABLE();
}

void Theme::drawAt(QPainter& painter, const QString& key, QRectF where, const Drawing& svg) const {
    const qreal dpr = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QSize size = where.size().toSize();
    const QString full = u"%1@%2x%3@%4"_s.arg(key).arg(size.width()).arg(size.height()).arg(dpr);
    auto found = pixmaps_.constFind(full);
    if (found == pixmaps_.constEnd()) {
        QPixmap pixmap(size * dpr);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(svg());
        QPainter inside(&pixmap);
        inside.setRenderHint(QPainter::Antialiasing);
        renderer.render(&inside, QRectF(QPointF(0, 0), QSizeF(pixmap.size())));
        inside.end();
        pixmap.setDevicePixelRatio(dpr);
        found = pixmaps_.insert(full, pixmap);
    }
    painter.drawPixmap(where.topLeft(), *found);
}

void Theme::paintIcon(QPainter& painter, const QString& name, Tone tone, QRectF where) const {
    const QString hex = color(tone).name();
    drawAt(painter, name + hex, where,
           [&] { return drawing(name).replace("currentColor", hex.toLatin1()); });
}

void Theme::paintTile(QPainter& painter, Platform platform, QRectF where) const {
    const QString name = tileIconName(platform);
    drawAt(painter, name + u"-tile"_s, where, [&] {
        const QColor ground = color(familyTone(familyOf(platform)));
        return filled(drawing(name), ground, color(Tone::OnFamily), "2.2");
    });
}

void Theme::paintLogo(QPainter& painter, QRectF where) const {
    drawAt(painter, u"logo-filled"_s, where, [&] {
        return filled(drawing(u"logo"_s), color(Tone::Accent), color(Tone::OnAccent), "2");
    });
}

void Theme::paintLamp(QPainter& painter, Lamp lamp, QRectF where) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.topLeft());
    painter.scale(where.width() / 16.0, where.height() / 16.0);
    const auto pen = [this](Tone tone) {
        return QPen(color(tone), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    switch (lamp) {
    case Lamp::Healthy:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Tone::Ready));
        painter.drawEllipse(QRectF(1, 1, 14, 14));
        painter.setPen(pen(Tone::Surface1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{4.8, 8.2}, {7.1, 10.5}, {11.1, 5.9}}));
        break;
    case Lamp::Doubtful:
        painter.setPen(pen(Tone::Due));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Tone::Due));
        painter.drawPie(QRectF(2, 2, 12, 12), 90 * 16, -180 * 16);
        break;
    case Lamp::Down:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Tone::Late));
        painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2, 2);
        painter.setPen(pen(Tone::Surface1));
        painter.drawLine(QPointF(5, 5), QPointF(11, 11));
        painter.drawLine(QPointF(11, 5), QPointF(5, 11));
        break;
    case Lamp::NotConnected:
        painter.setPen(pen(Tone::LineStrong));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        break;
    }
    painter.restore();
}

} // namespace comanda::ui
