#include "core/connectors/facebook/read.h"

#include "core/base/json.h"
#include "core/connectors/facebook/feed.h"
#include "core/connectors/facebook/history.h"
#include "core/connectors/graph/envelope.h"
#include "core/connectors/graph/owner.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

// Fields of a page that an app may subscribe to and that are no comments. A field that is not in
// this list was made after this program: what it brings stays marked as unread.
constexpr std::array kFieldsWithoutEffect{
    u"about",
    u"affiliation",
    u"attire",
    u"awards",
    u"bio",
    u"birthday",
    u"category",
    u"checkins",
    u"company_overview",
    u"conversations",
    u"culinary_team",
    u"current_location",
    u"description",
    u"email",
    u"followers",
    u"founded",
    u"general_info",
    u"general_manager",
    u"group_feed",
    u"hometown",
    u"hours",
    u"impressum",
    u"inbox_labels",
    u"invoice_access_bank_slip_events",
    u"invoice_access_invoice_change",
    u"invoice_access_invoice_draft_change",
    u"invoice_access_onboarding_status_active",
    u"leadgen",
    u"leadgen_fat",
    u"leadgen_update",
    u"live_videos",
    u"location",
    u"mcom_invoice_change",
    u"members",
    u"mention",
    u"mission",
    u"name",
    u"page_about_story",
    u"page_change_proposal",
    u"page_upcoming_change",
    u"parking",
    u"payment_options",
    u"personal_info",
    u"personal_interests",
    u"phone",
    u"picture",
    u"price_range",
    u"product_review",
    u"products",
    u"public_transit",
    u"publisher_subscriptions",
    u"ratings",
    u"registration",
    u"story_reactions",
    u"story_share",
    u"video_text_question_responses",
    u"videos",
    u"website",
};

bool hasNoEffect(const QString& field) {
    return std::any_of(kFieldsWithoutEffect.begin(), kFieldsWithoutEffect.end(),
                       [&](const char16_t* name) { return field == QStringView(name); });
}

// Where the page is named in somebody else's comment or post, that comes as the page's own do.
bool isFeed(const graph::Part& part) {
    const bool says = part.value.contains(u"item"_s);
    const bool which = part.value.contains(u"comment_id"_s) || part.value.contains(u"post_id"_s);
    return part.field == "feed"_L1 || (part.field.isEmpty() && says)
           || (part.field == "mention"_L1 && says && which);
}

// A notice has no id. The same one repeated has the same content and time.
QString noticeKey(const graph::Part& part) {
    const QJsonObject whole{{u"field"_s, part.field},
                            {u"value"_s, part.value},
                            {u"time"_s, part.entryTime ? toMillis(*part.entryTime) : qint64{0}}};
    const QByteArray digest =
        QCryptographicHash::hash(toCompactJson(whole), QCryptographicHash::Sha256);
    return u"i:"_s + QString::fromLatin1(digest.toHex());
}

Surroundings surroundings(const graph::Part& part, const QString& account) {
    Surroundings around;
    around.account = part.entryId.isEmpty() ? account : part.entryId;
    around.notified = part.entryTime;
    around.noticeKey = noticeKey(part);
    return around;
}

Event readChange(const graph::Part& part, const QString& account) {
    const Surroundings around = surroundings(part, account);
    if (isFeed(part)) {
        return readFeed(part.value, around);
    }
    Event event = ignored(around.account, part.field.isEmpty() ? u"a change of an unnamed field"_s
                                                               : part.field.left(64));
    if (hasNoEffect(part.field)) {
        event.eventKey = around.noticeKey;
    }
    return event;
}

// A detail of the page (its name, its hours) may come as a bare word.
Event readBroken(const graph::Part& part, const QString& account) {
    const Surroundings around = surroundings(part, account);
    Event event = ignored(around.account, part.reason);
    if (part.object == "page"_L1 && hasNoEffect(part.field)) {
        event.reason = part.field;
        event.eventKey = around.noticeKey;
    }
    return event;
}

Event readPart(const graph::Part& part, const QString& account) {
    const auto owner = graph::ownerOf(part);
    if (owner && *owner != Platform::Facebook) {
        return graph::foreign(account, *owner);
    }
    switch (part.kind) {
    case graph::PartKind::Change:
        return readChange(part, account);
    case graph::PartKind::Messaging:
    case graph::PartKind::Standby:
        return ignored(account, u"an event of another platform"_s);
    case graph::PartKind::Broken:
        return readBroken(part, account);
    }
    Q_UNREACHABLE();
}

} // namespace

Events read(const QByteArray& body, const QString& account) {
    if (const auto history = historyIn(body)) {
        return readHistory(*history, account);
    }
    const auto parts = graph::takeApart(body);
    if (!parts) {
        return {ignored(account, graph::wordsFor(parts.error()))};
    }
    Events events;
    for (const graph::Part& part : *parts) {
        events.push_back(readPart(part, account));
    }
    if (events.empty()) {
        events.push_back(ignored(account, u"the payload is empty"_s));
    }
    return events;
}

} // namespace comanda::facebook
