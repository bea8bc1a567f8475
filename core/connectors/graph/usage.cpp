#include "core/connectors/graph/usage.h"

#include "core/base/json.h"
#include "core/domain/outgoing.h"

#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

void take(Usage& usage, const QJsonObject& figures) {
    for (const QStringView key : {u"call_count", u"total_time", u"total_cputime"}) {
        usage.percent = std::max(usage.percent, numberIn(figures, key).value_or(0));
    }
    const double minutes = numberIn(figures, u"estimated_time_to_regain_access").value_or(0);
    const Millis regain(static_cast<qint64>(std::clamp(minutes, 0.0, 60.0) * 60'000));
    usage.regain = std::max(usage.regain, regain);
}

std::optional<Time> httpDate(const QByteArray& text) {
    QString words = QString::fromLatin1(text).trimmed();
    if (!words.endsWith(" GMT"_L1)) {
        return std::nullopt;
    }
    words.chop(4);
    QDateTime date = QLocale::c().toDateTime(words, u"ddd, dd MMM yyyy HH:mm:ss"_s);
    if (!date.isValid()) {
        return std::nullopt;
    }
    date.setTimeZone(QTimeZone::utc());
    return fromMillis(date.toMSecsSinceEpoch());
}

} // namespace

std::optional<Usage> usageIn(const net::HttpReply& reply) {
    Usage usage;
    bool found = false;
    if (const auto app = parseObject(reply.header("x-app-usage"))) {
        take(usage, *app);
        found = true;
    }
    if (const auto business = parseObject(reply.header("x-business-use-case-usage"))) {
        for (const QJsonValue uses : *business) {
            for (const QJsonValue use : uses.toArray()) {
                take(usage, use.toObject());
                found = true;
            }
        }
    }
    return found ? std::optional(usage) : std::nullopt;
}

std::optional<Millis> retryAfterIn(const net::HttpReply& reply, Time now) {
    const QByteArray value = reply.header("retry-after").trimmed();
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (isNumber && std::isfinite(seconds)) {
        const double most = static_cast<double>(kRetryAfterMax.count()) / 1000;
        return Millis(static_cast<qint64>(std::clamp(seconds, 0.0, most) * 1000));
    }
    const std::optional<Time> date = httpDate(value);
    return date ? std::optional(std::clamp(*date - now, Millis(0), kRetryAfterMax)) : std::nullopt;
}

Millis waitAsked(const net::HttpReply& reply, Time now, Millis least) {
    const Millis asked = retryAfterIn(reply, now).value_or(Millis(0));
    const Millis regain = usageIn(reply).value_or(Usage{}).regain;
    return std::min(std::max({asked, regain, least}), kRetryAfterMax);
}

} // namespace comanda::graph
