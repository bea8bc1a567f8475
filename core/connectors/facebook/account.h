// What the page says about who hears of its comments. Pure.
#pragma once

#include <QJsonObject>
#include <QString>

namespace comanda::facebook {

// Of GET …/subscribed_apps.
struct Subscription {
    bool comments = true; // they arrive
    // What to subscribe to, so that they do and nothing that others subscribed to is lost, because
    // subscribing replaces what was there; empty: nothing is missing.
    QString wanted;

    bool operator==(const Subscription&) const = default;
};
[[nodiscard]] Subscription readSubscription(const QJsonObject& answer);

// All that this channel needs.
constexpr char16_t kCommentsOnly[] = u"feed,mention";

} // namespace comanda::facebook
