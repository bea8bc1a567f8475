// The words for core's ids, shared by the window and the command lines. English is the source;
// the translations are in resources/i18n.
#pragma once

#include "core/base/result.h"
#include "core/domain/channel.h"
#include "core/domain/message.h"
#include "core/domain/order.h"
#include "core/domain/people.h"

#include <QString>

namespace comanda::text {

// One sentence: what stopped and what to do about it. Unknown ids are shown with their detail,
// never dropped.
[[nodiscard]] QString describe(const Error& error);
[[nodiscard]] QString describe(const QString& id, const QMap<QString, QString>& params = {});

[[nodiscard]] QString stateWord(OrderState state); // on a card: "To accept"
[[nodiscard]] QString stepWord(OrderState next);   // on its button: "To kitchen"
[[nodiscard]] QString stateWord(PaymentState state);
[[nodiscard]] QString stateWord(NoticeState state);
[[nodiscard]] QString fulfilmentWord(Fulfilment fulfilment);
[[nodiscard]] QString flagWord(OrderFlag flag);
// What stands for the customer and for a dish, also where the name would show as nothing.
[[nodiscard]] QString customerName(const OrderDetails& details); // else the phone; else empty
[[nodiscard]] QString dishName(const QString& name, const QString& sku); // else "(no name)"
[[nodiscard]] QString authorName(const QString& author);  // "automatic" for the program's notices
[[nodiscard]] QString paymentWord(const QString& method); // "Cash", "Nequi"
// Why an answer has not left yet: "WhatsApp is down".
[[nodiscard]] QString waitingPhrase(const QString& id, Platform platform);
// Why two customers may be one person: "same number +57 300 123 4567".
[[nodiscard]] QString reasonPhrase(const SameReason& reason);
[[nodiscard]] QString allergyWords(const QString& what); // "ALLERGY: PEANUT"; empty where none is
// Under a bubble: "sent", "waiting: WhatsApp is down", "not sent, tap to retry".
[[nodiscard]] QString messageState(MessageState state, const QString& why, Platform platform);
[[nodiscard]] QString attachmentWord(const Attachment& attachment); // "Photo", "Voice note", …
[[nodiscard]] QString platformName(Platform platform);
[[nodiscard]] QString familyName(OwnerFamily family);
[[nodiscard]] QString lampWord(Lamp lamp);
// A full sentence for a channel's light.
[[nodiscard]] QString lampSentence(const ChannelLight& light);
[[nodiscard]] QString failureWord(FailureClass failure);
// Of a set-up field, by platform and key.
[[nodiscard]] QString fieldLabel(Platform platform, const QString& key);
[[nodiscard]] QString fieldHelp(Platform platform, const QString& key);
// Of one of its choices.
[[nodiscard]] QString choiceWord(Platform platform, const QString& key, const QString& choice);

// What customers are told by default, in the shop's language.
[[nodiscard]] QMap<OrderState, QString> defaultNotices(const QString& language);

// What staff answer with one touch until the shop writes its own, in the shop's language.
[[nodiscard]] QStringList defaultReplies(const QString& language);

// How far the older chats of a number have come, by its account's fact "history"; empty: nothing.
[[nodiscard]] QString historyWords(const QString& state);
// How a customer is asked for the phone number that the platform hides, in the shop's language.
[[nodiscard]] QString numberRequest(const QString& language);

} // namespace comanda::text
