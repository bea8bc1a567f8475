// What every part of the writer works with, and small conversions between rows and values.
#pragma once

#include "core/base/clock.h"
#include "core/domain/event.h"
#include "core/store/connection.h"

#include <QHash>
#include <QMap>

namespace comanda::store {

// Under this key of a channel's settings the reader shows what its account told of itself; it is
// kept apart and not saved with the settings.
constexpr auto kFactsKey = QLatin1StringView("facts");

// Lives as long as one job of the writing thread.
struct Tools {
    Connection& db;
    const Clock& clock;
    ChangeSet& changes;
};

void noteChange(ChangeSet& changes, ConversationId conversation); // invalid: nothing
void noteChange(ChangeSet& changes, OrderId order);

[[nodiscard]] QVariant orNull(const QString& text); // empty: NULL
[[nodiscard]] QString idsJson(const QMap<QString, QString>& ids);
[[nodiscard]] QMap<QString, QString> idsFrom(const QString& json);
[[nodiscard]] QString newClientReference(); // 128 random bits, url-safe

// `?, ?, ?` for a list of values.
[[nodiscard]] QString placeholders(qsizetype count);

// Phone, user name or mail address of a person; empty: none is known.
[[nodiscard]] QString handleOf(const QMap<QString, QString>& ids);
// What a person is called: the name if it shows anything, else the handle, else the address.
[[nodiscard]] QString shownName(const QString& name, const QMap<QString, QString>& ids,
                                const QString& address);

// One row of the lists: the text, or signs for what came instead of it. `names`: by sku, of the
// cart's products, where known.
[[nodiscard]] QString preview(const QString& text, const std::vector<Attachment>& attachments,
                              const std::vector<CartItem>& cart,
                              const QHash<QString, QString>& names = {});
[[nodiscard]] QString cartJson(const std::vector<CartItem>& cart);
[[nodiscard]] std::vector<CartItem> cartFrom(const QString& json);

// What finds a conversation by typing: folded words of name and addresses, a blank before each.
[[nodiscard]] QString nameWords(const QString& name, const QMap<QString, QString>& ids,
                                const QString& address);

} // namespace comanda::store
