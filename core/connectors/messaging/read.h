// The part of the readers of Messenger and Instagram that both share: bytes in, events out.
//
//   item = { "sender": person, "recipient": person, "timestamp", kind }
//     person = { "id" } | { "user_ref" }
//     kind, found by presence:
//       "message"      text, attachments, quick reply, reply, referral; an echo of what we wrote;
//                      a deletion
//       "message_edit" "postback" "order" "referral" "reaction" "delivery" "read"
//       "optin" "policy_enforcement" "*_thread_control" "app_roles" "account_linking"
//   An item stands in entry[].messaging, in entry[].standby while another app has the conversation,
//   or as the value of a change (the dashboard's "Test" button).
//
// A body may also be an answer of the Conversations API (see history.h) or a person's profile
// (profile.h).
// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
#pragma once

#include "core/connectors/messaging/dialect.h"

namespace comanda::messaging {

// The page or account that the entry is of; empty where it does not say ("0": a test).
[[nodiscard]] QString assetOf(const graph::Part& part);

// Every part of a body, in its order; never empty. What cannot be read becomes one Ignored event
// without a key; what is understood but shows nothing is Ignored with a key and its reason.
[[nodiscard]] Events read(const QByteArray& body, const QString& account, const Dialect& dialect);

} // namespace comanda::messaging
