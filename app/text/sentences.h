// One sentence per id: what stopped, and what to do. Grouped by what they speak of.
#pragma once

#include <QtGlobal>

#include <array>

namespace comanda::text {

struct Sentence {
    const char* id;
    const char* text; // {name} is filled from the error's parameters
};

inline constexpr std::array kSentences{
    // money, shop
    Sentence{"money.unknown_currency",
             QT_TRANSLATE_NOOP("words", "The currency {code} is not known.")},
    Sentence{"money.not_a_number", QT_TRANSLATE_NOOP("words", "That is not an amount.")},
    Sentence{"money.overflow", QT_TRANSLATE_NOOP("words", "That amount is too large.")},
    Sentence{"money.mixed_currencies",
             QT_TRANSLATE_NOOP("words", "One order cannot mix currencies.")},
    Sentence{
        "shop.timezone",
        QT_TRANSLATE_NOOP("words", "That time zone is not known. Write it like America/Bogota.")},
    Sentence{
        "shop.day_ends",
        QT_TRANSLATE_NOOP("words", "The day must end between midnight and the next midnight.")},
    // orders
    Sentence{"order.not_from_here",
             QT_TRANSLATE_NOOP("words", "The order is not in a state that allows this.")},
    Sentence{"order.no_step_back", QT_TRANSLATE_NOOP("words", "There is no step to take back.")},
    Sentence{"order.undo_too_late",
             QT_TRANSLATE_NOOP("words", "Too late to undo. Use the step back on the card.")},
    Sentence{"order.nothing_to_undo", QT_TRANSLATE_NOOP("words", "There is nothing to undo.")},
    Sentence{"order.no_such_line", QT_TRANSLATE_NOOP("words", "That line is not there any more.")},
    Sentence{"order.empty", QT_TRANSLATE_NOOP("words", "The order has no lines yet.")},
    Sentence{
        "order.changed_meanwhile",
        QT_TRANSLATE_NOOP("words", "Somebody else changed this order. It is shown as it is now.")},
    // store
    Sentence{"store.locked",
             QT_TRANSLATE_NOOP(
                 "words",
                 "{holder} already has the store open (process {pid} on {host}). Close it first.")},
    Sentence{"store.cannot_open",
             QT_TRANSLATE_NOOP("words",
                               "The store cannot be opened. Check the folder and the free space.")},
    Sentence{
        "store.newer_schema",
        QT_TRANSLATE_NOOP(
            "words", "The store was written by a newer version of Comanda. Install that version.")},
    Sentence{"store.migration_failed",
             QT_TRANSLATE_NOOP("words", "The store could not be brought up to date; nothing was "
                                        "changed. A copy from before is beside it.")},
    Sentence{"store.corrupt",
             QT_TRANSLATE_NOOP("words", "The store is damaged. Restore the newest backup.")},
    Sentence{"store.commit_failed",
             QT_TRANSLATE_NOOP("words", "It could not be written to the disk. The platforms keep "
                                        "the messages meanwhile. Check the free space.")},
    Sentence{"store.read_only", QT_TRANSLATE_NOOP("words", "The store is open for reading only.")},
    Sentence{"store.busy",
             QT_TRANSLATE_NOOP("words", "Another program holds the store. Close it.")},
    Sentence{
        "store.connection_lost",
        QT_TRANSLATE_NOOP(
            "words", "The database server does not answer. Comanda connects again by itself.")},
    Sentence{"store.statement", QT_TRANSLATE_NOOP("words", "The store refused a change.")},
    Sentence{"store.disk_full",
             QT_TRANSLATE_NOOP(
                 "words", "The disk is full. Free some space now; orders may stop coming in.")},
    Sentence{"store.closed", QT_TRANSLATE_NOOP("words", "Comanda is closing.")},
    Sentence{
        "store.sqlite_wal_reset",
        QT_TRANSLATE_NOOP(
            "words", "This SQLite is older than 3.51.3; Comanda works around its known defect.")},
    Sentence{"lease.held", QT_TRANSLATE_NOOP("words", "{holder} runs the channels at the moment.")},
    Sentence{"lease.lost",
             QT_TRANSLATE_NOOP("words", "Another machine has taken over the channels.")},
    Sentence{"media.cannot_keep",
             QT_TRANSLATE_NOOP("words", "The file could not be kept. Check the free space.")},
    Sentence{"media.too_large", QT_TRANSLATE_NOOP("words", "The file is too large.")},
    // secrets
    Sentence{"vault.wrong_passphrase",
             QT_TRANSLATE_NOOP("words", "That passphrase or code does not open the keys.")},
    Sentence{"vault.unreadable",
             QT_TRANSLATE_NOOP("words", "The kept keys cannot be read. Use the recovery code.")},
    Sentence{
        "vault.file_open",
        QT_TRANSLATE_NOOP(
            "words", "Others can read the key file {file}. Make it readable for its owner only.")},
    Sentence{"vault.file_exists", QT_TRANSLATE_NOOP("words", "There is a key file already.")},
    Sentence{"vault.no_key_file", QT_TRANSLATE_NOOP("words", "The key file is missing.")},
    Sentence{"vault.cannot_write", QT_TRANSLATE_NOOP("words", "The key file cannot be written.")},
    Sentence{"keychain.no_entry",
             QT_TRANSLATE_NOOP("words", "The keychain has no entry of Comanda.")},
    Sentence{"keychain.unavailable",
             QT_TRANSLATE_NOOP(
                 "words",
                 "This machine has no keychain that answers. Choose a passphrase or a key file.")},
    Sentence{
        "security.wrong_key_or_changed",
        QT_TRANSLATE_NOOP("words", "It cannot be opened: another key, or somebody changed it.")},
    // configuration
    Sentence{"config.unreadable", QT_TRANSLATE_NOOP("words", "The settings file cannot be read.")},
    Sentence{"config.unknown_key",
             QT_TRANSLATE_NOOP("words", "The settings file has an unknown entry: {key}.")},
    Sentence{"config.secret_as_value",
             QT_TRANSLATE_NOOP("words", "{key} holds a secret as plain text. Name a file, a "
                                        "variable or a keychain entry instead.")},
    Sentence{"config.bad_value",
             QT_TRANSLATE_NOOP("words", "{key} in the settings file cannot be used.")},
    Sentence{
        "config.no_secret",
        QT_TRANSLATE_NOOP("words", "The secret for {key} was not found where the settings say.")},
    // network, channels
    Sentence{"net.cannot_listen",
             QT_TRANSLATE_NOOP(
                 "words", "The address {address} cannot be used. Another program may have it.")},
    Sentence{"net.certificate",
             QT_TRANSLATE_NOOP("words", "The certificate or its key cannot be used.")},
    Sentence{"channel.down", QT_TRANSLATE_NOOP("words", "{platform} is down")},
    Sentence{"channel.not_ready", QT_TRANSLATE_NOOP("words", "{platform} is not connected")},
    Sentence{"outbox.expired",
             QT_TRANSLATE_NOOP(
                 "words", "It waited too long and was not sent. Decide whether it still matters.")},
    Sentence{"outbox.window_closed",
             QT_TRANSLATE_NOOP("words", "The time to answer on this channel is over. The customer "
                                        "must write again, or call them.")},
    Sentence{"outbox.reason_gone", QT_TRANSLATE_NOOP("words", "Not sent: the order has moved on.")},
    Sentence{
        "telegram.other_program",
        QT_TRANSLATE_NOOP(
            "words", "Another program uses this bot. Stop it, or make a new key with @BotFather.")},
    Sentence{
        "telegram.webhook_set",
        QT_TRANSLATE_NOOP(
            "words",
            "The bot delivers to a web address. Remove that setting before Comanda can read it.")},
    Sentence{"channel.no_answer",
             QT_TRANSLATE_NOOP("words", "It does not answer. Check the line and try again.")},
    Sentence{"channel.not_built_in",
             QT_TRANSLATE_NOOP("words", "This platform is not part of this program.")},
    Sentence{"channel.none", QT_TRANSLATE_NOOP("words", "No such channel is set up.")},
    Sentence{"replay.cannot_read", QT_TRANSLATE_NOOP("words", "The file {file} cannot be read.")},
    Sentence{"replay.too_large",
             QT_TRANSLATE_NOOP("words", "The file {file} is too large to be one delivery.")},
    // mailbox
    Sentence{"mailbox.unreachable",
             QT_TRANSLATE_NOOP("words", "The mailbox that receives its messages does not answer. "
                                        "Messages may be waiting there.")},
    Sentence{"mailbox.full",
             QT_TRANSLATE_NOOP("words", "The mailbox is full. Collect its messages.")},
    Sentence{"mailbox.cannot_seal",
             QT_TRANSLATE_NOOP("words",
                               "The mailbox cannot seal messages: check the hub's public key.")},
    Sentence{"mailbox.public_without_tls",
             QT_TRANSLATE_NOOP("words", "Without a certificate the mailbox only listens on this "
                                        "machine. Name a certificate, or use 127.0.0.1.")},
    Sentence{"mailbox.no_hub_key",
             QT_TRANSLATE_NOOP("words", "The mailbox needs the hub's public key.")},
    Sentence{"mailbox.no_token",
             QT_TRANSLATE_NOOP("words", "The mailbox needs a key for its hub.")},
    // reading
    Sentence{"json.too_deep",
             QT_TRANSLATE_NOOP("words", "What arrived is nested too deeply to be read.")},
    Sentence{"json.not_json", QT_TRANSLATE_NOOP("words", "What arrived cannot be read.")},
    Sentence{"json.not_an_object", QT_TRANSLATE_NOOP("words", "What arrived cannot be read.")},
};

} // namespace comanda::text
