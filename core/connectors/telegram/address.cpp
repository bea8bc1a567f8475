#include "core/connectors/telegram/address.h"

namespace comanda::telegram {

using namespace Qt::StringLiterals;

QString conversationKey(const Address& address) {
    return address.business.isEmpty() ? address.chat : address.business + u':' + address.chat;
}

std::optional<Address> addressFrom(const QString& conversationKey) {
    const qsizetype colon = conversationKey.lastIndexOf(u':');
    Address address{colon < 0 ? QString() : conversationKey.left(colon),
                    conversationKey.mid(colon + 1)};
    bool isNumber = false;
    const qint64 chat = address.chat.toLongLong(&isNumber);
    return isNumber && chat != 0 && colon != 0 ? std::optional(address) : std::nullopt;
}

} // namespace comanda::telegram
