// The settings of the programs that are killed, as somebody would write them by hand.
#pragma once

#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"

namespace comanda::test {

// How WhatsApp's webhooks reach the hub.
enum class Way { OwnAddress, Mailbox };

struct KillSetup {
    QString hubFolder;
    QString mailboxFolder; // unused without a mailbox
    quint16 port = 0;      // where webhooks go, whoever takes them
    QByteArray hubToken;   // of the mailbox

    [[nodiscard]] QUrl hook() const;
    [[nodiscard]] QUrl mailboxUrl() const;
};

// Writes config.json and the secrets' files into the folders. False: a file could not be written.
[[nodiscard]] bool writeSettings(Way way, const KillSetup& setup,
                                 const practice::TelegramSimulator& telegram,
                                 const practice::WhatsAppSimulator& whatsapp);

} // namespace comanda::test
