#include "app/text/words.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace comanda::text {
namespace {

struct words { // names the translations' context
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

QString reasonPhrase(const SameReason& reason) {
    const QString what = displayLine(reason.what, 120);
    switch (reason.why) {
    case Sameness::Id:
        return words::tr("same account");
    case Sameness::Number:
        return words::tr("same number: %1").arg(what);
    case Sameness::OrderNumber:
        return words::tr("an order was left with this number: %1").arg(what);
    case Sameness::ContactCard:
        return words::tr("sent this contact card: %1").arg(what);
    case Sameness::NameAndAddress:
        return words::tr("same name and address: %1").arg(what);
    case Sameness::CommentName:
        return words::tr("comments under the same name: %1").arg(what);
    }
    Q_UNREACHABLE();
}

QString allergyWords(const QString& what) {
    const QString shown = displayLine(what, 500);
    return shown.isEmpty()
               ? QString()
               : flagWord(OrderFlag::Allergy) + QStringLiteral(": ") + QLocale().toUpper(shown);
}

} // namespace comanda::text
