#include "core/connectors/signal/introduction.h"

#include <QJsonArray>
#include <QVersionNumber>

#include <algorithm>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

// Before it two messages of one millisecond had the same name.
const QVersionNumber kUniqueNamesSince(0, 13, 16);

Health accountTrouble(const QString& account, const Answer& accounts) {
    if (accounts.shape == Answer::Shape::Error && accounts.code == -32601) {
        return {}; // a daemon of one account does not know the question
    }
    if (!accounts.ok()) {
        return healthIn(accounts, writeListAccounts());
    }
    const QJsonArray list = accounts.result.toArray();
    const bool there = std::any_of(list.begin(), list.end(), [&](const QJsonValue& one) {
        return one.toObject().value(u"number"_s).toString() == account;
    });
    if (there) {
        return {};
    }
    return {FailureClass::Auth,
            list.isEmpty() ? u"signal.not_linked"_s : u"signal.account_missing"_s,
            u"%1 accounts"_s.arg(list.size())};
}

} // namespace

Introduction introductionFrom(const QString& account, const Answer& version,
                              const Answer& accounts) {
    Introduction introduction;
    if (version.shape == Answer::Shape::None) {
        introduction.trouble = {version.failure, version.id, version.message};
        return introduction;
    }
    introduction.version = version.result.toObject().value(u"version"_s).toString().left(64);
    if (introduction.version.isEmpty()) {
        introduction.trouble = {FailureClass::Protocol, u"signal.no_daemon"_s, version.message};
        return introduction;
    }
    if (QVersionNumber::fromString(introduction.version) < kUniqueNamesSince) {
        introduction.warnings << u"signal.old_version"_s;
    }
    introduction.trouble = accountTrouble(account, accounts);
    return introduction;
}

AccountCheck accountFrom(const QString& account, const Introduction& introduction) {
    AccountCheck check;
    check.account = account;
    check.name = account;
    check.facts = {{u"name"_s, account},
                   {u"number"_s, account},
                   {u"link_name"_s, account},
                   {u"version"_s, introduction.version}};
    check.warnings = introduction.warnings;
    return check;
}

} // namespace comanda::signal
