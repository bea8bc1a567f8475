#include "ui/inbox/window_notice.h"

#include "app/text/words.h"
#include "ui/inbox/composer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

WindowNotice windowNotice(const ReplyWindow& window, Platform platform, Time now,
                          bool approvedTexts) {
    const QString who = text::platformName(platform);
    switch (window.state) {
    case WindowState::Open:
        return {};
    case WindowState::OpenUntil: {
        const auto left = std::max<qint64>((window.ends.value_or(now) - now).count() / 1000, 0);
        if (left >= 3600) {
            return {Composer::tr("%1 h %2 min left to answer").arg(left / 3600).arg(left / 60 % 60),
                    Tone::Text2, true};
        }
        const QString words = left >= 600 ? Composer::tr("%1 min left to answer").arg(left / 60)
                                          : Composer::tr("%1:%2 left to answer")
                                                .arg(left / 60)
                                                .arg(left % 60, 2, 10, QChar(u'0'));
        return {words, Tone::Due, true};
    }
    case WindowState::PeopleOnly: {
        const auto hours =
            std::max<qint64>((window.ends.value_or(now) - now).count() / 3'600'000, 1);
        const QString words = hours >= 48 ? Composer::tr("%n day(s) left to answer by hand",
                                                         nullptr, static_cast<int>(hours / 24))
                                          : Composer::tr("%n hour(s) left to answer by hand",
                                                         nullptr, static_cast<int>(hours));
        return {words, Tone::Due, true};
    }
    case WindowState::Closed:
        if (approvedTexts) {
            return {Composer::tr("%1 lets shops answer only for a while after the customer's last "
                                 "message. That time is over: only an approved text can be sent "
                                 "until the customer writes again.")
                        .arg(who),
                    Tone::Late, false};
        }
        return {Composer::tr("%1 lets shops answer only for a while after the customer's last "
                             "message. That time is over: wait "
                             "for the customer to write, or call.")
                    .arg(who),
                Tone::Late, false};
    case WindowState::NeverStarted:
        return {Composer::tr("On %1 the customer has to write first.").arg(who), Tone::Late, false};
    case WindowState::Blocked:
        return {Composer::tr("This customer has blocked us on %1. Call instead.").arg(who),
                Tone::Late, false};
    case WindowState::NoRight:
        return {Composer::tr("The shop's own %1 account does not let us answer here. Its owner can "
                             "allow it there, or answer on the phone.")
                    .arg(who),
                Tone::Late, false};
    }
    Q_UNREACHABLE();
}

} // namespace comanda::ui
