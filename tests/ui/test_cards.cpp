#include "app/text/words.h"
#include "tests/support/catch.h"
#include "tests/ui/samples.h"
#include "ui/orders/order_card.h"
#include "ui/widgets/practice_frame.h"

#include <QApplication>
#include <QGridLayout>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

TEST_CASE("cards keep their height for their width and show everything", "[ui][cards]") {
    Theme theme;
    theme.dress(*qApp);
    const Shop shop = test::sampleShop();
    const Time now = test::evening();
    const bool dark = GENERATE(false, true);
    theme.setScheme(dark ? Scheme::Dark : Scheme::Light);
    QWidget page;
    QGridLayout grid(&page);
    int i = 0;
    for (const Order& order : test::sampleOrders(now)) {
        auto* card = new OrderCard(theme, shop, &page);
        card->show(order, now);
        card->setSelected(i == 0);
        CHECK(card->heightForWidth(300) >= 150);
        CHECK(card->heightForWidth(260) >= card->heightForWidth(340)); // narrower never loses lines
        CHECK(card->accessibleName().contains(QString::number(order.number)));
        grid.addWidget(card, i / 4, i % 4, Qt::AlignTop);
        ++i;
    }
    PracticeFrame frame(theme, &page, dark);
    frame.resize(1366, 1100);
    test::keepPicture(frame, dark ? u"cards-dark"_s : u"cards-light"_s);
    page.setParent(nullptr);
}

TEST_CASE("what shows nothing leaves no hole in a card", "[ui][cards][hostile]") {
    Theme theme;
    const Shop shop = test::sampleShop();
    const Time now = test::evening();
    Order order = test::sampleOrders(now).front();
    order.details.customerName = u"\u3164"_s;
    order.details.phone = u"573001112233"_s;
    order.lines.assign(3, OrderLine());
    for (OrderLine& line : order.lines) {
        line.name = u"\u2800"_s;
    }
    CHECK(spoken(order, shop, now).contains(u"573001112233"_s));
    CHECK(spoken(order, shop, now).contains(text::dishName({}, {})));
    const auto heightWith = [&](const QString& name) {
        Order other = order;
        for (OrderLine& line : other.lines) {
            line.name = name;
        }
        OrderCard card(theme, shop);
        card.show(other, now);
        return card.heightForWidth(300);
    };
    CHECK(heightWith(u"\u2800"_s) == heightWith(u"Agua"_s));
    CHECK(heightWith({}) == heightWith(u"Agua"_s));
    order.details.note = u"\u3164"_s;
    OrderCard silent(theme, shop);
    silent.show(order, now);
    CHECK(silent.heightForWidth(300) == heightWith(u"Agua"_s)); // no empty quotation
}
