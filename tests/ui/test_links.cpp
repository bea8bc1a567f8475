// Where customers find the shop, in the settings: every address with its code, to be copied.
#include "tests/ui/office.h"
#include "ui/settings/links_form.h"
#include "ui/widgets/qr_code.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace comanda;
using namespace comanda::ui;
using namespace comanda::test;
using namespace Qt::StringLiterals;

namespace {

QStringList linksOn(QWidget& form) {
    QStringList links;
    for (const auto* link : form.findChildren<PlainLabel*>(u"link"_s)) {
        if (link->isVisible()) {
            links << link->shownText();
        }
    }
    return links;
}

} // namespace

TEST_CASE("every way to the shop has its link and its code, and follows what is set up",
          "[ui][settings][links]") {
    Office office;
    office.open();
    auto& form = office.choose<LinksForm>(u"Links and codes"_s);
    CHECK(linksOn(form).isEmpty());
    office.addTelegram();
    Shop shop = office.shop();
    shop.phone = u"+57 601 234 5678"_s;
    office.saveShop(shop);
    REQUIRE(waitUntil([&] { return linksOn(form).size() == 2; }));
    const QStringList links = linksOn(form);
    CHECK(links.front().startsWith(u"https://t.me/"_s));
    CHECK(links.back() == u"tel:+576012345678"_s);
    const auto codes = form.findChildren<QrCode*>();
    CHECK(std::count_if(codes.begin(), codes.end(),
                        [](const QrCode* code) { return code->isVisible() && !code->isEmpty(); })
          == 2);

    for (auto* button : form.findChildren<ui::Button*>(u"copyLink"_s)) {
        if (button->isVisible()) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            CHECK(button->text() == u"Copied"_s);
            break;
        }
    }
    CHECK(QGuiApplication::clipboard()->text() == links.front());
    keepPicture(*office.window, u"links"_s);
}
