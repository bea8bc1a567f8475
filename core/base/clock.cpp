#include "core/base/clock.h"

#include <QDateTime>
#include <QRegularExpression>

namespace comanda {

Time SystemClock::now() const {
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

Monotonic SystemClock::monotonic() const {
    return std::chrono::steady_clock::now();
}

QString toIsoUtc(Time time) {
    const auto date = QDateTime::fromMSecsSinceEpoch(toMillis(time), Qt::UTC);
    return date.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) + QLatin1Char('Z');
}

std::optional<Time> fromIso(QStringView text) {
    // Graph writes "+0000"; Qt wants "+00:00".
    static const QRegularExpression bareOffset(QStringLiteral("([+-]\\d{2})(\\d{2})$"));
    QString normal = text.toString();
    normal.replace(bareOffset, QStringLiteral("\\1:\\2"));
    const QDateTime date = QDateTime::fromString(normal, Qt::ISODateWithMs);
    if (!date.isValid() || date.timeSpec() == Qt::LocalTime) {
        return std::nullopt;
    }
    return fromMillis(date.toMSecsSinceEpoch());
}

} // namespace comanda
