#include "app/process/arguments.h"

namespace comanda {

QStringList separated(const QStringList& arguments) {
    QStringList words;
    for (const QString& argument : arguments) {
        const qsizetype sign =
            argument.startsWith(QLatin1String("--")) ? argument.indexOf(u'=') : -1;
        if (sign < 0) {
            words.append(argument);
        } else {
            words << argument.left(sign) << argument.mid(sign + 1);
        }
    }
    return words;
}

} // namespace comanda
