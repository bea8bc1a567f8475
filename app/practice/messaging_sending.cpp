// The part of MessagingApi that takes the restaurant's messages.
#include "app/practice/messaging_api.h"

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kWindow{24};
constexpr std::chrono::hours kHumanWindow{7 * 24};
constexpr qsizetype kTextBelow = 2000;        // Messenger, characters
constexpr qsizetype kInstagramTextMax = 1000; // bytes
constexpr qsizetype kMetadataBelow = 1000;
constexpr qsizetype kQuickRepliesMax = 13;
constexpr qsizetype kTitleMax = 20;

using Problem = std::optional<GraphError>;

Problem invalid(const QString& what) {
    return graphError(100, what);
}

Problem quickReplyProblem(const QJsonArray& replies) {
    if (replies.size() > kQuickRepliesMax) {
        return invalid(u"Param message[quick_replies] has too many elements."_s);
    }
    for (const QJsonValue reply : replies) {
        const QString title = reply[u"title"].toString();
        if (reply[u"content_type"].toString() != u"text" || title.isEmpty()
            || title.toUcs4().size() > kTitleMax || reply[u"payload"].toString().isEmpty()) {
            return invalid(u"Param message[quick_replies] is not valid."_s);
        }
    }
    return std::nullopt;
}

} // namespace

SimResponse MessagingApi::messages(const GraphCall& call) {
    const QJsonObject& body = call.parameters.values;
    const QString to = body[u"recipient"][u"id"].toString();
    Guest* guest = find(to);
    if (guest == nullptr) { // ids are scoped: another page's mean nothing here
        return toResponse(
            graphError(100, isInstagram() ? 2534014 : 2018001, u"No matching user found"_s));
    }
    if (const auto refusal = refuseSend(body, guest)) {
        return toResponse(*refusal);
    }
    return body.contains(u"sender_action") ? act(body, *guest) : accept(body, *guest);
}

Problem MessagingApi::refuseSend(const QJsonObject& body, Guest* guest) {
    const bool action = body.contains(u"sender_action");
    if (action == body.contains(u"message")) {
        return graphError(100, 2018014, u"Either a message or a sender action"_s);
    }
    if (action) {
        return std::nullopt;
    }
    if (auto failure = desk_.nextFailure()) {
        return failure;
    }
    const Monotonic now = clock_.monotonic();
    while (!recentSends_.empty() && now - recentSends_.front() >= options_.second) {
        recentSends_.pop_front();
    }
    if (int(recentSends_.size()) >= options_.sendsPerSecond) {
        return graphError(613, u"Calls to this api have exceeded the rate limit."_s);
    }
    if (auto problem = contentProblem(body.value(u"message").toObject())) {
        return problem;
    }
    if (standby_) {
        return graphError(100, isInstagram() ? 2534037 : 2018300,
                          u"Another app is controlling this thread now."_s);
    }
    if (auto problem = windowProblem(body, *guest)) {
        return problem;
    }
    recentSends_.push_back(now);
    return std::nullopt;
}

Problem MessagingApi::contentProblem(const QJsonObject& message) const {
    const QString text = message.value(u"text").toString();
    const bool withFile = message.contains(u"attachment");
    if (text.isEmpty() != withFile) {
        return invalid(u"Message cannot be empty, must provide valid attachment or text"_s);
    }
    const bool tooLong = isInstagram() ? text.toUtf8().size() > kInstagramTextMax
                                       : text.toUcs4().size() >= kTextBelow;
    if (tooLong) {
        return invalid(u"Length of param message[text] must be less than or equal to the limit"_s);
    }
    if (message.value(u"metadata").toString().size() >= kMetadataBelow) {
        return invalid(u"Length of param message[metadata] must be less than 1000"_s);
    }
    if (auto problem = quickReplyProblem(message.value(u"quick_replies").toArray())) {
        return problem;
    }
    return withFile ? attachmentProblem(message.value(u"attachment").toObject()) : std::nullopt;
}

Problem MessagingApi::attachmentProblem(const QJsonObject& attachment) const {
    const QString type = attachment.value(u"type").toString();
    const QString id = attachment[u"payload"][u"attachment_id"].toString();
    if (type == u"template" || (isInstagram() && type == u"like_heart")) {
        return std::nullopt;
    }
    if (id.isEmpty()) { // there is nothing beyond loopback to fetch an address from
        return graphError(100, 2018008, u"Failed to fetch the file from the url"_s);
    }
    const GraphFile* file = desk_.file(id);
    if (file == nullptr || file->type != type) {
        return graphError(100, 2018074, u"Invalid attachment id"_s);
    }
    return std::nullopt;
}

Problem MessagingApi::windowProblem(const QJsonObject& body, const Guest& guest) const {
    const QString type = body.value(u"messaging_type").toString();
    const QString tag = body.value(u"tag").toString();
    static const QStringList kTypes{u"RESPONSE"_s, u"UPDATE"_s, u"MESSAGE_TAG"_s};
    if (!isInstagram() && !kTypes.contains(type)) {
        return invalid(u"The parameter messaging_type is required."_s);
    }
    const bool tagged = type == u"MESSAGE_TAG";
    if (tagged && tag != u"HUMAN_AGENT" && (isInstagram() || tag != u"CUSTOMER_FEEDBACK")) {
        return invalid(u"The tag %1 is not available."_s.arg(tag)); // the others are dead
    }
    const std::chrono::hours limit = tagged ? kHumanWindow : kWindow;
    if (!guest.lastWord || clock_.now() - *guest.lastWord >= limit) {
        return graphError(10, isInstagram() ? 2534022 : 2018278,
                          u"This message is sent outside of allowed window."_s);
    }
    return std::nullopt;
}

SimResponse MessagingApi::act(const QJsonObject& body, Guest& guest) {
    const QString action = body.value(u"sender_action").toString();
    const bool reacts = action == u"react" || action == u"unreact";
    static const QStringList kActions{u"typing_on"_s, u"typing_off"_s, u"mark_seen"_s};
    if (!kActions.contains(action) && !(isInstagram() && reacts)) {
        return toResponse(graphError(100, u"Param sender_action is not valid"_s));
    }
    if (reacts) {
        const QString message = body[u"payload"][u"message_id"].toString();
        const bool known = std::any_of(guest.said.begin(), guest.said.end(),
                                       [&](const Said& said) { return said.id == message; });
        if (!known || (action == u"react" && body[u"payload"][u"reaction"].toString().isEmpty())) {
            return toResponse(graphError(100, u"The message to react to is not valid"_s));
        }
        Received entry;
        entry.kind = action;
        entry.text = body[u"payload"][u"reaction"].toString();
        entry.replyTo = message;
        entry.at = clock_.now();
        entry.raw = body;
        guest.inbox.push_back(entry);
    }
    ++actions_[action];
    return jsonResponse(200, {{u"recipient_id"_s, guest.id}});
}

SimResponse MessagingApi::accept(const QJsonObject& body, Guest& guest) {
    const QJsonObject message = body.value(u"message").toObject();
    const QJsonObject attachment = message.value(u"attachment").toObject();
    Said said;
    said.id = newId();
    said.at = clock_.now();
    said.ours = true;
    said.text = message.value(u"text").toString();
    said.replyTo = body[u"reply_to"][u"mid"].toString();
    Received entry;
    entry.id = said.id;
    entry.kind = attachment.isEmpty() ? u"text"_s : attachment.value(u"type").toString();
    entry.text = said.text;
    entry.replyTo = said.replyTo;
    entry.reference = message.value(u"metadata").toString();
    entry.at = said.at;
    entry.raw = body;
    for (const QJsonValue reply : message.value(u"quick_replies").toArray()) {
        entry.buttons.append(reply[u"payload"].toString());
    }
    const QString file = attachment[u"payload"][u"attachment_id"].toString();
    if (const GraphFile* kept = desk_.file(file)) {
        entry.file = kept->bytes;
        entry.fileName = kept->name;
        said.attachments.append(QJsonObject{
            {u"type"_s, entry.kind}, {u"payload"_s, QJsonObject{{u"url"_s, desk_.urlOf(file)}}}});
    }
    ++sends_;
    guest.said.push_back(said);
    guest.inbox.push_back(entry);
    announce_(guest.id, entry);
    QJsonObject more;
    if (!isInstagram()) {
        more.insert(u"app_id"_s, options_.appId.toLongLong());
        if (!entry.reference.isEmpty()) {
            more.insert(u"metadata"_s, entry.reference);
        }
    }
    echo(guest, said, more);
    later(0.3, [this, customer = guest.id, id = said.id] { receipts(customer, id); });
    return jsonResponse(200, {{u"recipient_id"_s, guest.id}, {u"message_id"_s, said.id}});
}

} // namespace comanda::practice
