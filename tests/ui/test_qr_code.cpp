// The QR code, looked at as a reader would: where its corners are, and that its pixels are sharp.
#include "tests/support/catch.h"
#include "ui/widgets/qr_code.h"

#include <QPainter>

using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr QRgb kBlack = 0xff000000, kWhite = 0xffffffff;

// A dark ring of seven modules around a dark three by three.
bool isFinder(const QImage& modules, int left, int top) {
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
            const int ring = std::min({x, y, 6 - x, 6 - y});
            if ((modules.pixel(left + x, top + y) == kBlack) != (ring != 1)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

TEST_CASE("a QR code has its three corners, and longer words need a larger one", "[ui][qr]") {
    const QImage code = qrModules(u"https://t.me/fonda_la_esquina_bot"_s);
    REQUIRE_FALSE(code.isNull());
    CHECK((code.width() - 21) % 4 == 0); // versions 1 to 40
    const int far = code.width() - 7;
    CHECK(isFinder(code, 0, 0));
    CHECK(isFinder(code, far, 0));
    CHECK(isFinder(code, 0, far));
    CHECK_FALSE(isFinder(code, far, far));
    CHECK(qrModules(u"sgnl://linkdevice?uuid="_s + QString(300, u'x')).width() > code.width());
    CHECK(qrModules(u"¡Señal ñ 漢字!"_s).width() >= 21);
    CHECK(qrModules({}).isNull());
    CHECK(qrModules(QString(3000, u'x')).isNull());
}

TEST_CASE("the code is black on white with a quiet edge, in the dark too", "[ui][qr]") {
    const QString link = u"https://wa.me/573001112233"_s;
    const QImage modules = qrModules(link);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        Theme theme;
        theme.setScheme(scheme);
        QrCode code(theme);
        code.show(link, u"Link of WhatsApp"_s);
        CHECK(code.accessibleName() == u"Link of WhatsApp"_s);
        code.resize(code.sizeHint());
        const QImage seen = code.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const int step = code.width() / (modules.width() + 8);
        REQUIRE(step >= 3);
        const int edge = (code.width() - step * modules.width()) / 2;
        CHECK(edge >= 4 * step);
        int wrong = 0;
        for (int y = 0; y < modules.height(); ++y) {
            for (int x = 0; x < modules.width(); ++x) {
                const QRgb corner = seen.pixel(edge + x * step, edge + y * step);
                const QRgb opposite =
                    seen.pixel(edge + (x + 1) * step - 1, edge + (y + 1) * step - 1);
                wrong += corner == modules.pixel(x, y) && opposite == corner ? 0 : 1;
            }
        }
        CHECK(wrong == 0);
        CHECK(seen.pixel(edge - 1, edge) == kWhite);
        CHECK(seen.pixel(0, 0) == kWhite);
    }
}

TEST_CASE("a saved code keeps whole pixels, and none is made where there is no room", "[ui][qr]") {
    const QString link = u"https://signal.me/#p/+573001112233"_s;
    const int across = qrModules(link).width() + 8;
    CHECK(qrImage(link, 1000).width() % across == 0);
    CHECK(qrImage(link, 1000).width() > 1000 - across);
    CHECK(qrImage(link, across - 1).isNull());
    CHECK(qrImage({}, 1000).isNull());
}
