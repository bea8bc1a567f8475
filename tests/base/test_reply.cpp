#include "core/base/reply.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QThread>

using namespace comanda;
using namespace comanda::test;

TEST_CASE("An answer from another thread arrives once, in the receiver's thread", "[base][reply]") {
    QObject receiver;
    int calls = 0;
    QThread* where = nullptr;
    auto deliver = replyTo<int>(&receiver, [&](int value) {
        calls += value;
        where = QThread::currentThread();
    });
    const std::unique_ptr<QThread> worker(QThread::create([deliver] { deliver(1); }));
    worker->start();
    worker->wait();
    CHECK(calls == 0); // never from inside the other thread
    REQUIRE(waitUntil([&] { return calls > 0; }));
    QCoreApplication::processEvents();
    CHECK(calls == 1);
    CHECK(where == QThread::currentThread());
}

TEST_CASE("A receiver that is gone is not called", "[base][reply]") {
    int calls = 0;
    for (int i = 0; i < 200; ++i) {
        auto receiver = std::make_unique<QObject>();
        auto deliver = replyTo<int>(receiver.get(), [&](int) { ++calls; });
        const std::unique_ptr<QThread> worker(QThread::create([deliver] { deliver(1); }));
        worker->start();
        receiver.reset();
        worker->wait();
    }
    QCoreApplication::processEvents();
    CHECK(calls == 0);
}
