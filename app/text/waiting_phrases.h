// Why an answer has not left yet, in the few words that fit after "waiting: " under its bubble.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

// {platform} is its name. Ids without a phrase of their own are worded by their sentence.
inline constexpr std::array kWaitingPhrases{
    Sentence{"channel.down", QT_TRANSLATE_NOOP("words", "{platform} is down")},
    Sentence{"channel.not_ready", QT_TRANSLATE_NOOP("words", "{platform} is not connected")},
    Sentence{"channel.not_running", QT_TRANSLATE_NOOP("words", "{platform} is not running yet")},
    Sentence{"channel.stopped", QT_TRANSLATE_NOOP("words", "Comanda was closed")},
    Sentence{"channel.no_answer", QT_TRANSLATE_NOOP("words", "{platform} does not answer")},
    Sentence{"channel.sign_in", QT_TRANSLATE_NOOP("words", "{platform} needs a new key")},
    Sentence{"mailbox.unreachable", QT_TRANSLATE_NOOP("words", "the mailbox does not answer")},
    Sentence{"mailbox.unreadable",
             QT_TRANSLATE_NOOP("words", "the mailbox does not answer clearly")},
    Sentence{"mailbox.refused_token", QT_TRANSLATE_NOOP("words", "the mailbox needs a new key")},
    Sentence{"mailbox.other_hub", QT_TRANSLATE_NOOP("words", "the mailbox is another machine's")},
    Sentence{"net.dns", QT_TRANSLATE_NOOP("words", "{platform} cannot be found")},
    Sentence{"net.refused", QT_TRANSLATE_NOOP("words", "{platform} refuses the connection")},
    Sentence{"net.timeout", QT_TRANSLATE_NOOP("words", "{platform} does not answer")},
    Sentence{"net.tls", QT_TRANSLATE_NOOP("words", "{platform} is not secure now")},
    Sentence{"net.http_5xx", QT_TRANSLATE_NOOP("words", "{platform} has a fault")},
    Sentence{"net.throttled", QT_TRANSLATE_NOOP("words", "{platform} asks for a pause")},
    Sentence{"net.auth", QT_TRANSLATE_NOOP("words", "{platform} needs a new key")},
    Sentence{"net.protocol", QT_TRANSLATE_NOOP("words", "{platform} has a fault")},
    Sentence{"net.silent", QT_TRANSLATE_NOOP("words", "{platform} does not answer")},
    Sentence{"telegram.bad_token", QT_TRANSLATE_NOOP("words", "{platform} needs a new key")},
    Sentence{"telegram.logged_out", QT_TRANSLATE_NOOP("words", "the bot moved to another server")},
    Sentence{"telegram.wrong_server",
             QT_TRANSLATE_NOOP("words", "the bot lives on another server")},
    Sentence{"telegram.conflict", QT_TRANSLATE_NOOP("words", "another program uses the bot")},
    Sentence{"telegram.throttled", QT_TRANSLATE_NOOP("words", "{platform} asks for a pause")},
    Sentence{"telegram.outage", QT_TRANSLATE_NOOP("words", "{platform} has a fault")},
    Sentence{"telegram.no_answer", QT_TRANSLATE_NOOP("words", "{platform} does not answer")},
    Sentence{"graph.token_invalid", QT_TRANSLATE_NOOP("words", "{platform} needs a new key")},
    Sentence{"graph.permission_missing",
             QT_TRANSLATE_NOOP("words", "{platform} needs a permission")},
    Sentence{"graph.platform_trouble", QT_TRANSLATE_NOOP("words", "{platform} has a fault")},
    Sentence{"graph.no_clear_answer",
             QT_TRANSLATE_NOOP("words", "{platform} does not answer clearly")},
    Sentence{"graph.throttled", QT_TRANSLATE_NOOP("words", "{platform} asks for a pause")},
    Sentence{"graph.account_restricted",
             QT_TRANSLATE_NOOP("words", "{platform} limits this account")},
    Sentence{"graph.thread_elsewhere", QT_TRANSLATE_NOOP("words", "somebody else is answering")},
    Sentence{"graph.object_missing",
             QT_TRANSLATE_NOOP("words", "{platform} does not know this number")},
    Sentence{"instagram.access_off", QT_TRANSLATE_NOOP("words", "{platform} needs a permission")},
    Sentence{"signal.daemon_gone", QT_TRANSLATE_NOOP("words", "signal-cli does not run")},
    Sentence{"signal.no_answer", QT_TRANSLATE_NOOP("words", "{platform} does not answer")},
    Sentence{"signal.no_network", QT_TRANSLATE_NOOP("words", "{platform} cannot be reached")},
    Sentence{"signal.throttled", QT_TRANSLATE_NOOP("words", "{platform} asks for a pause")},
    Sentence{"signal.busy", QT_TRANSLATE_NOOP("words", "many answers leave at once")},
    Sentence{"signal.not_linked", QT_TRANSLATE_NOOP("words", "{platform} must be linked again")},
    Sentence{"signal.account_missing",
             QT_TRANSLATE_NOOP("words", "{platform} must be linked again")},
    Sentence{"signal.too_old", QT_TRANSLATE_NOOP("words", "signal-cli must be updated")},
    Sentence{"whatsapp.account_locked",
             QT_TRANSLATE_NOOP("words", "{platform} blocked this account")},
    Sentence{"whatsapp.not_registered", QT_TRANSLATE_NOOP("words", "the number is not registered")},
    Sentence{"whatsapp.payment_problem", QT_TRANSLATE_NOOP("words", "{platform} wants to be paid")},
    Sentence{"whatsapp.spam_restriction",
             QT_TRANSLATE_NOOP("words", "{platform} limits this account")},
    Sentence{"whatsapp.pair_limit", QT_TRANSLATE_NOOP("words", "{platform} asks for a pause")},
    Sentence{"whatsapp.maintenance",
             QT_TRANSLATE_NOOP("words", "{platform} is changing something")},
};

} // namespace comanda::text
