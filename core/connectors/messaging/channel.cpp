#include "core/connectors/messaging/channel.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/messaging/account.h"

#include <QPointer>

#include <algorithm>

namespace comanda::messaging {
namespace {

using namespace Qt::StringLiterals;

QString messageId(const QJsonObject& answer) {
    return idText(answer.value(u"message_id"_s));
}

// A reaction gets no id of its own.
QString personId(const QJsonObject& answer) {
    return idText(answer.value(u"recipient_id"_s));
}

bool isElsewhere(const SendOutcome& outcome) {
    const auto* later = std::get_if<outcome::RetryAfter>(&outcome);
    return later != nullptr && later->why == "graph.thread_elsewhere"_L1;
}

graph::CommentSender::Write commentsOf(const Line& line) {
    return [write = line.comment, sends = line.sends](const OutgoingMessage& message) {
        return write(sends, message);
    };
}

Watch::Of watched(const Line& line) {
    const auto read = [wanted = line.wantedFields](const QJsonObject& answer) {
        const Subscription found = readSubscription(answer, wanted);
        return Watch::Subscribed{
            found != Subscription::None, found == Subscription::Whole ? QString() : wanted, {}};
    };
    return {line.account, line.subscribes, read, u"meta.not_subscribed"_s,
            u"meta.subscription_unknown"_s};
}

graph::Sender::Ways waysOf(const Line& line, graph::IdIn sentId) {
    const Manner& manner = *line.manner;
    return {
        line.sends + u"/messages"_s,
        line.sends + u"/message_attachments"_s,
        [&manner](const graph::SendFile& file) { return uploadForm(manner, file); },
        u"attachment_id"_s,
        [&manner](const OutgoingMessage& message, const std::optional<graph::UploadedFile>& file) {
            return write(manner, message, file);
        },
        sentId};
}

} // namespace

Channel::Channel(Line line, const connect::Host& host)
    : line_(std::move(line)),
      host_(host),
      caller_(line_.token.endpoint, u"access_token"_s, host_, this),
      sender_(caller_, waysOf(line_, messageId), host_, this),
      reactions_(caller_, waysOf(line_, personId), host_, this),
      comments_(caller_, commentsOf(line_), host_, this),
      media_(caller_, {{}, false}, host_, this),
      backfill_(caller_, {line_.sends + u"/conversations"_s, line_.conversations, line_.account},
                host_, this),
      profiles_(caller_, {line_.account, QString::fromUtf16(line_.manner->profile)}, host_, this),
      watch_(caller_, line_.token, watched(line_),
             {[this] { backfill_.missing(); }, [this] { backfill_.run(); }}, host_, this) {}

void Channel::start(const std::optional<QString>& cursor) {
    backfill_.resume(cursor);
    watch_.start();
}

void Channel::stop() {
    stopped_ = true;
    watch_.stop();
    backfill_.stop();
    profiles_.stop();
    caller_.stop();
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT stopped(); }, Qt::QueuedConnection);
}

void Channel::deliver(const Delivery& delivery, connect::Stored stored) {
    if (stopped_) {
        stored(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
        return;
    }
    const Events events = host_.read(delivery.body, line_.account);
    host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
    const std::optional<QString> cursor = backfill_.cursorAfter(events);
    const QPointer<Channel> self(this);
    host_.intake(delivery, events, cursor,
                 [self, events, stored = std::move(stored)](const Result<>& result) {
                     if (result && !self.isNull()) {
                         self->profiles_.arrived(events);
                     }
                     stored(result);
                 });
}

void Channel::send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) {
    if (isUnderPicture(message)) {
        comments_.send(message, std::move(done));
        return;
    }
    sendOrTakeOver(message.reactionTo.isEmpty() ? sender_ : reactions_, message, std::move(done));
}

// A person has an id of the platform's; what has none is what people say something about.
bool Channel::isUnderPicture(const OutgoingMessage& message) const {
    return line_.comment != nullptr && !message.ids.contains(u"user_ref"_s)
           && !message.ids.contains(QString::fromUtf16(line_.manner->personId));
}

// Another app may be in charge of the conversation. Whoever answers here means to, so it is taken
// over, where the platform lets us; else the answer waits until it is free.
void Channel::sendOrTakeOver(graph::Sender& sender, const OutgoingMessage& message,
                             std::function<void(SendOutcome)> done) {
    sender.send(message, [this, &sender, message, done](const SendOutcome& outcome) {
        if (!isElsewhere(outcome)) {
            done(outcome);
            return;
        }
        const QJsonObject person{{u"id"_s, message.conversationKey}};
        caller_.post(line_.sends + u"/take_thread_control"_s, {{u"recipient"_s, person}},
                     [this, &sender, message, done, outcome](const net::HttpResult& result) {
                         if (graph::readAnswer(result, host_.clock->now())) {
                             sender.send(message, done);
                         } else {
                             done(outcome);
                         }
                     });
    });
}

void Channel::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                    std::function<void(Result<connect::FetchedMedia>)> done) {
    if (attachment.url.isEmpty()) {
        done(fail(ErrorKind::NotFound, u"media.gone"_s));
        return;
    }
    Attachment byAddress = attachment;
    byAddress.id.clear(); // names a sticker or a post, not a file
    media_.fetch(byAddress, path, maxBytes, std::move(done));
}

void Channel::check(std::function<void(Result<AccountCheck>)> done) {
    watch_.check(std::move(done));
}

void Channel::subscribe(std::function<void(Result<>)> done) {
    watch_.subscribe(std::move(done));
}

void Channel::markRead(const QString& conversationKey, const QString& externalId) {
    Q_UNUSED(externalId) // the whole conversation is
    act(conversationKey, u"mark_seen"_s);
}

void Channel::typing(const QString& conversationKey) {
    act(conversationKey, u"typing_on"_s);
}

void Channel::act(const QString& conversationKey, const QString& action) {
    if (!conversationKey.isEmpty() && !caller_.shouldSlowDown()) {
        caller_.post(line_.sends + u"/messages"_s, writeAction(conversationKey, action),
                     [](const net::HttpResult&) {});
    }
}

} // namespace comanda::messaging
