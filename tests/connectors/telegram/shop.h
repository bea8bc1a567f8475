// A shop whose bot speaks with the simulated Bot API, and its customer Ana.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "tests/connectors/telegram/harness.h"

namespace comanda::test {

inline practice::TelegramOptions quickTelegram() {
    practice::TelegramOptions options;
    options.second = std::chrono::milliseconds(50);
    options.seed = 7;
    return options;
}

struct TelegramShop {
    practice::TelegramSimulator platform{quickTelegram()};
    qint64 ana = platform.addCustomer({0, QStringLiteral("Ana"), QStringLiteral("P"),
                                       QStringLiteral("anap"), QStringLiteral("es")});
    TelegramHarness harness{platform.baseUrl(), platform.token()};

    bool hears(const QString& text) {
        return waitUntil([&] { return harness.count(text) == 1; });
    }
};

} // namespace comanda::test
