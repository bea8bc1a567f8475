// How a send ended, in words: "accepted <id>", "retry <ms> <why>", "rejected <why>", …
#pragma once

#include "core/base/overloaded.h"
#include "core/domain/outgoing.h"

namespace comanda::test {

inline QString worded(const SendOutcome& outcome) {
    return std::visit(
        Overloaded{
            [](const outcome::Accepted& o) {
                return QString(QStringLiteral("accepted ") + o.externalId);
            },
            [](const outcome::RetryAfter& o) {
                return QString(QStringLiteral("retry %1 ").arg(o.wait.count()) + o.why);
            },
            [](const outcome::WindowClosed& o) {
                return QString(QStringLiteral("window ") + o.rule);
            },
            [](const outcome::NeedsSignIn& o) {
                return QString(QStringLiteral("sign in ") + o.why);
            },
            [](const outcome::Rejected& o) { return QString(QStringLiteral("rejected ") + o.why); },
            [](const outcome::Unsure& o) { return QString(QStringLiteral("unsure ") + o.why); }},
        outcome);
}

} // namespace comanda::test
