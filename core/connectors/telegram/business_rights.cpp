#include "core/connectors/telegram/business_rights.h"

#include "core/base/json.h"
#include "core/connectors/telegram/address.h"

#include <QRegularExpression>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kKept = 8; // a shop has one or two
constexpr Millis kDeadline{12'000};

bool isGone(const ApiAnswer& answer) {
    return answer.shape == ApiAnswer::Shape::Refused && answer.code == 400
           && (answer.says("business connection not found"_L1)
               || answer.says("BUSINESS_CONNECTION"_L1));
}

} // namespace

BusinessRights::BusinessRights(const connect::Host& host, net::HttpClient& client, QObject* parent)
    : QObject(parent), host_(host), client_(client) {}

void BusinessRights::remember(const QString& id) {
    static const QRegularExpression usual(u"^[A-Za-z0-9_-]{1,64}$"_s); // it stands in a list
    if (!usual.match(id).hasMatch()) {
        return;
    }
    ids_.removeAll(id);
    ids_.append(id);
    if (ids_.size() > kKept) {
        ids_.removeFirst();
    }
}

void BusinessRights::learn(const BusinessConnection& connection) {
    if (connection.enabled) {
        remember(connection.id);
    } else {
        ids_.removeAll(connection.id);
    }
    BusinessConnection& known = known_[connection.id];
    if (known != connection) {
        known = connection;
        Q_EMIT changed();
    }
}

void BusinessRights::askAll(const Access& access) {
    running_ = true;
    for (const QString& id : ids_) {
        ask(access, id);
    }
}

void BusinessRights::ask(const Access& access, const QString& id) {
    ApiCall call;
    call.method = u"getBusinessConnection"_s;
    call.parameters = {{u"business_connection_id"_s, id}};
    CallLimits limits;
    limits.deadline = kDeadline;
    callApi(
        client_, access, call, limits, this,
        [this, id, bot = access.botId()](const ApiAnswer& answer) { answered(bot, id, answer); });
}

void BusinessRights::stop() {
    running_ = false;
}

void BusinessRights::answered(const QString& bot, const QString& id, const ApiAnswer& answer) {
    if (!running_) {
        return;
    }
    std::optional<BusinessConnection> connection;
    if (answer.ok()) {
        connection = businessConnectionFrom(answer.result.toObject());
    } else if (isGone(answer)) {
        connection.emplace();
        connection->id = id;
    }
    if (connection) { // else: what was known stays, and the next start asks again
        learn(*connection);
        tell(bot, *connection);
    }
}

// Each start says it anew: only now is it known, and the store must not believe an older word.
void BusinessRights::tell(const QString& bot, const BusinessConnection& connection) {
    const Time now = host_.clock->now();
    const QJsonObject said{{u"id"_s, connection.id},
                           {u"is_enabled"_s, connection.enabled},
                           {u"can_reply"_s, connection.canReply}};
    const QString key = u"b:"_s + connection.id + u':' + QString::number(toMillis(now));
    host_.intake(Delivery{toCompactJson({{u"business_connection"_s, said}}), u"asked"_s, now},
                 {businessEvent(connection, bot, key)}, std::nullopt, [](const Result<>&) {});
}

std::optional<outcome::Rejected> BusinessRights::refusal(const OutgoingMessage& message) const {
    const std::optional<Address> address = addressFrom(message.conversationKey);
    const auto known = address ? known_.constFind(address->business) : known_.constEnd();
    if (known == known_.constEnd()) {
        return std::nullopt; // the bot's own chat, or nobody has said yet: Telegram decides
    }
    if (!known->enabled) {
        return outcome::Rejected{u"telegram.business_not_connected"_s, {}};
    }
    if (!message.deleteOf.isEmpty()) {
        return known->canDelete
                   ? std::nullopt
                   : std::optional(outcome::Rejected{u"telegram.no_right_to_delete"_s, {}});
    }
    return known->canReply ? std::nullopt
                           : std::optional(outcome::Rejected{u"telegram.no_right_to_answer"_s, {}});
}

bool BusinessRights::mayMarkRead(const QString& id) const {
    const auto known = known_.constFind(id);
    return known == known_.constEnd() || (known->enabled && known->canRead);
}

} // namespace comanda::telegram
