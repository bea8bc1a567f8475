// One item of a conversation, with what all its kinds have in common.
#pragma once

#include "core/connectors/messaging/dialect.h"
#include "core/connectors/messaging/parties.h"

#include <QJsonObject>

namespace comanda::messaging {

// What stands around the items.
struct Around {
    QString asset;                // the entry's page or account; empty: not said
    QString account;              // used where the payload does not say
    std::optional<Time> notified; // when the notification was sent, not when the thing happened
};

class Item {
public:
    Item(const QJsonObject& json, const Around& around, const Dialect& dialect);

    [[nodiscard]] const QJsonObject& json() const { return json_; }
    [[nodiscard]] const Parties& parties() const { return parties_; }
    // The customer's address; empty: the item does not say.
    [[nodiscard]] QString conversation() const { return parties_.customer.key(); }

    // An event with account, people and time; the key is the caller's.
    [[nodiscard]] Event event(EventKind kind) const;
    // Of something about a message of ours: who reports it did not send anything.
    [[nodiscard]] Event status(DeliveryStatus status) const;
    // Not understood: without a key, so that a later version may read it.
    [[nodiscard]] Event unread(const QString& reason) const;
    // Understood, and nothing to show. `member`: the part of the item that says so.
    [[nodiscard]] Event understood(const QString& member, const QString& reason) const;

    // Milliseconds, of the item or else of its notification (which a repetition brings again); may
    // be empty.
    [[nodiscard]] QString keyTime() const;
    // Of what the platform gives no id: its kind, sender, time and content.
    [[nodiscard]] QString keyByContent(const QString& kind, const QJsonObject& content) const;

private:
    QJsonObject json_;
    Parties parties_;
    QString account_;
    QString idWord_;
    std::optional<Time> timestamp_, notified_;
};

// SHA-256 in hex of its compact JSON.
[[nodiscard]] QString digestOf(const QJsonObject& content);

} // namespace comanda::messaging
