#include "core/domain/outgoing.h"

#include "core/base/overloaded.h"

#include <QStringList>

#include <algorithm>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

Millis backoff(int attempt, double jitter) {
    const int doublings = std::clamp(attempt - 1, 0, 20);
    const Millis cap = std::min(kRetryMax, kRetryFirst * (std::int64_t{1} << doublings));
    return Millis(static_cast<std::int64_t>(static_cast<double>(cap.count()) * (0.5 + jitter / 2)));
}

} // namespace

Question askedIn(const QString& text) {
    QString rest = text.trimmed();
    QStringList titles;
    while (rest.endsWith(u']')) {
        const qsizetype open = rest.lastIndexOf(u'[');
        const QString title = rest.sliced(open + 1).chopped(1).trimmed();
        const bool usable = open > 0 && !title.isEmpty() && title.size() <= kAnswerLetters
                            && !title.contains(u'\n') && !titles.contains(title);
        if (!usable) {
            return {text, {}};
        }
        titles.prepend(title);
        rest = rest.first(open).trimmed();
    }
    if (rest.isEmpty() || titles.size() < 2 || titles.size() > kAnswersMax) {
        return {text, {}};
    }
    Question question{rest, {}};
    for (const QString& title : std::as_const(titles)) {
        question.answers.push_back({title, title});
    }
    return question;
}

NextStep decide(const SendOutcome& outcome, int attempt, Time now, std::optional<Time> expires,
                double jitter) {
    return std::visit(
        Overloaded{
            [](const outcome::Accepted& o) -> NextStep { return next::Sent{o.externalId}; },
            [&](const outcome::RetryAfter& o) -> NextStep {
                const Millis asked = std::clamp(o.wait, Millis(0), kRetryAfterMax);
                const Time at = now + std::max(asked, backoff(attempt, jitter));
                if (expires && at >= *expires) {
                    return next::GiveUp{u"outbox.expired"_s, o.why};
                }
                return next::TryAgain{at, o.why, o.wholeChannel, asked > Millis(0)};
            },
            [](const outcome::WindowClosed& o) -> NextStep {
                return next::GiveUp{u"outbox.window_closed"_s, o.rule};
            },
            [](const outcome::NeedsSignIn& o) -> NextStep { return next::WaitForSignIn{o.why}; },
            [](const outcome::Rejected& o) -> NextStep {
                return next::GiveUp{o.why, o.detail};
            },
            [](const outcome::Unsure& o) -> NextStep { return next::AskStaff{o.why}; }},
        outcome);
}

} // namespace comanda
