// One sentence per station of the way from a public address to the screen at which a test can stop:
// what it means, and who can mend it.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

inline constexpr std::array kWaySentences{
    Sentence{"way.no_address",
             QT_TRANSLATE_NOOP("words", "There is no public address. Set up a mailbox above, or a "
                                        "public address of this machine in its settings file.")},
    Sentence{"mailbox.none", QT_TRANSLATE_NOOP("words", "This shop uses no mailbox.")},
    Sentence{"way.other_seat",
             QT_TRANSLATE_NOOP("words", "Another machine of the shop receives the messages. Make "
                                        "the test there.")},
    Sentence{"way.no_secret",
             QT_TRANSLATE_NOOP("words",
                               "Nobody has the app secret, so the platform's messages would be "
                               "refused. Type it at the channel, or in the mailbox's settings.")},
    Sentence{"way.no_such_name",
             QT_TRANSLATE_NOOP("words", "The public address does not exist on the internet. "
                                        "Whoever runs it checks its name.")},
    Sentence{"way.not_secure",
             QT_TRANSLATE_NOOP("words", "The public address has no valid certificate, and the "
                                        "platform asks for one. Whoever runs it renews it.")},
    Sentence{"way.no_answer",
             QT_TRANSLATE_NOOP("words", "The public address does not answer in time. Whoever runs "
                                        "it looks whether the machine is on.")},
    Sentence{"way.refused",
             QT_TRANSLATE_NOOP("words", "Nobody listens at the public address. Whoever runs it "
                                        "starts the mailbox or the tunnel.")},
    Sentence{"way.somebody_else",
             QT_TRANSLATE_NOOP("words",
                               "Something else answers at the public address, perhaps a "
                               "tunnel without its program. Whoever runs it looks there.")},
    Sentence{"way.signature_refused",
             QT_TRANSLATE_NOOP("words",
                               "The public address has another app secret and refuses what is "
                               "signed with ours. Type the same one in both places.")},
    Sentence{"way.address_unknown",
             QT_TRANSLATE_NOOP("words", "The public address does not know this channel's path. Put "
                                        "the path into the mailbox's settings.")},
    Sentence{"way.mailbox_keeps_not",
             QT_TRANSLATE_NOOP("words", "The mailbox takes nothing at the moment: its disk may be "
                                        "full. Whoever runs it looks there.")},
    Sentence{"way.not_kept",
             QT_TRANSLATE_NOOP("words",
                               "It came here and could not be stored. Look at the channel's "
                               "light and at this machine's disk.")},
    Sentence{"way.not_read",
             QT_TRANSLATE_NOOP("words", "It was taken at the public address and did not come here "
                                        "in time. Look at the channel's light, then try again.")},
};

} // namespace comanda::text
