// One item of a page's feed as one event: a comment, a reaction, or a visitor's post.
#pragma once

#include "core/domain/event.h"

#include <QJsonObject>

namespace comanda::facebook {

// What stands around the item.
struct Surroundings {
    QString account;              // the page
    std::optional<Time> notified; // when the notification was sent
    QString noticeKey;            // the event key of what is understood and shows nothing
};

// A comment is Kind Comment in the conversation of its post; an answer to a comment has that as
// replyTo. A visitor's post is a Comment that is its own conversation. Of what the page itself
// wrote, comments are Direction::Out and posts are Ignored.
//   keys: m:<id>   e:<id>:<edited, else notified, seconds>   d:<id>
//         r:<target>:<author>:<seconds>, and behind it what was done if that was no "add"
[[nodiscard]] Event readFeed(const QJsonObject& item, const Surroundings& around);

} // namespace comanda::facebook
