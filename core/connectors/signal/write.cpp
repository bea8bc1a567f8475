#include "core/connectors/signal/write.h"

#include "core/base/json.h"
#include "core/connect/split.h"
#include "core/connectors/signal/identity.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

// A reaction that is taken back has to name one; the phones look at whose it is and of what.
const QString kAnyEmoji = u"👍"_s;

using Where = std::pair<QString, QJsonValue>; // "recipient" or "groupId"

std::optional<Where> whereTo(const QString& key, const QMap<QString, QString>& ids) {
    static const QRegularExpression group(u"^[A-Za-z0-9+/_-]{8,}={0,2}$"_s);
    const QString uuid = ids.value(u"uuid"_s);
    if (isPersonKey(key)) {
        const bool better = key.startsWith(u'+') && isPersonKey(uuid);
        return Where(u"recipient"_s, QJsonArray{better ? uuid : key});
    }
    if (group.match(key).hasMatch()) {
        return Where(u"groupId"_s, key);
    }
    return std::nullopt;
}

class Draft {
public:
    Draft(QString account, Where where) : account_(std::move(account)), where_(std::move(where)) {}

    [[nodiscard]] Call call(const QString& method) const {
        return {method, {{u"account"_s, account_}, {where_.first, where_.second}}};
    }
    [[nodiscard]] bool isOurs(const std::optional<MessageName>& name) const {
        return name && name->author == account_;
    }

private:
    QString account_;
    Where where_;
};

using Calls = Result<std::vector<Call>>;

Calls reaction(const OutgoingMessage& message, const Draft& draft) {
    const auto target = messageName(message.reactionTo);
    if (!target) {
        return fail(ErrorKind::Rejected, u"signal.cannot_react"_s, message.reactionTo);
    }
    Call call = draft.call(u"sendReaction"_s);
    const bool takenBack = message.reaction.isEmpty();
    call.params.insert(u"emoji"_s, takenBack ? kAnyEmoji : message.reaction);
    call.params.insert(u"targetAuthor"_s, target->author);
    call.params.insert(u"targetTimestamp"_s, target->millis);
    if (takenBack) {
        call.params.insert(u"remove"_s, true);
    }
    return std::vector{call};
}

Calls deletion(const OutgoingMessage& message, const Draft& draft) {
    const auto target = messageName(message.deleteOf);
    if (!draft.isOurs(target)) {
        return fail(ErrorKind::Rejected, u"signal.cannot_delete"_s, message.deleteOf);
    }
    Call call = draft.call(u"remoteDelete"_s);
    call.params.insert(u"targetTimestamp"_s, target->millis);
    return std::vector{call};
}

Calls edit(const OutgoingMessage& message, const Draft& draft) {
    const auto target = messageName(message.editOf);
    if (!draft.isOurs(target)) {
        return fail(ErrorKind::Rejected, u"signal.cannot_edit"_s, message.editOf);
    }
    if (message.text.trimmed().isEmpty()) {
        return fail(ErrorKind::Rejected, u"send.empty"_s);
    }
    if (connect::lengthIn(TextUnit::CodePoints, message.text) > kTextMax) {
        return fail(ErrorKind::Rejected, u"signal.text_too_long"_s);
    }
    Call call = draft.call(u"send"_s);
    call.params.insert(u"message"_s, message.text);
    call.params.insert(u"editTimestamp"_s, target->millis);
    return std::vector{call};
}

// Signal has no places; its own programs send an address of a map as well.
QString placeIn(const OutgoingMessage& message) {
    if (!message.media || !message.mediaPath.isEmpty() || !message.media->latitude
        || !message.media->longitude) {
        return {};
    }
    const QString map = u"https://maps.google.com/maps?q=%1,%2"_s.arg(
        QString::number(*message.media->latitude, 'f', 6),
        QString::number(*message.media->longitude, 'f', 6));
    QStringList lines{message.media->title, message.media->address, map};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

std::vector<Call> contents(const OutgoingMessage& message, const Draft& draft,
                           const QString& attachment) {
    QStringList words{message.text, placeIn(message)};
    words.removeAll(QString());
    const QStringList parts = connect::splitText(words.join(u'\n'), kTextMax, TextUnit::CodePoints);
    std::vector<Call> calls;
    for (const QString& part : parts) {
        calls.push_back(draft.call(u"send"_s));
        calls.back().params.insert(u"message"_s, part);
    }
    if (attachment.isEmpty()) {
        return calls;
    }
    if (calls.empty()) {
        calls.push_back(draft.call(u"send"_s));
    }
    calls.front().params.insert(u"attachment"_s, QJsonArray{attachment});
    if (message.media && message.media->voice) {
        calls.front().params.insert(u"voiceNote"_s, true);
    }
    return calls;
}

} // namespace

bool Call::isRepeatable() const {
    return method != "send"_L1 || params.contains("editTimestamp"_L1);
}

Calls writeMessage(const QString& account, const OutgoingMessage& message,
                   const QString& attachment) {
    const auto where = whereTo(message.conversationKey, message.ids);
    if (!where) {
        return fail(ErrorKind::Rejected, u"signal.bad_address"_s);
    }
    const Draft draft(account, *where);
    if (!message.reactionTo.isEmpty()) {
        return reaction(message, draft);
    }
    if (!message.deleteOf.isEmpty()) {
        return deletion(message, draft);
    }
    if (!message.editOf.isEmpty()) {
        return edit(message, draft);
    }
    std::vector<Call> calls = contents(message, draft, attachment);
    if (calls.empty()) {
        return fail(ErrorKind::Rejected, u"send.empty"_s);
    }
    if (const auto quoted = messageName(message.replyTo)) { // else it is sent without its quote
        calls.front().params.insert(u"quoteTimestamp"_s, quoted->millis);
        calls.front().params.insert(u"quoteAuthor"_s, quoted->author);
    }
    return calls;
}

std::optional<Call> writeReadReceipt(const QString& account, const QString& externalId) {
    const auto name = messageName(externalId);
    if (!name || name->author == account || !isPersonKey(name->author)) {
        return std::nullopt;
    }
    // To whoever wrote it, in a group too.
    return Call{u"sendReceipt"_s,
                {{u"account"_s, account},
                 {u"recipient"_s, name->author},
                 {u"targetTimestamp"_s, QJsonArray{name->millis}},
                 {u"type"_s, u"read"_s}}};
}

std::optional<Call> writeTyping(const QString& account, const QString& conversationKey) {
    const auto where = whereTo(conversationKey, {});
    return where ? std::optional(Draft(account, *where).call(u"sendTyping"_s)) : std::nullopt;
}

// Somebody has to be named whose file it is. The daemon looks for the id alone.
Call writeGetAttachment(const QString& account, const QString& id) {
    return {u"getAttachment"_s,
            {{u"account"_s, account}, {u"id"_s, id}, {u"recipient"_s, account}}};
}

Call writeVersion() {
    return {u"version"_s, {}};
}

Call writeListAccounts() {
    return {u"listAccounts"_s, {}};
}

QByteArray writeRequest(const QString& id, const Call& call) {
    QJsonObject request{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, call.method}};
    if (!call.params.isEmpty()) {
        request.insert(u"params"_s, call.params);
    }
    return toCompactJson(request);
}

} // namespace comanda::signal
