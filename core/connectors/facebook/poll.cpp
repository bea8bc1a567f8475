#include "core/connectors/facebook/poll.h"

#include "core/base/json.h"
#include "core/connectors/facebook/history.h"
#include "core/connectors/graph/answers.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>

namespace comanda::facebook {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kEvery = 150s; // asked once a minute, so it is every third minute
constexpr Millis kPostsFor = 48h;
constexpr Millis kLongestAbsence = 30 * 24h;
constexpr Millis kOverlap = 10min; // what appears late was written before
constexpr int kPagesMax = 20;
constexpr int kSeenMax = 50'000;

QString commentFields() {
    return u"id,from,message,created_time,parent{id},attachment,can_reply_privately,is_hidden,"
           "comment_count"_s;
}

QString postFields() {
    return u"id,from,created_time,message,permalink_url,comments.limit(50)"
           ".order(reverse_chronological).filter(stream){"_s
           + commentFields() + u'}';
}

// The address in "next" has the token in it and is not used.
QString nextPage(const QJsonObject& list) {
    const QJsonObject paging = list.value(u"paging"_s).toObject();
    return paging.contains(u"next"_s) ? idText(paging.value(u"cursors"_s)[u"after"]) : QString();
}

std::optional<Time> writtenAt(const QJsonValue& node) {
    return timeFrom(node[u"created_time"]);
}

bool isOlder(const QJsonValue& node, Time than) {
    const auto written = writtenAt(node);
    return written && *written < than;
}

// Whether all behind this list of comments is older too: only if it does come newest first.
bool reaches(const QJsonArray& comments, Time covered) {
    if (comments.isEmpty()) {
        return false;
    }
    const Time first = writtenAt(comments.first()).value_or(Time::min());
    const Time last = writtenAt(comments.last()).value_or(Time::max());
    return first >= last && last < covered;
}

} // namespace

Poll::Poll(graph::Caller& caller, QString page, const connect::Host& host, QObject* parent)
    : QObject(parent), caller_(caller), page_(std::move(page)), host_(host) {}

void Poll::resume(const std::optional<QString>& cursor) {
    complete_ = cursor ? timeFrom(*cursor) : std::nullopt;
    missing();
}

std::optional<QString> Poll::cursor() const {
    return complete_ ? std::optional(QString::number(toMillis(*complete_))) : std::nullopt;
}

void Poll::arrived(const Events& events) {
    if (seen_.size() > kSeenMax) {
        seen_.clear(); // they are brought once more and known by their keys
    }
    for (const Event& event : events) {
        if (event.kind == EventKind::Comment && event.account == page_) {
            seen_.insert(event.externalId);
        }
    }
}

void Poll::missing() {
    notBefore_.reset();
}

void Poll::run() {
    const bool early = notBefore_ && host_.clock->monotonic() < *notBefore_;
    if (early || running_ || stopped_ || caller_.shouldSlowDown()) {
        return;
    }
    running_ = true;
    notBefore_ = host_.clock->monotonic() + kEvery;
    began_ = host_.clock->now();
    const Time known = std::clamp(complete_.value_or(began_), began_ - kLongestAbsence, began_);
    from_ = known - kPostsFor;
    after_.clear();
    pages_ = 0;
    rests_.clear();
    morePosts_ = true;
    next();
}

void Poll::next() {
    if (stopped_) {
        return;
    }
    if (!rests_.empty()) {
        const Rest rest = rests_.front();
        rests_.pop_front();
        askComments(rest);
    } else if (morePosts_) {
        askPosts();
    } else {
        finish();
    }
}

void Poll::askPosts() {
    graph::Query query{{u"fields"_s, postFields()}, {u"limit"_s, u"25"_s}};
    if (!after_.isEmpty()) {
        query.emplace_back(u"after"_s, after_);
    }
    ++pages_;
    caller_.get(page_ + u"/feed"_s, query, [this](const net::HttpResult& result) {
        if (const auto answer = answerOf(result)) {
            takePosts(*answer);
        }
    });
}

void Poll::askComments(const Rest& rest) {
    caller_.get(rest.post + u"/comments"_s,
                {{u"filter"_s, u"stream"_s},
                 {u"order"_s, u"reverse_chronological"_s},
                 {u"limit"_s, u"100"_s},
                 {u"fields"_s, commentFields()},
                 {u"after"_s, rest.after}},
                [this, rest](const net::HttpResult& result) {
                    if (const auto answer = answerOf(result)) {
                        takeComments(rest, *answer);
                    }
                });
}

std::optional<QJsonObject> Poll::answerOf(const net::HttpResult& result) {
    const Result<QJsonObject> answer = graph::readAnswer(result, host_.clock->now());
    if (!answer || stopped_) {
        giveUp();
        return std::nullopt;
    }
    return *answer;
}

void Poll::takePosts(const QJsonObject& answer) {
    const QJsonArray posts = answer.value(u"data"_s).toArray();
    QJsonArray some;
    bool young = posts.isEmpty(); // an empty page may have another behind it
    for (const QJsonValue value : posts) {
        const QJsonObject post = value.toObject();
        if (isOlder(value, from_)) {
            continue; // one that is pinned stands before younger ones
        }
        young = true;
        if (const QJsonObject found = news(post); !found.isEmpty()) {
            some.append(found);
        }
        planRest({postIdIn(post, page_), {}, 0}, post.value(u"comments"_s).toObject());
    }
    after_ = nextPage(answer);
    morePosts_ = young && !after_.isEmpty() && pages_ < kPagesMax;
    bringIn(some);
}

void Poll::takeComments(const Rest& rest, const QJsonObject& answer) {
    planRest(rest, answer);
    const QJsonArray some = fresh(answer.value(u"data"_s).toArray());
    if (some.isEmpty()) {
        next();
        return;
    }
    bringIn({QJsonObject{{u"id"_s, rest.post}, {u"comments"_s, QJsonObject{{u"data"_s, some}}}}});
}

void Poll::planRest(const Rest& rest, const QJsonObject& comments) {
    const QString after = nextPage(comments);
    const Time covered = complete_ ? *complete_ - kOverlap : Time::min();
    if (!after.isEmpty() && !rest.post.isEmpty() && rest.pages < kPagesMax
        && !reaches(comments.value(u"data"_s).toArray(), covered)) {
        rests_.push_back({rest.post, after, rest.pages + 1});
    }
}

QJsonArray Poll::fresh(const QJsonArray& comments) const {
    QJsonArray some;
    for (const QJsonValue comment : comments) {
        const QString id = idText(comment[u"id"]);
        if (!id.isEmpty() && !seen_.contains(id)) {
            some.append(comment);
        }
    }
    return some;
}

// The post with what of it is new; empty: nothing is.
QJsonObject Poll::news(const QJsonObject& post) const {
    QJsonObject found = post;
    const QJsonArray comments = fresh(listIn(post, u"comments"_s));
    const QString author = idText(post.value(u"from"_s)[u"id"]);
    const bool isOurs = author.isEmpty() || author == page_;
    const bool isKnown = isOurs || seen_.contains(postIdIn(post, page_));
    if (comments.isEmpty() && isKnown) {
        return {};
    }
    if (isKnown) {
        found.remove(u"from"_s); // it is only where the comments stand
    }
    found.insert(u"comments"_s, QJsonObject{{u"data"_s, comments}});
    return found;
}

void Poll::bringIn(const QJsonArray& posts) {
    if (posts.isEmpty()) {
        next();
        return;
    }
    Delivery delivery;
    delivery.body = toCompactJson({{u"data"_s, posts}});
    delivery.source = u"backfill"_s;
    delivery.receivedAt = host_.clock->now();
    Events events = host_.read(delivery.body, page_);
    const QPointer<Poll> self(this);
    host_.intake(delivery, std::move(events), std::nullopt, [self, posts](const Result<>& stored) {
        if (self.isNull()) {
            return;
        }
        if (!stored) {
            self->giveUp();
            return;
        }
        for (const QJsonValue post : posts) {
            self->seen_.insert(postIdIn(post.toObject(), self->page_));
            for (const QJsonValue comment : post[u"comments"][u"data"].toArray()) {
                self->seen_.insert(idText(comment[u"id"]));
            }
        }
        self->next();
    });
}

// The next look at the page tries again.
void Poll::giveUp() {
    running_ = false;
    missing();
}

void Poll::finish() {
    running_ = false;
    complete_ = began_;
}

} // namespace comanda::facebook
