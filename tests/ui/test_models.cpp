// Fresh readings become the fewest changes, and typed words become lines.
#include "tests/support/catch.h"
#include "tests/ui/samples.h"
#include "ui/models/lights.h"
#include "ui/models/order_board.h"
#include "ui/models/rows_model.h"
#include "ui/models/wall_time.h"
#include "ui/orders/typed_lines.h"
#include "ui/shell/outage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <numeric>
#include <random>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

struct Thing {
    int id = 0;
    int value = 0;
    bool operator==(const Thing&) const = default;
};

class Things final : public RowsModel<Thing> {
public:
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        return role == Qt::DisplayRole ? QVariant(at(index)->value) : QVariant();
    }
};

} // namespace

TEST_CASE("rows follow any reading, and the views hear of it correctly", "[ui][models]") {
    Things things;
    const QAbstractItemModelTester tester(&things,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<int> ids(20);
        std::iota(ids.begin(), ids.end(), 1);
        std::shuffle(ids.begin(), ids.end(), random);
        ids.resize(random() % 20);
        std::vector<Thing> fresh;
        for (const int id : ids) {
            fresh.push_back({id, static_cast<int>(random() % 3)});
        }
        things.replace(fresh);
        REQUIRE(things.rows() == fresh);
    }
}

TEST_CASE("a row that moved or changed is not made anew", "[ui][models]") {
    Things things;
    things.replace({{1, 0}, {2, 0}, {3, 0}});
    const QPersistentModelIndex third(things.index(2));
    const QSignalSpy removed(&things, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&things, &QAbstractItemModel::rowsInserted);
    things.replace({{3, 9}, {1, 0}, {2, 0}});
    CHECK(third.row() == 0);
    CHECK(removed.isEmpty());
    CHECK(inserted.isEmpty());
    CHECK(things.rowOf(3) == 0);
}

TEST_CASE("typed lines are read as a waiter means them", "[ui][orders]") {
    struct Row {
        QString typed;
        int amount;
        QString name;
        QStringList changes;
        QString price; // decimal; empty: none
    };
    const std::vector<Row> rows{
        {u"2 taco al pastor"_s, 2, u"Taco al pastor"_s, {}, {}},
        {u"taco"_s, 1, u"Taco"_s, {}, {}},
        {u"una doble con extra queso"_s, 1, u"Doble"_s, {u"CON extra queso"_s}, {}},
        {u"3x empanada, sin sal"_s, 3, u"Empanada"_s, {u"SIN sal"_s}, {}},
        {u"2 al pastor sin cebolla"_s, 2, u"Al pastor"_s, {u"SIN cebolla"_s}, {}},
        {u"dois sucos"_s, 2, u"Sucos"_s, {}, {}},
        {u"coca-cola 1,5 l"_s, 1, u"Coca-cola 1,5 l"_s, {}, {}},
        {u"2 arepa $6.000"_s, 2, u"Arepa"_s, {}, u"6000.00"_s},
        {u"1 <b>taco</b>"_s, 1, u"<b>taco</b>"_s, {}, {}},
        {u"12"_s, 1, u"12"_s, {}, {}},
    };
    const Currency pesos{u"COP"_s, 2};
    const QLocale locale(QLocale::Spanish, QLocale::Colombia);
    for (const Row& row : rows) {
        INFO(row.typed.toStdString());
        const auto line = lineFromTyping(row.typed, pesos, locale);
        REQUIRE(line);
        CHECK(line->quantity == row.amount);
        CHECK(line->name == row.name);
        CHECK(line->modifiers == row.changes);
        CHECK((line->unitPrice ? line->unitPrice->toDecimal() : QString()) == row.price);
    }
    CHECK_FALSE(lineFromTyping(u"  \n "_s, pesos, locale));
}

TEST_CASE("words of a chat become lines and nothing is lost", "[ui][orders]") {
    const auto names = [](const QString& words) {
        QStringList result;
        for (const OrderLine& line : linesFromChat(words, Currency{u"COP"_s, 2}, QLocale::c())) {
            result << u"%1 %2"_s.arg(line.quantity).arg(line.name);
        }
        return result;
    };
    CHECK(names(u"2 al pastor sin cebolla y una coca"_s)
          == QStringList{u"2 Al pastor"_s, u"1 Coca"_s});
    CHECK(names(u"1 taco, 2 limonadas\n3 empanadas"_s)
          == QStringList{u"1 Taco"_s, u"2 Limonadas"_s, u"3 Empanadas"_s});
    CHECK(names(u"papas y salsa"_s) == QStringList{u"1 Papas y salsa"_s});
    CHECK(names(QString(100'000, u'x')).size() == 1);
}

TEST_CASE("an order's age tells how urgent it is in words", "[ui][models]") {
    const Shop shop = test::sampleShop();
    const Time now = test::evening();
    Order order;
    order.state = OrderState::New;
    order.createdAt = order.stateSince = now;
    const auto level = [&](int seconds) {
        return orderAge(order, shop, now + std::chrono::seconds(seconds)).level;
    };
    CHECK(level(59) == AgeLevel::Fresh);
    CHECK(level(60) == AgeLevel::Due);
    CHECK(level(90) == AgeLevel::Late);
    CHECK(orderAge(order, shop, now + std::chrono::seconds(42)).words == u"0:42"_s);
    order.state = OrderState::Accepted;
    order.acceptedAt = now;
    order.promisedAt = now + std::chrono::minutes(20);
    CHECK(level(15 * 60) == AgeLevel::Calm);
    CHECK(level(16 * 60) == AgeLevel::Due);
    CHECK(level(20 * 60) == AgeLevel::Late);
    order.promisedAt.reset();
    CHECK(level(4 * 60) == AgeLevel::Calm);
    CHECK(level(5 * 60) == AgeLevel::Due);
    CHECK(level(10 * 60) == AgeLevel::Late);
}

TEST_CASE("an outage is told by its widest cause", "[ui][shell]") {
    const WallTime wall(test::sampleShop());
    const Time now = test::evening();
    CHECK(outageNotice(test::sampleLights(false, now), wall).sentence.isEmpty());
    const OutageNotice meta = outageNotice(test::sampleLights(true, now), wall);
    CHECK(meta.sentence.contains(u"Meta"_s));
    CHECK(meta.sentence.contains(u"19:30"_s));
    CHECK(meta.works.contains(u"Telegram"_s));
    auto one = test::sampleLights(false, now);
    one.front().lamp = Lamp::Down;
    one.front().since = now;
    CHECK(outageNotice(one, wall).sentence.contains(one.front().name));
    CHECK_FALSE(outageNotice(one, wall).sentence.contains(u"Meta"_s));
}
