// The reader of WhatsApp's webhooks: bytes in, events out, nothing else.
//
//   value of a change, found by presence; one value may hold several of these
//     messages[]          what customers wrote; with field "history": media of an imported message
//     message_echoes[]    what the business wrote in the phone's app
//     statuses[]          how far something that we sent has come
//     history[]           conversations from before we were connected
//     errors[]            errors beside or instead of messages
//     user_id_update[]    a customer's business-scoped id has changed
//     user_preferences[]  a customer stopped or resumed marketing
//   account = metadata.phone_number_id
//
// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
#pragma once

#include "core/domain/event.h"

namespace comanda::whatsapp {

// Every entry, change and message of a body, in its order. `account`: used where the payload does
// not say. What cannot be read becomes one Ignored event without a key (so that a later reader may
// still apply it); what is understood but shows nothing is Ignored with a key and its reason.
[[nodiscard]] Events read(const QByteArray& body, const QString& account);

} // namespace comanda::whatsapp
