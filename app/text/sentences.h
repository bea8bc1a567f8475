// One sentence per id of the shop's own side: what stopped, and what to do. Grouped by what they
// speak of; those of the platforms are in channel_sentences.h.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

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
    Sentence{"shop.bad_value",
             QT_TRANSLATE_NOOP("words", "The shop's {key} has a value that cannot be.")},
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
    Sentence{"order.unreadable_event",
             QT_TRANSLATE_NOOP(
                 "words", "A step of this order cannot be read. The rest of the order is shown.")},
    // customers
    Sentence{"customer.unknown",
             QT_TRANSLATE_NOOP("words", "That customer is not there any more.")},
    Sentence{"customer.joined_already",
             QT_TRANSLATE_NOOP("words", "Both are already the same person.")},
    Sentence{"customer.apart_already",
             QT_TRANSLATE_NOOP("words", "This one already stands alone.")},
    Sentence{"customer.changed_meanwhile",
             QT_TRANSLATE_NOOP("words", "Somebody else changed this customer. What you wrote is "
                                        "still here: compare and save again.")},
    // the store
    Sentence{"store.locked",
             QT_TRANSLATE_NOOP(
                 "words",
                 "{holder} already has the store open (process {pid} on {host}). Close it first.")},
    Sentence{"store.cannot_open",
             QT_TRANSLATE_NOOP("words",
                               "The store cannot be opened. Check the folder and the free space.")},
    Sentence{"store.none",
             QT_TRANSLATE_NOOP("words", "There is no store yet at {path}. Open Comanda once, or "
                                        "name the folder with --data.")},
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
    Sentence{"store.refused", QT_TRANSLATE_NOOP("words", "The store refused a value.")},
    Sentence{"store.disk_full",
             QT_TRANSLATE_NOOP(
                 "words", "The disk is full. Free some space now; orders may stop coming in.")},
    Sentence{"store.lost",
             QT_TRANSLATE_NOOP(
                 "words", "The store's file {file} was removed or replaced while Comanda ran. "
                          "Nothing more is written; the platforms keep the messages meanwhile. "
                          "Put the file back, or close Comanda and restore a backup.")},
    Sentence{"store.closed", QT_TRANSLATE_NOOP("words", "Comanda is closing.")},
    Sentence{
        "store.sqlite_wal_reset",
        QT_TRANSLATE_NOOP(
            "words", "This SQLite is older than 3.51.3; Comanda works around its known defect.")},
    Sentence{"store.bad_address",
             QT_TRANSLATE_NOOP("words", "The address of the database server is not written "
                                        "correctly. It begins with postgresql://.")},
    Sentence{"store.commit_not_durable",
             QT_TRANSLATE_NOOP("words", "The database server may lose the last orders in a power "
                                        "cut. Switch on fsync and synchronous_commit there.")},
    Sentence{
        "store.postgres_too_old",
        QT_TRANSLATE_NOOP(
            "words", "This PostgreSQL is older than Comanda is tested with. Install a newer one.")},
    Sentence{"store.older_schema",
             QT_TRANSLATE_NOOP("words", "The store comes from an older version. Start Comanda "
                                        "once, which brings it up to date.")},
    Sentence{"store.job_threw",
             QT_TRANSLATE_NOOP("words", "That could not be done; nothing was changed. Try again, "
                                        "and if it happens again, keep the log.")},
    Sentence{"store.no_channel",
             QT_TRANSLATE_NOOP("words", "That channel is not set up any more.")},
    Sentence{"store.no_conversation",
             QT_TRANSLATE_NOOP("words", "That chat is not there any more.")},
    Sentence{"store.no_message", QT_TRANSLATE_NOOP("words", "That message is not there any more.")},
    Sentence{"store.no_order", QT_TRANSLATE_NOOP("words", "That order is not there any more.")},
    Sentence{"store.no_delivery", QT_TRANSLATE_NOOP("words", "That was already put aside.")},
    Sentence{"lease.held", QT_TRANSLATE_NOOP("words", "{holder} runs the channels at the moment.")},
    Sentence{"lease.lost",
             QT_TRANSLATE_NOOP("words", "Another machine has taken over the channels.")},
    // files
    Sentence{"media.cannot_keep",
             QT_TRANSLATE_NOOP("words", "The file could not be kept. Check the free space.")},
    Sentence{"media.too_large", QT_TRANSLATE_NOOP("words", "The file is too large.")},
    Sentence{"media.cannot_read",
             QT_TRANSLATE_NOOP("words", "The file {file} cannot be read. Choose it again.")},
    Sentence{"media.cannot_open",
             QT_TRANSLATE_NOOP(
                 "words",
                 "No program of this machine opens this file. Save it and look at it elsewhere.")},
    Sentence{"media.damaged",
             QT_TRANSLATE_NOOP("words",
                               "The file arrived damaged. Comanda fetches it again by itself.")},
    Sentence{
        "media.empty",
        QT_TRANSLATE_NOOP("words", "The file arrived empty. Comanda fetches it again by itself.")},
    Sentence{
        "media.file_missing",
        QT_TRANSLATE_NOOP("words", "The file to send is not there any more. Attach it again.")},
    Sentence{"media.gone",
             QT_TRANSLATE_NOOP("words",
                               "The file is no longer there. Ask the customer to send it again.")},
    Sentence{
        "media.host_refused",
        QT_TRANSLATE_NOOP(
            "words",
            "The file comes from an unknown place and was not fetched. Look at it on the phone.")},
    Sentence{"media.not_here", QT_TRANSLATE_NOOP("words", "The file is not on this machine yet.")},
    Sentence{"media.not_now",
             QT_TRANSLATE_NOOP(
                 "words", "The file could not be fetched now. Comanda tries again by itself.")},
    // keys
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
    Sentence{"vault.scrypt_failed",
             QT_TRANSLATE_NOOP("words", "This machine has too little free memory to open the keys. "
                                        "Close other programs and try again.")},
    Sentence{"secrets.key_exists",
             QT_TRANSLATE_NOOP("words", "The keys of this shop are already kept under a key.")},
    Sentence{"secrets.code_not_kept",
             QT_TRANSLATE_NOOP("words", "The recovery code cannot be written to {file}; no keys "
                                        "were made. Make room or rights there and start again.")},
    Sentence{"secrets.no_key",
             QT_TRANSLATE_NOOP(
                 "words", "The keys of this shop have no place yet. Choose where they are kept.")},
    Sentence{"secrets.not_enrolled",
             QT_TRANSLATE_NOOP(
                 "words",
                 "This machine does not know the shop's keys yet. Enter the recovery code once.")},
    Sentence{"secrets.passphrase_needed",
             QT_TRANSLATE_NOOP("words", "The channels' keys are locked. Enter the passphrase.")},
    Sentence{"keychain.no_entry",
             QT_TRANSLATE_NOOP("words", "The keychain has no entry of Comanda.")},
    Sentence{"keychain.unavailable",
             QT_TRANSLATE_NOOP(
                 "words",
                 "This machine has no keychain that answers. Choose a passphrase or a key file.")},
    Sentence{
        "security.wrong_key_or_changed",
        QT_TRANSLATE_NOOP("words", "It cannot be opened: another key, or somebody changed it.")},
    Sentence{
        "security.bad_private_key",
        QT_TRANSLATE_NOOP(
            "words", "The shop's private key is not a key. Make a new one in Settings, Mailbox.")},
    Sentence{"security.bad_public_key",
             QT_TRANSLATE_NOOP("words", "That public key is not a key. Copy it once more.")},
    // configuration, command lines
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
    Sentence{"config.missing_key", QT_TRANSLATE_NOOP("words", "The settings file lacks {key}.")},
    Sentence{"ctl.usage",
             QT_TRANSLATE_NOOP("words",
                               "The command was not understood. --help shows how it is written.")},
    Sentence{"desktop.usage",
             QT_TRANSLATE_NOOP("words",
                               "The command was not understood. --help shows how it is written.")},
    // what arrived
    Sentence{"json.too_deep",
             QT_TRANSLATE_NOOP("words", "What arrived is nested too deeply to be read.")},
    Sentence{"json.not_json", QT_TRANSLATE_NOOP("words", "What arrived cannot be read.")},
    Sentence{"json.not_an_object", QT_TRANSLATE_NOOP("words", "What arrived cannot be read.")},
    Sentence{
        "intake.unreadable",
        QT_TRANSLATE_NOOP(
            "words", "Something arrived that Comanda cannot read. It is kept. Look on the phone.")},
    Sentence{"intake.no_event_key",
             QT_TRANSLATE_NOOP(
                 "words",
                 "Something arrived without a number of its own. It is kept. Look on the phone.")},
    Sentence{
        "intake.no_conversation",
        QT_TRANSLATE_NOOP(
            "words", "A message arrived that names no customer. It is kept. Look on the phone.")},
    Sentence{"intake.no_status",
             QT_TRANSLATE_NOOP("words",
                               "A receipt arrived that does not say what happened. It is kept.")},
    Sentence{
        "intake.no_target",
        QT_TRANSLATE_NOOP(
            "words", "Something arrived that does not say which message it is about. It is kept.")},
    Sentence{"replay.cannot_read", QT_TRANSLATE_NOOP("words", "The file {file} cannot be read.")},
    Sentence{"replay.too_large",
             QT_TRANSLATE_NOOP("words", "The file {file} is too large to be one delivery.")},
    // the mailbox
    Sentence{"mailbox.unreachable",
             QT_TRANSLATE_NOOP("words", "The mailbox that receives its messages does not answer. "
                                        "Messages may be waiting there.")},
    Sentence{"mailbox.full",
             QT_TRANSLATE_NOOP("words", "The mailbox is full. Collect its messages.")},
    Sentence{"mailbox.cannot_write",
             QT_TRANSLATE_NOOP("words", "The mailbox cannot keep new messages; the platforms hold "
                                        "them for now. Free some space on its machine.")},
    Sentence{"mailbox.cannot_seal",
             QT_TRANSLATE_NOOP("words",
                               "The mailbox cannot seal messages: check the hub's public key.")},
    Sentence{"net.public_without_tls",
             QT_TRANSLATE_NOOP("words", "Without a certificate only this machine can be listened "
                                        "to. Name a certificate, or use 127.0.0.1.")},
    Sentence{"mailbox.no_hub_key",
             QT_TRANSLATE_NOOP("words", "The mailbox needs the hub's public key.")},
    Sentence{"mailbox.no_token",
             QT_TRANSLATE_NOOP("words", "The mailbox needs a key for its hub.")},
    Sentence{
        "mailbox.refused_token",
        QT_TRANSLATE_NOOP(
            "words",
            "The mailbox does not accept the key. Type the present one in Settings, Mailbox.")},
    Sentence{
        "mailbox.other_hub",
        QT_TRANSLATE_NOOP(
            "words",
            "The mailbox belongs to another machine. Only one machine may collect its messages.")},
    Sentence{"mailbox.cannot_open",
             QT_TRANSLATE_NOOP("words",
                               "The mailbox seals messages for another key. Give it the key shown "
                               "in Settings, Mailbox; the messages stay there meanwhile.")},
    Sentence{
        "mailbox.unreadable",
        QT_TRANSLATE_NOOP(
            "words",
            "The mailbox answers something that cannot be read. Check its address in Settings.")},
    Sentence{"mailbox.not_configured",
             QT_TRANSLATE_NOOP("words", "The settings have no mailbox yet.")},
    Sentence{"mailbox.bad_cursor",
             QT_TRANSLATE_NOOP("words", "The mailbox was asked for messages it never had.")},
    Sentence{"mailbox.bad_request",
             QT_TRANSLATE_NOOP("words", "The mailbox does not understand the question.")},
    Sentence{"mailbox.wrong_method",
             QT_TRANSLATE_NOOP("words", "The mailbox is not asked in this way.")},
    Sentence{"mailbox.not_found",
             QT_TRANSLATE_NOOP("words", "The mailbox has nothing at this address.")},
    Sentence{"mailbox.too_long", QT_TRANSLATE_NOOP("words", "That is too long for the mailbox.")},
    Sentence{"mailbox.unauthorised",
             QT_TRANSLATE_NOOP("words", "The mailbox opens only with its key.")},
    Sentence{"mailbox.no_app_id",
             QT_TRANSLATE_NOOP("words", "The mailbox's settings lack the number of the Meta app.")},
    Sentence{"mailbox.no_secret",
             QT_TRANSLATE_NOOP("words", "The mailbox's settings lack the secret of the Meta app.")},
    Sentence{
        "mailbox.which_route",
        QT_TRANSLATE_NOOP("words", "The mailbox serves several Meta apps. Say for which path.")},
    Sentence{"mailbox.graph_unreachable",
             QT_TRANSLATE_NOOP("words", "The mailbox cannot reach Meta. Try again later.")},
    Sentence{
        "mailbox.graph_unreadable",
        QT_TRANSLATE_NOOP(
            "words", "Meta answered the mailbox something that cannot be read. Try again later.")},
    Sentence{
        "mailbox.graph_refused",
        QT_TRANSLATE_NOOP(
            "words", "Meta refused what the mailbox asked. Check the app's secret and the key.")},
};

} // namespace comanda::text
