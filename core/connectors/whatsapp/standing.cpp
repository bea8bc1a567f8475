#include "core/connectors/whatsapp/standing.h"

#include "core/base/json.h"
#include "core/connectors/graph/envelope.h"
#include "core/connectors/whatsapp/history_sync.h"
#include "core/connectors/whatsapp/identity.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::whatsapp {
namespace {

using namespace Qt::StringLiterals;

struct Row {
    const char16_t* event;
    const char16_t* note; // empty: over; nullptr: says nothing of it
    int connected;        // 1, 0; -1: says nothing of it
};

constexpr std::array kAccountEvents{
    Row{u"ACCOUNT_RESTRICTION", u"whatsapp.account_restricted", -1},
    Row{u"ACCOUNT_VIOLATION", u"whatsapp.account_violation", -1},
    Row{u"ACCOUNT_DELETED", nullptr, 0},
    Row{u"ACCOUNT_OFFBOARDED", nullptr, 0},
    Row{u"PARTNER_REMOVED", nullptr, 0},
    Row{u"ACCOUNT_RECONNECTED", u"", 1},
    Row{u"PARTNER_ADDED", nullptr, 1},
};
constexpr std::array kBans{
    Row{u"SCHEDULE_FOR_DISABLE", u"whatsapp.account_to_end", -1},
    Row{u"DISABLE", u"whatsapp.account_locked", -1},
    Row{u"REINSTATE", u"", -1},
};
constexpr std::array kQualityEvents{
    Row{u"FLAGGED", u"whatsapp.quality_low", -1},
    Row{u"DOWNGRADE", u"whatsapp.limit_lowered", -1},
    Row{u"UNFLAGGED", u"", -1},
    Row{u"UPGRADE", u"", -1},
};

template <typename Table>
void apply(const Table& table, const QString& event, News& news) {
    const auto* const found = std::find_if(table.begin(), table.end(), [&](const Row& row) {
        return event == QStringView(row.event);
    });
    if (found == table.end()) {
        return;
    }
    if (found->note != nullptr) {
        news.note = QString::fromUtf16(found->note);
    }
    if (found->connected >= 0) {
        news.connected = found->connected == 1;
    }
}

void readAccountUpdate(const QJsonObject& value, News& news) {
    const QString event = value.value(u"event"_s).toString();
    apply(kAccountEvents, event, news);
    if (event == "DISABLED_UPDATE"_L1) {
        apply(kBans, value.value(u"ban_info"_s).toObject().value(u"waba_ban_state"_s).toString(),
              news);
    }
}

void readAlert(const QJsonObject& value, News& news) {
    const QString severity = value.value(u"alert_severity"_s).toString();
    if (severity == "CRITICAL"_L1 || severity == "WARNING"_L1) {
        const bool active = value.value(u"alert_status"_s).toString() != "NONE"_L1;
        news.note = active ? u"whatsapp.account_alert"_s : QString();
    }
}

void readQuality(const QJsonObject& value, const QString& number, News& news) {
    const QString told = digitsOf(idText(value.value(u"display_phone_number"_s)));
    if (!number.isEmpty() && !told.isEmpty() && told != number) {
        return;
    }
    apply(kQualityEvents, value.value(u"event"_s).toString(), news);
}

void readHistory(const QJsonObject& value, const QString& phoneNumberId, News& news) {
    const QString account =
        idText(value.value(u"metadata"_s).toObject().value(u"phone_number_id"_s));
    if (!account.isEmpty() && account != phoneNumberId) {
        return;
    }
    for (const QJsonValue json : value.value(u"history"_s).toArray()) {
        const QJsonObject chunk = json.toObject();
        const auto progress = integerIn(chunk.value(u"metadata"_s).toObject(), u"progress");
        if (!chunk.value(u"errors"_s).toArray().isEmpty()) {
            news.history = QString::fromUtf16(kHistoryDeclined);
        } else if (progress) {
            news.history = *progress >= 100 ? QString::fromUtf16(kHistoryDone)
                                            : QString::number(std::max<qint64>(*progress, 0));
        }
    }
}

} // namespace

News newsIn(const QByteArray& body, const QString& businessAccount, const QString& number,
            const QString& phoneNumberId) {
    News news;
    const auto parts = graph::takeApart(body);
    if (!parts) {
        return news;
    }
    for (const graph::Part& part : *parts) {
        const bool foreign = !businessAccount.isEmpty() && !part.entryId.isEmpty()
                             && part.entryId != businessAccount;
        if (part.kind != graph::PartKind::Change || foreign) {
            continue;
        }
        if (part.field == "account_update"_L1) {
            readAccountUpdate(part.value, news);
        } else if (part.field == "account_alerts"_L1) {
            readAlert(part.value, news);
        } else if (part.field == "phone_number_quality_update"_L1) {
            readQuality(part.value, number, news);
        } else if (part.field == "history"_L1) {
            readHistory(part.value, phoneNumberId, news);
        } else if (part.field.startsWith("message_template_"_L1)
                   || part.field == "template_category_update"_L1) {
            news.templates = true;
        }
    }
    return news;
}

} // namespace comanda::whatsapp
