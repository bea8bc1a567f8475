#include "core/connectors/whatsapp/account.h"

#include "core/base/json.h"
#include "core/connectors/whatsapp/identity.h"

namespace comanda::whatsapp {

using namespace Qt::StringLiterals;

QString accountFields() {
    return u"id,display_phone_number,verified_name,quality_rating,is_on_biz_app,platform_type,"
           "health_status"_s;
}

AccountCheck readAccount(const QJsonObject& node, const QString& phoneNumberId) {
    AccountCheck check;
    check.account = phoneNumberId;
    check.name = node.value(u"verified_name"_s).toString();
    const QString number = node.value(u"display_phone_number"_s).toString();
    const QString quality = node.value(u"quality_rating"_s).toString();
    const QString sending =
        node.value(u"health_status"_s).toObject().value(u"can_send_message"_s).toString();
    for (const auto& [key, value] : {std::pair(u"name"_s, check.name),
                                     {u"number"_s, number},
                                     {u"link_name"_s, digitsOf(number)},
                                     {u"quality"_s, quality},
                                     {u"status"_s, sending}}) {
        if (!value.isEmpty()) {
            check.facts.insert(key, value);
        }
    }
    if (node.value(u"is_on_biz_app"_s).toBool()) {
        check.warnings.append(u"whatsapp.on_biz_app"_s);
    }
    if (quality == "RED"_L1) {
        check.warnings.append(u"whatsapp.quality_low"_s);
    }
    if (sending == "LIMITED"_L1) {
        check.warnings.append(u"whatsapp.sending_limited"_s);
    } else if (sending == "BLOCKED"_L1) {
        check.warnings.append(u"whatsapp.sending_blocked"_s);
    }
    return check;
}

QString standingOf(const AccountCheck& account) {
    for (const QString& id : {u"whatsapp.sending_blocked"_s, u"whatsapp.sending_limited"_s,
                              u"whatsapp.quality_low"_s}) {
        if (account.warnings.contains(id)) {
            return id;
        }
    }
    return {};
}

bool isSubscribed(const QJsonObject& answer) {
    return !answer.value(u"data"_s).toArray().isEmpty();
}

} // namespace comanda::whatsapp
