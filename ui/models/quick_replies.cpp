#include "ui/models/quick_replies.h"

#include "app/text/words.h"

#include <QJsonArray>

namespace comanda::ui {

using namespace Qt::StringLiterals;

namespace {
const QString kKey = u"quick_replies"_s;
constexpr int kLettersMax = 300;
} // namespace

Result<QStringList> readQuickReplies(store::Reader& reader) {
    const auto kept = reader.setting(kKey);
    const auto shop = reader.shop();
    if (!kept || !shop) {
        return fail(kept ? shop.error() : kept.error());
    }
    QStringList replies;
    const QJsonArray texts = *kept ? (*kept)->toArray() : QJsonArray();
    for (const auto& text : texts) {
        replies << text.toString();
    }
    return replies.isEmpty() ? text::defaultReplies(shop->language) : replies;
}

Result<> writeQuickReplies(store::Writer& writer, const QStringList& replies) {
    QJsonArray kept;
    for (const QString& reply : replies) {
        if (!reply.trimmed().isEmpty() && kept.size() < kQuickRepliesMax) {
            kept.append(reply.left(kLettersMax)); // a blank at the end is meant: "ready at "
        }
    }
    return writer.setSetting(kKey, kept);
}

} // namespace comanda::ui
