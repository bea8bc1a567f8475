#include "core/connectors/messenger/read.h"

#include "core/connectors/messaging/read.h"

namespace comanda::messenger {
namespace {

constexpr messaging::Dialect kDialect{
    .platform = Platform::Messenger, .personId = u"psid", .readChange = nullptr};

} // namespace

Events read(const QByteArray& body, const QString& account) {
    return messaging::read(body, account, kDialect);
}

} // namespace comanda::messenger
