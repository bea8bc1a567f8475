// One sentence per id that speaks of Signal. They are used as those of channel_sentences.h.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

inline constexpr std::array kSignalSentences{
    // the program that speaks for us
    Sentence{"signal.daemon_gone",
             QT_TRANSLATE_NOOP("words", "The signal-cli program does not run or cannot be reached. "
                                        "Whoever installed it starts it again.")},
    Sentence{"signal.daemon_hung",
             QT_TRANSLATE_NOOP("words", "The signal-cli program runs and does not answer. Comanda "
                                        "calls it again; if it stays so, restart it.")},
    Sentence{"signal.no_daemon",
             QT_TRANSLATE_NOOP("words", "At this address something answers that is not signal-cli. "
                                        "Check the address in Settings.")},
    Sentence{"signal.wrong_host",
             QT_TRANSLATE_NOOP("words", "The signal-cli program expects to be called by another "
                                        "name. Type the address with which it was started.")},
    Sentence{"signal.bad_place",
             QT_TRANSLATE_NOOP("words", "The address of signal-cli cannot be used. It looks like "
                                        "localhost:7583.")},
    Sentence{"signal.no_access",
             QT_TRANSLATE_NOOP("words",
                               "Comanda may not use the socket of signal-cli. Both have to "
                               "run as the same user of this machine.")},
    Sentence{"signal.no_program",
             QT_TRANSLATE_NOOP("words",
                               "The program signal-cli cannot be started. Check that it is "
                               "installed and where.")},
    Sentence{"signal.in_use",
             QT_TRANSLATE_NOOP("words", "Another signal-cli already works with this number. Stop "
                                        "it, or connect Comanda to it.")},
    Sentence{"signal.old_version",
             QT_TRANSLATE_NOOP("words", "This signal-cli is old. Update it, or messages may be "
                                        "confused with each other.")},
    Sentence{"signal.too_old",
             QT_TRANSLATE_NOOP("words", "This signal-cli is too old for Signal. Whoever installed "
                                        "it updates it.")},
    // the account
    Sentence{"signal.not_linked",
             QT_TRANSLATE_NOOP("words", "Signal does not know this device any more. Link it again "
                                        "with the shop's phone.")},
    Sentence{"signal.account_missing",
             QT_TRANSLATE_NOOP("words", "The signal-cli program does not have this number. Check "
                                        "the number, or link it again.")},
    // linking
    Sentence{"signal.link_expired",
             QT_TRANSLATE_NOOP("words", "The phone did not scan the code in time. Let a new code "
                                        "be shown, and scan it within two minutes.")},
    Sentence{"signal.link_exists",
             QT_TRANSLATE_NOOP("words", "The signal-cli program has this number already. Type it "
                                        "beside, and press Test.")},
    Sentence{"signal.link_full",
             QT_TRANSLATE_NOOP("words", "The phone has as many linked devices as Signal allows. "
                                        "Remove one on the phone, then try again.")},
    Sentence{"signal.link_failed",
             QT_TRANSLATE_NOOP("words", "The signal-cli program could not link the phone. Try with "
                                        "a new code; if it stays so, ask whoever installed it.")},
    Sentence{"signal.link_no_answer",
             QT_TRANSLATE_NOOP("words", "The signal-cli program gave no code in time. It may not "
                                        "reach Signal: check this machine's internet.")},
    Sentence{"signal.link_no_network",
             QT_TRANSLATE_NOOP("words", "The signal-cli program does not reach Signal. Check its "
                                        "machine's internet, then try again.")},
    Sentence{"signal.link_limited",
             QT_TRANSLATE_NOOP("words", "Signal was asked too often and refuses for a while. "
                                        "Every new try makes it longer.")},
    Sentence{"signal.link_captcha",
             QT_TRANSLATE_NOOP("words", "Before it links, Signal wants a riddle solved, so that no "
                                        "machine does it.")},
    Sentence{"signal.cannot_link",
             QT_TRANSLATE_NOOP("words",
                               "This signal-cli serves one number only and links no other. "
                               "Whoever installed it starts it without -a, or links it there.")},
    // a message
    Sentence{"signal.no_answer",
             QT_TRANSLATE_NOOP("words", "The signal-cli program did not answer. It may have "
                                        "arrived: look on the phone before sending again.")},
    Sentence{"signal.unclear_answer",
             QT_TRANSLATE_NOOP("words",
                               "The signal-cli program did not answer clearly. Look on the "
                               "phone before sending again.")},
    Sentence{"signal.no_network",
             QT_TRANSLATE_NOOP("words", "Signal could not be reached for certain. It may have "
                                        "arrived: look on the phone before sending again.")},
    Sentence{"signal.partly_sent",
             QT_TRANSLATE_NOOP("words",
                               "Only a part was sent. Look on the phone and send the rest again.")},
    Sentence{
        "signal.busy",
        QT_TRANSLATE_NOOP("words", "Many answers leave at once. Comanda tries again by itself.")},
    Sentence{"signal.throttled",
             QT_TRANSLATE_NOOP("words",
                               "Signal asks us to slow down. Comanda waits as long as it says.")},
    Sentence{"signal.captcha",
             QT_TRANSLATE_NOOP("words",
                               "Signal wants proof that a person writes. Whoever installed "
                               "signal-cli solves the riddle on "
                               "signalcaptchas.org/challenge/generate.html.")},
    Sentence{"signal.captcha_refused",
             QT_TRANSLATE_NOOP("words", "Signal did not take the solved riddle. Solve a new one on "
                                        "signalcaptchas.org/challenge/generate.html.")},
    Sentence{"signal.identity_changed",
             QT_TRANSLATE_NOOP("words",
                               "This customer's safety number has changed: a new phone, or "
                               "somebody else. Call them, then trust it in signal-cli.")},
    Sentence{
        "signal.unregistered",
        QT_TRANSLATE_NOOP("words", "This customer does not have Signal any more. Call instead.")},
    Sentence{"signal.keys_refused",
             QT_TRANSLATE_NOOP("words", "Signal could not lock the message for this customer. Ask "
                                        "them to write again, or call.")},
    Sentence{"signal.refused",
             QT_TRANSLATE_NOOP("words", "The signal-cli program refused it. Try other words, or "
                                        "answer another way.")},
    Sentence{"signal.bad_address",
             QT_TRANSLATE_NOOP("words", "This conversation has no address that Signal knows.")},
    Sentence{"signal.text_too_long",
             QT_TRANSLATE_NOOP("words", "The text is too long to replace a message. Shorten it.")},
    Sentence{
        "signal.cannot_edit",
        QT_TRANSLATE_NOOP("words", "This message cannot be changed in Signal: it is not ours.")},
    Sentence{
        "signal.cannot_delete",
        QT_TRANSLATE_NOOP("words", "This message cannot be taken back in Signal: it is not ours.")},
    Sentence{"signal.cannot_react",
             QT_TRANSLATE_NOOP("words", "This message cannot be reacted to in Signal.")},
    // a file
    Sentence{
        "signal.file_gone",
        QT_TRANSLATE_NOOP("words", "The file to send is not there any more. Attach it again.")},
    Sentence{"signal.file_refused",
             QT_TRANSLATE_NOOP("words", "The file was not taken: its name is not one of "
                                        "signal-cli's.")},
    Sentence{"signal.file_elsewhere",
             QT_TRANSLATE_NOOP("words", "The file is large and lies on the machine of signal-cli. "
                                        "Name its folder of attachments in Settings.")},
};

} // namespace comanda::text
