#include "ui/widgets/qr_code.h"

#include <QPainter>
#include <qrencode.h>

#include <memory>

namespace comanda::ui {
namespace {

constexpr int kQuiet = 4; // modules around it, by ISO/IEC 18004

void paintModules(QPainter& painter, const QRect& where, const QImage& modules) {
    painter.fillRect(where, Qt::white);
    const int across = modules.width() + 2 * kQuiet;
    const int step = std::min(where.width(), where.height()) / across;
    if (step < 1) {
        return; // no room: a blurred code reads worse than none
    }
    const int used = step * modules.width();
    const QRect code(where.left() + (where.width() - used) / 2,
                     where.top() + (where.height() - used) / 2, used, used);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(code, modules);
}

} // namespace

QImage qrModules(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty()) {
        return {};
    }
    // M survives a thumb on the poster and still keeps the modules of a link large.
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()),
                          reinterpret_cast<const unsigned char*>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code) {
        return {};
    }
    QImage modules(code->width, code->width, QImage::Format_RGB32);
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool dark = (code->data[row * code->width + column] & 1) != 0;
            modules.setPixel(column, row, dark ? 0xff000000 : 0xffffffff);
        }
    }
    return modules;
}

QImage qrImage(const QString& text, int side) {
    const QImage modules = qrModules(text);
    const int across = modules.width() + 2 * kQuiet;
    if (modules.isNull() || side < across) {
        return {};
    }
    const int whole = side / across * across;
    QImage image(whole, whole, QImage::Format_RGB32);
    QPainter painter(&image);
    paintModules(painter, image.rect(), modules);
    return image;
}

QrCode::QrCode(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QrCode::updateGeometry);
}

void QrCode::show(const QString& text, const QString& spoken) {
    modules_ = qrModules(text);
    setAccessibleName(spoken);
    update();
    QWidget::show();
}

void QrCode::clear() {
    modules_ = {};
    setAccessibleName({});
    update();
}

void QrCode::setSide(int atFull) {
    side_ = atFull;
    updateGeometry();
}

QSize QrCode::sizeHint() const {
    const int side = theme_.px(side_);
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!modules_.isNull()) {
        paintModules(painter, rect(), modules_);
    }
}

} // namespace comanda::ui
