// What a person types or picks out of a chat, as order lines. A small help for the hand, not an
// interpreter: whatever is not understood stays in the name.
#pragma once

#include "core/domain/order.h"

#include <QLocale>

#include <vector>

namespace comanda::ui {

// "2 taco al pastor, sin cebolla $12.000": amount first (digits or a number word in es, en, pt;
// else 1), then the dish, its changes after a comma or from "sin/con/no/sem/…" on, the price of
// one after a "$" or "@". nullopt: nothing but blanks.
[[nodiscard]] std::optional<OrderLine>
lineFromTyping(const QString& typed, const Currency& currency, const QLocale& locale);
// Words out of a chat: one line per line, comma or "y/and/e" that starts another amount.
[[nodiscard]] std::vector<OrderLine> linesFromChat(const QString& words, const Currency& currency,
                                                   const QLocale& locale);

// Whether a message names an amount of something: "hola, 2 al pastor", "una coca".
[[nodiscard]] bool asksForAmount(const QString& words);

} // namespace comanda::ui
