// One sentence per id that speaks of what may be said when the reply window is closed, and of how
// a WhatsApp account stands. They are used as those of channel_sentences.h.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

inline constexpr std::array kTemplateSentences{
    // approved texts
    Sentence{"template.hole_empty",
             QT_TRANSLATE_NOOP("words", "The place “{hole}” is still empty. Fill it in.")},
    Sentence{"template.hole_breaks",
             QT_TRANSLATE_NOOP(
                 "words", "A filled-in place must be one line, without many blanks in a row.")},
    Sentence{"template.link_empty",
             QT_TRANSLATE_NOOP("words", "The end of the link is missing, or has a blank in it.")},
    Sentence{"template.no_file",
             QT_TRANSLATE_NOOP("words", "This text begins with a file. Choose one first.")},
    Sentence{"template.wrong_file",
             QT_TRANSLATE_NOOP("words", "This text begins with another kind of file. Choose a "
                                        "picture, video or document as it says.")},
    Sentence{"template.too_long",
             QT_TRANSLATE_NOOP("words",
                               "With what was filled in the text is too long. Make it shorter.")},
    Sentence{"template.unfit",
             QT_TRANSLATE_NOOP("words", "This text has parts that Comanda cannot fill in. Send it "
                                        "from Meta's own page, or choose another.")},
    Sentence{"template.values_refused",
             QT_TRANSLATE_NOOP("words", "WhatsApp does not take what was filled in. The text may "
                                        "have changed: choose it again.")},
    Sentence{"template.missing",
             QT_TRANSLATE_NOOP("words", "WhatsApp no longer has this text in this language. Choose "
                                        "another.")},
    Sentence{"template.policy",
             QT_TRANSLATE_NOOP("words", "What was filled in is against WhatsApp's rules. Change it "
                                        "and send it again.")},
    Sentence{"template.paused",
             QT_TRANSLATE_NOOP("words", "WhatsApp has paused this text because customers did not "
                                        "like it. Choose another, or call.")},
    Sentence{"template.disabled",
             QT_TRANSLATE_NOOP("words", "WhatsApp has switched this text off for good. Choose "
                                        "another, or call.")},
    Sentence{"template.limit",
             QT_TRANSLATE_NOOP("words",
                               "WhatsApp lets no more of these texts go out for now. Call, "
                               "or try tomorrow.")},
    Sentence{"template.refused",
             QT_TRANSLATE_NOOP("words", "WhatsApp does not send this text. Choose another, or "
                                        "call.")},
    // answers to a comment's author alone
    Sentence{"outbox.answered_alone",
             QT_TRANSLATE_NOOP("words", "This comment has its private answer; there can be only "
                                        "one. Answer in public.")},
    Sentence{"outbox.private_over",
             QT_TRANSLATE_NOOP("words", "A comment can be answered privately for seven days. That "
                                        "time is over: answer in public, or call.")},
    // how the account stands
    Sentence{"whatsapp.account_restricted",
             QT_TRANSLATE_NOOP("words", "WhatsApp has limited what this account may send. The "
                                        "owner looks in WhatsApp's account settings.")},
    Sentence{"whatsapp.account_violation",
             QT_TRANSLATE_NOOP("words",
                               "WhatsApp says that this account broke its rules. The owner "
                               "looks in WhatsApp's account settings.")},
    Sentence{"whatsapp.account_to_end",
             QT_TRANSLATE_NOOP("words", "WhatsApp is going to switch this account off. The owner "
                                        "objects in WhatsApp's account settings.")},
    Sentence{"whatsapp.account_alert",
             QT_TRANSLATE_NOOP("words",
                               "WhatsApp has a warning about this account. The owner reads "
                               "it in WhatsApp's account settings.")},
    Sentence{"whatsapp.limit_lowered",
             QT_TRANSLATE_NOOP("words",
                               "WhatsApp lets this number write to fewer people first than "
                               "before. Answers are not affected.")},
    Sentence{"whatsapp.disconnected",
             QT_TRANSLATE_NOOP("words",
                               "The number has left Comanda: the phone's app was not "
                               "opened for long, or the number changed. The owner connects "
                               "it again.")},
    // conversations from before
    Sentence{"whatsapp.history_used",
             QT_TRANSLATE_NOOP("words",
                               "The older chats were brought once already, to another program.")},
    Sentence{"whatsapp.history_late",
             QT_TRANSLATE_NOOP("words", "The older chats can be brought only within a day of "
                                        "connecting the number. That day is over.")},
    Sentence{
        "whatsapp.history_declined",
        QT_TRANSLATE_NOOP("words", "The owner chose in the phone's app not to share older chats.")},
};

} // namespace comanda::text
