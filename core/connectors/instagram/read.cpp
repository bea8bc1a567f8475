#include "core/connectors/instagram/read.h"

#include "core/connectors/instagram/comment.h"
#include "core/connectors/messaging/read.h"

namespace comanda::instagram {
namespace {

constexpr messaging::Dialect kDialect{
    .platform = Platform::Instagram, .personId = u"igsid", .readChange = readChange};

} // namespace

Events read(const QByteArray& body, const QString& account) {
    return messaging::read(body, account, kDialect);
}

} // namespace comanda::instagram
