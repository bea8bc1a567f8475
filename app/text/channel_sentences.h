// One sentence per id that speaks of a channel or its platform: what stopped, and what to do. They
// stand alone in a message and follow "WhatsApp is down." in a light's words.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

inline constexpr std::array kChannelSentences{
    // the network
    Sentence{"net.cannot_listen",
             QT_TRANSLATE_NOOP(
                 "words", "The address {address} cannot be used. Another program may have it.")},
    Sentence{"net.certificate",
             QT_TRANSLATE_NOOP("words", "The certificate or its key cannot be used.")},
    Sentence{"net.certificate_file",
             QT_TRANSLATE_NOOP("words", "The file {file} of the certificate cannot be read. Check "
                                        "its name and who may read it.")},
    Sentence{
        "net.dns",
        QT_TRANSLATE_NOOP("words", "Its server cannot be found. Check the internet of the shop.")},
    Sentence{"net.refused",
             QT_TRANSLATE_NOOP(
                 "words", "Its server refuses the connection. Comanda tries again by itself.")},
    Sentence{"net.timeout",
             QT_TRANSLATE_NOOP(
                 "words", "Its server does not answer in time. Comanda tries again by itself.")},
    Sentence{
        "net.tls",
        QT_TRANSLATE_NOOP(
            "words",
            "The connection is not secure, so it was not used. Check the clock of this machine.")},
    Sentence{"net.http_5xx",
             QT_TRANSLATE_NOOP("words", "Its server has a fault. Comanda tries again by itself.")},
    Sentence{
        "net.throttled",
        QT_TRANSLATE_NOOP("words", "It asks us to slow down. Comanda waits as long as it says.")},
    Sentence{"net.auth",
             QT_TRANSLATE_NOOP("words", "It wants a new key. The owner renews it in Settings.")},
    Sentence{
        "net.protocol",
        QT_TRANSLATE_NOOP("words", "Its server answers nonsense. Comanda tries again by itself.")},
    Sentence{"net.silent",
             QT_TRANSLATE_NOOP("words", "It is connected but silent. It may be deaf.")},
    // channels
    Sentence{"channel.no_answer",
             QT_TRANSLATE_NOOP("words", "It does not answer. Check the line and try again.")},
    Sentence{"channel.not_built_in",
             QT_TRANSLATE_NOOP("words", "This platform is not part of this program.")},
    Sentence{"channel.none", QT_TRANSLATE_NOOP("words", "No such channel is set up.")},
    Sentence{"channel.down",
             QT_TRANSLATE_NOOP("words", "What you write is kept and goes out later.")},
    Sentence{"channel.receiving_doubtful",
             QT_TRANSLATE_NOOP("words", "Messages may arrive late. What arrived is safe.")},
    Sentence{
        "channel.sending_doubtful",
        QT_TRANSLATE_NOOP("words", "Answers may leave late. If it is urgent, answer another way.")},
    Sentence{
        "channel.sign_in",
        QT_TRANSLATE_NOOP(
            "words", "Its permission has expired. The owner renews it in Settings, 3 minutes.")},
    Sentence{"channel.off", QT_TRANSLATE_NOOP("words", "It is switched off in Settings.")},
    Sentence{
        "channel.not_running",
        QT_TRANSLATE_NOOP(
            "words", "It does not run here at the moment. Another machine may run the channels.")},
    Sentence{"channel.starting", QT_TRANSLATE_NOOP("words", "It is starting.")},
    Sentence{"channel.stopped",
             QT_TRANSLATE_NOOP("words", "Comanda was closing. It goes on at the next start.")},
    Sentence{"channel.crashed",
             QT_TRANSLATE_NOOP("words", "The channel stopped by itself and is started again.")},
    Sentence{"channel.hung",
             QT_TRANSLATE_NOOP("words", "The channel does not react and is started again.")},
    Sentence{"channel.not_pushed",
             QT_TRANSLATE_NOOP(
                 "words", "This platform is asked by Comanda; it does not deliver by itself.")},
    Sentence{"channel.unknown_platform",
             QT_TRANSLATE_NOOP("words", "This platform is not part of this program.")},
    Sentence{"channel.not_ready",
             QT_TRANSLATE_NOOP("words", "It is not connected. The owner connects it in Settings.")},
    // what is sent
    Sentence{"outbox.expired",
             QT_TRANSLATE_NOOP(
                 "words", "It waited too long and was not sent. Decide whether it still matters.")},
    Sentence{"outbox.window_closed",
             QT_TRANSLATE_NOOP("words", "The time to answer on this channel is over. The customer "
                                        "must write again, or call them.")},
    Sentence{"outbox.reason_gone", QT_TRANSLATE_NOOP("words", "Not sent: the order has moved on.")},
    Sentence{"outbox.blocked",
             QT_TRANSLATE_NOOP("words", "This customer has blocked us. Call instead.")},
    Sentence{"outbox.no_right",
             QT_TRANSLATE_NOOP("words",
                               "The shop's own account does not let us answer here. Its owner can "
                               "allow it in the account's settings, or answer on the phone.")},
    Sentence{"outbox.never_started",
             QT_TRANSLATE_NOOP("words", "On this channel the customer has to write first.")},
    Sentence{"outbox.empty",
             QT_TRANSLATE_NOOP("words",
                               "There is nothing to send yet. Write something or attach a file.")},
    Sentence{
        "outbox.no_target",
        QT_TRANSLATE_NOOP(
            "words", "That message cannot be changed: it has not left yet, or it is not ours.")},
    Sentence{"outbox.state_changed",
             QT_TRANSLATE_NOOP(
                 "words",
                 "Meanwhile something else happened to this answer. It is shown as it is now.")},
    Sentence{"outbox.channel_removed",
             QT_TRANSLATE_NOOP("words", "Not sent: its channel was removed. Add the channel again, "
                                        "then send again.")},
    Sentence{"outbox.interrupted",
             QT_TRANSLATE_NOOP("words", "Comanda was interrupted while sending. It may have "
                                        "arrived: look on the phone before sending again.")},
    Sentence{
        "outbox.refused_later",
        QT_TRANSLATE_NOOP(
            "words", "The platform took it but could not deliver it. Call or answer another way.")},
    Sentence{"send.empty",
             QT_TRANSLATE_NOOP("words",
                               "There is nothing to send yet. Write something or attach a file.")},
    Sentence{"send.no_answer",
             QT_TRANSLATE_NOOP("words", "The line broke while sending. It may have arrived: look "
                                        "on the phone before sending again.")},
    // Telegram
    Sentence{
        "telegram.other_program",
        QT_TRANSLATE_NOOP(
            "words", "Another program uses this bot. Stop it, or make a new key with @BotFather.")},
    Sentence{
        "telegram.webhook_set",
        QT_TRANSLATE_NOOP(
            "words",
            "The bot delivers to a web address. Remove that setting before Comanda can read it.")},
    Sentence{"telegram.bad_token",
             QT_TRANSLATE_NOOP("words", "Telegram does not accept the bot key any more. The owner "
                                        "types the present one in Settings.")},
    Sentence{"telegram.logged_out",
             QT_TRANSLATE_NOOP("words", "The bot was moved to another server. The owner checks the "
                                        "server address in Settings.")},
    Sentence{
        "telegram.wrong_server",
        QT_TRANSLATE_NOOP(
            "words",
            "The bot lives on another server. The owner checks the server address in Settings.")},
    Sentence{"telegram.conflict",
             QT_TRANSLATE_NOOP(
                 "words",
                 "Another program uses this bot at the same time. Comanda tries again by itself.")},
    Sentence{"telegram.unreadable",
             QT_TRANSLATE_NOOP(
                 "words",
                 "Telegram answers something that cannot be read. Comanda tries again by itself.")},
    Sentence{"telegram.throttled",
             QT_TRANSLATE_NOOP("words",
                               "Telegram asks us to slow down. Comanda waits as long as it says.")},
    Sentence{"telegram.outage",
             QT_TRANSLATE_NOOP("words",
                               "Telegram's server has a fault. Comanda tries again by itself.")},
    Sentence{"telegram.no_answer",
             QT_TRANSLATE_NOOP("words", "Telegram did not answer. It may have arrived: look on the "
                                        "phone before sending again.")},
    Sentence{"telegram.partly_sent",
             QT_TRANSLATE_NOOP("words",
                               "Only a part was sent. Look on the phone and send the rest again.")},
    Sentence{"telegram.not_started",
             QT_TRANSLATE_NOOP("words", "On Telegram the customer has to write first.")},
    Sentence{"telegram.business_window",
             QT_TRANSLATE_NOOP("words", "Telegram lets the bot answer in this chat only for a day "
                                        "after the customer's last message. Answer on the phone.")},
    Sentence{"telegram.business_not_connected",
             QT_TRANSLATE_NOOP("words", "The bot may not answer in this chat any more. Connect it "
                                        "again in Telegram's business settings.")},
    Sentence{"telegram.no_right_to_answer",
             QT_TRANSLATE_NOOP("words",
                               "The shop's Telegram account does not let the bot answer. "
                               "Its owner allows it on the phone: Telegram, Settings, Chat "
                               "automation, this bot. Until then answer on the phone.")},
    Sentence{"telegram.no_right_to_delete",
             QT_TRANSLATE_NOOP("words", "The shop's Telegram account does not let the bot delete. "
                                        "Delete it on the phone, or its owner allows it there: "
                                        "Telegram, Settings, Chat automation, this bot.")},
    Sentence{"telegram.blocked",
             QT_TRANSLATE_NOOP("words", "This customer has blocked us. Call instead.")},
    Sentence{
        "telegram.deactivated",
        QT_TRANSLATE_NOOP("words", "This customer has closed the Telegram account. Call instead.")},
    Sentence{"telegram.not_in_group",
             QT_TRANSLATE_NOOP("words", "The bot is not in this group any more. Add it again.")},
    Sentence{
        "telegram.chat_not_found",
        QT_TRANSLATE_NOOP("words", "Telegram does not know this chat any more. Call instead.")},
    Sentence{
        "telegram.cannot_edit",
        QT_TRANSLATE_NOOP("words", "That message cannot be changed any more. Write a new one.")},
    Sentence{"telegram.cannot_delete",
             QT_TRANSLATE_NOOP("words", "That message cannot be deleted any more.")},
    Sentence{
        "telegram.quoted_gone",
        QT_TRANSLATE_NOOP("words", "The message you answer is gone. Send it without quoting.")},
    Sentence{"telegram.file_refused",
             QT_TRANSLATE_NOOP(
                 "words", "Telegram does not take this file. Send it as another kind of file.")},
    Sentence{"telegram.frozen",
             QT_TRANSLATE_NOOP("words", "Telegram has frozen this bot. The owner writes to "
                                        "Telegram's help; answer another way meanwhile.")},
    Sentence{
        "telegram.text_too_long",
        QT_TRANSLATE_NOOP("words", "The text is too long for Telegram. Send it in two parts.")},
    Sentence{"telegram.empty",
             QT_TRANSLATE_NOOP("words",
                               "There is nothing to send yet. Write something or attach a file.")},
    Sentence{"telegram.button_too_long",
             QT_TRANSLATE_NOOP("words", "A button is too long for Telegram. Shorten it.")},
    Sentence{"telegram.bad_address",
             QT_TRANSLATE_NOOP("words", "This chat has no Telegram address. Answer on the phone.")},
    Sentence{"telegram.no_reactions_in_business",
             QT_TRANSLATE_NOOP(
                 "words",
                 "In this kind of chat the bot cannot react with a sign. Write a word instead.")},
    Sentence{"telegram.refused",
             QT_TRANSLATE_NOOP("words",
                               "Telegram refused it. Change the message, or answer another way.")},
    // WhatsApp
    Sentence{"whatsapp.24h",
             QT_TRANSLATE_NOOP("words",
                               "WhatsApp lets shops answer only for a day after the customer's "
                               "last message. Wait for the customer to write, or call.")},
    Sentence{"whatsapp.account_locked",
             QT_TRANSLATE_NOOP("words", "WhatsApp blocked this account. Customers can write on "
                                        "another channel; the owner looks in Meta's settings.")},
    Sentence{
        "whatsapp.blocked_by_us",
        QT_TRANSLATE_NOOP(
            "words",
            "The shop has blocked this customer on WhatsApp. Unblock them on the phone first.")},
    Sentence{
        "whatsapp.undeliverable",
        QT_TRANSLATE_NOOP("words", "WhatsApp cannot deliver it to this number. Call instead.")},
    Sentence{"whatsapp.not_on_test_list",
             QT_TRANSLATE_NOOP("words", "This is a test number, and the customer is not on its "
                                        "list. Add them in Meta's settings.")},
    Sentence{"whatsapp.not_registered",
             QT_TRANSLATE_NOOP("words", "The number is not registered for this use. The owner "
                                        "registers it in Meta's settings.")},
    Sentence{"whatsapp.payment_problem",
             QT_TRANSLATE_NOOP(
                 "words",
                 "WhatsApp has no valid way to be paid. The owner adds one in Meta's settings.")},
    Sentence{"whatsapp.spam_restriction",
             QT_TRANSLATE_NOOP("words", "WhatsApp has stopped this number for a while because "
                                        "people complained. Answer another way.")},
    Sentence{"whatsapp.customer_opted_out",
             QT_TRANSLATE_NOOP("words", "This customer wants no such messages. Call instead.")},
    Sentence{"whatsapp.not_for_customer",
             QT_TRANSLATE_NOOP("words", "WhatsApp does not bring messages of this kind to this "
                                        "customer. Wait for the customer to write, or call.")},
    Sentence{"whatsapp.own_number",
             QT_TRANSLATE_NOOP("words",
                               "This is the shop's own number. Check whom the message is for.")},
    Sentence{"whatsapp.unsupported_type",
             QT_TRANSLATE_NOOP("words",
                               "WhatsApp does not take this kind of message. Send it as text.")},
    Sentence{"whatsapp.media_refused",
             QT_TRANSLATE_NOOP(
                 "words", "WhatsApp does not take this file. Send it as another kind of file.")},
    Sentence{"whatsapp.picture_too_large",
             QT_TRANSLATE_NOOP("words",
                               "The picture is too large: WhatsApp takes up to 5 MB. Send a "
                               "smaller one.")},
    Sentence{"whatsapp.video_too_large",
             QT_TRANSLATE_NOOP("words", "The video or recording is too large: WhatsApp takes up to "
                                        "16 MB. Send a shorter one.")},
    Sentence{"whatsapp.file_kind",
             QT_TRANSLATE_NOOP("words", "This kind of file cannot be sent on WhatsApp. Send a "
                                        "picture as JPEG or PNG, or a PDF.")},
    Sentence{
        "whatsapp.pair_limit",
        QT_TRANSLATE_NOOP(
            "words",
            "Too many messages to this customer at once. Comanda sends the next one shortly.")},
    Sentence{
        "whatsapp.maintenance",
        QT_TRANSLATE_NOOP(
            "words",
            "WhatsApp is changing something on this number. Comanda tries again in some minutes.")},
    Sentence{
        "whatsapp.needs_number",
        QT_TRANSLATE_NOOP("words", "For this WhatsApp needs the customer's number. Ask for it.")},
    Sentence{
        "whatsapp.identity_changed",
        QT_TRANSLATE_NOOP(
            "words",
            "The customer has a new phone. Make sure it is the same person before you write.")},
    Sentence{"whatsapp.no_recipient",
             QT_TRANSLATE_NOOP("words", "This chat has no WhatsApp number. Answer on the phone.")},
    Sentence{"whatsapp.group_read_only",
             QT_TRANSLATE_NOOP("words", "In a group Comanda only reads. Answer on the phone.")},
    Sentence{
        "whatsapp.cannot_edit",
        QT_TRANSLATE_NOOP(
            "words", "On WhatsApp a sent message cannot be changed from here. Write a new one.")},
    Sentence{
        "whatsapp.cannot_delete",
        QT_TRANSLATE_NOOP(
            "words",
            "On WhatsApp a sent message cannot be deleted from here. Delete it on the phone.")},
    Sentence{"whatsapp.no_account_id",
             QT_TRANSLATE_NOOP("words",
                               "Type the account id too: without it Comanda cannot see, nor "
                               "switch on, that Meta sends us this number's messages.")},
    Sentence{"whatsapp.not_subscribed",
             QT_TRANSLATE_NOOP("words", "Meta does not deliver this number's messages yet. "
                                        "Subscribe the app to the account in Meta's settings.")},
    Sentence{"whatsapp.subscription_unknown",
             QT_TRANSLATE_NOOP("words",
                               "Meta does not say whether it delivers this number's messages. "
                               "Send one to the shop and see whether it arrives.")},
    Sentence{"whatsapp.on_biz_app",
             QT_TRANSLATE_NOOP(
                 "words", "This number is also used in the phone's WhatsApp Business app. Open the "
                          "app at least every two weeks, or Meta disconnects Comanda.")},
    Sentence{
        "whatsapp.quality_low",
        QT_TRANSLATE_NOOP(
            "words",
            "Customers have complained about this number. Write only to those who wrote first.")},
    Sentence{"whatsapp.sending_limited",
             QT_TRANSLATE_NOOP("words", "WhatsApp sends only a part of this number's messages. The "
                                        "owner looks in Meta's settings.")},
    Sentence{"whatsapp.sending_blocked",
             QT_TRANSLATE_NOOP("words", "WhatsApp sends none of this number's messages. Answer "
                                        "another way; the owner looks in Meta's settings.")},
};

} // namespace comanda::text
