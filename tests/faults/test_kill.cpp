// SIGKILL at random moments under load. COMANDA_KILLS sets how many (tests/full.sh: 200).
#include "tests/faults/kill_run.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::test;

namespace {

int kills() {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("COMANDA_KILLS", &given);
    return given ? asked : 20;
}

quint32 seed() {
    const auto given = static_cast<quint32>(qEnvironmentVariableIntValue("COMANDA_SEED"));
    return given == 0 ? 20211004 : given;
}

void checkKills(Way way) {
    KillRun run(way, seed());
    const bool settled = run.run(kills());
    INFO(run.trouble().toStdString());
    REQUIRE(settled);
    const Result<KillAccount> account = run.account();
    INFO((account ? QString() : account.error().id + account.error().detail).toStdString());
    REQUIRE(account);
    WARN(run.hubKills() << " kills of the hub, " << run.mailboxKills() << " of the mailbox, "
                        << account->acknowledged << " acknowledged messages, "
                        << account->ordersAsked << " acknowledged carts");
    CHECK(run.hubKills() + run.mailboxKills() == kills());
    CHECK(account->acknowledged >= kills());
    CHECK(account->lost == 0);
    CHECK(account->doubled == 0);
    CHECK(account->ordersMissing == 0);
    CHECK(account->halfOrders == 0);
    CHECK(account->unread == 0);
}

} // namespace

TEST_CASE("Killing the hub loses nothing, doubles nothing and leaves no half order",
          "[faults][kill]") {
    checkKills(Way::OwnAddress);
}

TEST_CASE("Killing the hub or its mailbox loses nothing, doubles nothing and leaves no half order",
          "[faults][kill][mailbox]") {
    checkKills(Way::Mailbox);
}
