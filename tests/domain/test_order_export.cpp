#include "core/domain/order_export.h"
#include "tests/support/catch.h"

#include <QJsonArray>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

ExportedOrder sample() {
    const Currency cop = Currency::of(u"COP").value();
    OrderLine line;
    line.sku = u"TACO"_s;
    line.name = u"Taco \"al pastor\", grande"_s;
    line.quantity = 2;
    line.unitPrice = Money{500'000, cop};
    line.modifiers = {u"SIN cebolla"_s, u"MÁS queso"_s};
    Order order;
    order.id = OrderId(7);
    order.number = 214;
    order.businessDay = QDate(2026, 3, 14);
    order.platform = Platform::WhatsApp;
    order.state = OrderState::Accepted;
    order.currency = cop;
    order.lines = {line};
    order.details.customerName = u"=HYPERLINK(\"http://x\")"_s;
    order.createdAt = fromIso(u"2026-03-14T19:00:00Z").value();
    order.flags = {OrderFlag::LateArrival};
    return {order, u"106000000000001"_s};
}

} // namespace

TEST_CASE("An exported order says amounts as decimal text and times in UTC", "[domain][export]") {
    const QJsonObject json = exportJson(sample());
    CHECK(json.value(u"number").toInt() == 214);
    CHECK(json.value(u"total").toString() == u"10000.00"_s);
    CHECK(json.value(u"created_utc").toString() == u"2026-03-14T19:00:00Z"_s);
    CHECK(json.value(u"family").toString() == u"meta"_s);
    CHECK(json.value(u"state").toString() == u"accepted"_s);
    CHECK(json.value(u"late").toBool());
    CHECK_FALSE(json.contains(u"closed_utc"));
    const QJsonObject item = json.value(u"items").toArray().first().toObject();
    CHECK(item.value(u"qty").toInt() == 2);
    CHECK(item.value(u"unit_price").toString() == u"5000.00"_s);
    CHECK(item.value(u"total").toString() == u"10000.00"_s);
    CHECK(item.value(u"modifiers").toArray().size() == 2);
}

TEST_CASE("A spreadsheet reads the CSV and runs nothing in it", "[domain][export]") {
    ExportedOrder empty = sample();
    empty.order.lines.clear();
    const QList<QByteArray> rows = exportCsv({sample(), empty}).split('\n');
    REQUIRE(rows.size() == 4); // head, one line item, the empty order, the end
    CHECK(rows[0].startsWith("id,number,business_day,created_utc,"));
    CHECK(rows[1].contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    CHECK(rows[1].contains("\"Taco \"\"al pastor\"\", grande\""));
    CHECK(rows[1].endsWith("10000.00\r"));
    CHECK(rows[2].count(',') == rows[0].count(','));
}
