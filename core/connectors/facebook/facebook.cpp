#include "core/connectors/facebook/facebook.h"

#include "core/connectors/facebook/account.h"
#include "core/connectors/facebook/write.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/setup.h"
#include "core/connectors/messaging/account.h"

#include <QPointer>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

messaging::Watch::Of watched(const QString& page) {
    const auto read = [](const QJsonObject& answer) {
        const Subscription found = readSubscription(answer);
        const bool all = found.wanted == QString::fromUtf16(messaging::kPageFields);
        return messaging::Watch::Subscribed{found.comments, found.wanted,
                                            all ? QString::fromUtf16(kCommentsOnly)
                                                : QString()}; // else others' would be lost
    };
    return {page, page + u"/subscribed_apps"_s, read, u"facebook.not_subscribed"_s,
            u"facebook.subscription_unknown"_s};
}

} // namespace

Facebook::Facebook(const ChannelConfig& config, connect::Host host)
    : host_(std::move(host)),
      page_(graph::settingOf(config, u"page_id"_s, config.account)),
      caller_(graph::endpointOf(config, QString::fromUtf16(graph::kGraphHost)), u"access_token"_s,
              host_, this),
      sender_(
          caller_, [page = page_](const OutgoingMessage& message) { return write(page, message); },
          host_, this),
      media_(caller_, {{}, false}, host_, this),
      poll_(caller_, page_, host_, this),
      watch_(caller_, graph::tokenOf(config, QString::fromUtf16(graph::kGraphHost)), watched(page_),
             {[this] { poll_.missing(); }, [this] { poll_.run(); }}, host_, this) {}

void Facebook::start(const std::optional<QString>& cursor) {
    poll_.resume(cursor);
    watch_.start();
}

void Facebook::stop() {
    stopped_ = true;
    watch_.stop();
    poll_.stop();
    caller_.stop();
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT stopped(); }, Qt::QueuedConnection);
}

void Facebook::deliver(const Delivery& delivery, connect::Stored stored) {
    if (stopped_) {
        stored(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
        return;
    }
    const Events events = host_.read(delivery.body, page_);
    host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
    const QPointer<Facebook> self(this);
    host_.intake(delivery, events, poll_.cursor(),
                 [self, events, stored = std::move(stored)](const Result<>& result) {
                     if (result && !self.isNull()) {
                         self->poll_.arrived(events);
                     }
                     stored(result);
                 });
}

void Facebook::send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) {
    sender_.send(message, std::move(done));
}

void Facebook::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                     std::function<void(Result<connect::FetchedMedia>)> done) {
    if (attachment.url.isEmpty()) {
        done(fail(ErrorKind::NotFound, u"media.gone"_s));
        return;
    }
    Attachment byAddress = attachment;
    byAddress.id.clear(); // names a photo or a post, not a file
    media_.fetch(byAddress, path, maxBytes, std::move(done));
}

void Facebook::check(Checked done) {
    watch_.check([this, done = std::move(done)](const Result<AccountCheck>& found) {
        if (found) {
            checkReading(*found, done);
        } else {
            done(found);
        }
    });
}

void Facebook::checkReading(AccountCheck found, const Checked& done) {
    caller_.get(page_ + u"/feed"_s,
                {{u"fields"_s, u"id,comments.limit(1){id,from}"_s}, {u"limit"_s, u"1"_s}},
                [this, done, found](const net::HttpResult& feed) mutable {
                    if (!graph::readAnswer(feed, host_.clock->now())) {
                        found.warnings.append(u"facebook.cannot_read"_s);
                    }
                    done(found);
                });
}

void Facebook::subscribe(std::function<void(Result<>)> done) {
    watch_.subscribe(std::move(done));
}

} // namespace comanda::facebook
