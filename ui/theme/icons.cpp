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

QPixmap Theme::render(const QByteArray& svg, const QString& key, QSize pixels, qreal dpr) const {
    const QString full = key + u'@' + QString::number(pixels.width()) + u'x'
                         + QString::number(pixels.height()) + u'@' + QString::number(dpr);
    const auto found = pixmaps_.constFind(full);
    if (found != pixmaps_.constEnd()) {
        return *found;
    }
    QPixmap pixmap(pixels * dpr);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixmap.size())));
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    pixmaps_.insert(full, pixmap);
    return pixmap;
}

QPixmap Theme::icon(const QString& name, Tone tone, int size, qreal dpr) const {
    const QString hex = color(tone).name();
    QByteArray svg = drawing(name);
    svg.replace("currentColor", hex.toLatin1());
    return render(svg, name + hex, QSize(px(size), px(size)), dpr);
}

QIcon Theme::buttonIcon(const QString& name, Tone tone, int size) const {
    QIcon result(icon(name, tone, size));
    result.addPixmap(icon(name, tone, size, 2.0));
    return result;
}

void Theme::drawAt(QPainter& painter, const QByteArray& svg, const QString& key,
                   QRectF where) const {
    const qreal dpr = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = render(svg, key, where.size().toSize(), dpr);
    painter.drawPixmap(where.topLeft(), pixmap);
}

void Theme::paintIcon(QPainter& painter, const QString& name, Tone tone, QRectF where) const {
    const QString hex = color(tone).name();
    QByteArray svg = drawing(name);
    svg.replace("currentColor", hex.toLatin1());
    drawAt(painter, svg, name + hex, where);
}

void Theme::paintTile(QPainter& painter, Platform platform, QRectF where) const {
    const QString name = tileIconName(platform);
    const QColor ground = color(familyTone(familyOf(platform)));
    drawAt(painter, filled(drawing(name), ground, color(Tone::OnFamily), "2.2"), name + u"-tile"_s,
           where);
}

void Theme::paintLogo(QPainter& painter, QRectF where) const {
    drawAt(painter, filled(drawing(u"logo"_s), color(Tone::Accent), color(Tone::OnAccent), "2"),
           u"logo-filled"_s, where);
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
