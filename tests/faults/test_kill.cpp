// SIGKILL at random moments under load. COMANDA_KILLS sets how many (tests/full.sh: 200).
#include "tests/faults/kill_run.h"
#include "tests/support/catch.h"

using namespace comanda::test;

TEST_CASE("Killing the hub loses nothing, doubles nothing and leaves no half order",
          "[faults][kill]") {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("COMANDA_KILLS", &given);
    const int kills = given ? asked : 20;
    const auto seed = static_cast<quint32>(qEnvironmentVariableIntValue("COMANDA_SEED"));
    KillRun run(seed == 0 ? 20211004 : seed);
    const bool settled = run.run(kills);
    INFO(run.trouble().toStdString());
    REQUIRE(settled);
    const KillAccount account = run.account();
    INFO(run.trouble().toStdString());
    WARN(account.kills << " kills, " << account.acknowledged << " acknowledged messages, "
                       << account.ordersAsked << " acknowledged carts");
    CHECK(account.acknowledged >= kills);
    CHECK(account.lost == 0);
    CHECK(account.doubled == 0);
    CHECK(account.ordersMissing == 0);
    CHECK(account.halfOrders == 0);
}
