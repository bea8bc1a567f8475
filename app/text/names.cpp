// What stands where somebody or something is named, whatever strangers call themselves.
#include "app/text/words.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace comanda::text {

using namespace Qt::StringLiterals;

QString customerName(const OrderDetails& details) {
    return firstShown({details.customerName, details.phone});
}

QString dishName(const QString& name, const QString& sku) {
    const QString known = firstShown({name, sku});
    return known.isEmpty() ? QCoreApplication::translate("words", "(no name)") : known;
}

QString authorName(const QString& author) {
    return author == kProgramActor ? QCoreApplication::translate("words", "automatic") : author;
}

} // namespace comanda::text
