#include "ui/models/message_model.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/store/reader.h"

#include <algorithm>

namespace comanda::ui {

namespace {

// One snapshot of a conversation.
struct Page {
    std::vector<Message> rows;
    QHash<QString, QString> dishes;
    Platform platform = Platform::Telegram;
};

// A cart says only what the platform sent; its order knows what the catalogue calls it.
Result<QHash<QString, QString>> dishesOf(store::Reader& reader, const std::vector<Message>& rows) {
    QHash<QString, QString> dishes;
    for (const Message& message : rows) {
        if (message.cart.empty() || !message.order) {
            continue;
        }
        const auto order = reader.order(*message.order);
        if (!order) {
            return fail(order.error());
        }
        for (const OrderLine& line : *order ? (*order)->lines : std::vector<OrderLine>()) {
            if (!line.sku.isEmpty() && !displayLine(line.name).isEmpty()) {
                dishes.insert(line.sku, line.name);
            }
        }
    }
    return dishes;
}

Result<Page> pageOf(store::Reader& reader, ConversationId id, int wanted) {
    auto rows = reader.messages(id, wanted);
    if (!rows) {
        return fail(rows.error());
    }
    auto dishes = dishesOf(reader, *rows);
    const auto conversation = reader.conversation(id);
    if (!dishes || !conversation) {
        return fail(dishes ? conversation.error() : dishes.error());
    }
    return Page{std::move(*rows), std::move(*dishes),
                *conversation ? (*conversation)->platform : Platform::Telegram};
}

} // namespace

MessageModel::MessageModel(store::Store& store, QObject* parent)
    : RowsModel(parent), store_(store), refresh_([this] { read(); }, this) {
    connect(&store_, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        const auto& ids = changes.conversations;
        if (conversation_.isValid()
            && (changes.all || std::find(ids.begin(), ids.end(), conversation_) != ids.end())) {
            refresh_.request();
        }
    });
}

void MessageModel::open(ConversationId conversation) {
    if (conversation == conversation_) {
        return;
    }
    conversation_ = conversation;
    wanted_ = kPage;
    held_ = 0;
    hasOlder_ = false;
    growing_ = false;
    fresh_ = true;
    replace({});
    if (conversation_.isValid()) {
        refresh_.request();
    }
}

void MessageModel::loadOlder() {
    if (!hasOlder_ || growing_) {
        return;
    }
    growing_ = true;
    wanted_ = held_ + kPage;
    refresh_.request();
}

void MessageModel::read() {
    if (!conversation_.isValid()) {
        refresh_.finished();
        return;
    }
    // One more tells whether there is anything older.
    const int wanted = growing_ ? wanted_ : std::max(wanted_, held_) + (fresh_ ? 0 : kPage);
    store_.read<Page>(
        this,
        [id = conversation_, wanted](store::Reader& reader) {
            return pageOf(reader, id, wanted + 1);
        },
        [this, id = conversation_, wanted](Result<Page> page) {
            refresh_.finished();
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            if (id == conversation_) {
                platform_ = page->platform;
                take(std::move(page->dishes));
            }
            take(id, wanted, std::move(page->rows));
        });
}

void MessageModel::take(ConversationId conversation, int wanted, std::vector<Message> rows) {
    if (conversation != conversation_) {
        refresh_.request(); // another one was opened meanwhile
        return;
    }
    hasOlder_ = static_cast<int>(rows.size()) > wanted;
    if (hasOlder_) {
        rows.erase(rows.begin());
    }
    if (!fresh_ && !growing_ && held_ >= kPage) { // newer ones only: keep the top where it is
        const auto top = std::find_if(rows.begin(), rows.end(),
                                      [this](const Message& m) { return m.id == at(0)->id; });
        if (top != rows.end() && top != rows.begin()) {
            rows.erase(rows.begin(), top);
            hasOlder_ = true;
        }
    }
    if (growing_) {
        Q_EMIT olderComing();
        growing_ = false;
    }
    held_ = static_cast<int>(rows.size());
    replace(joinAlbums(std::move(rows)));
    if (std::exchange(fresh_, false)) {
        Q_EMIT opened();
    }
    Q_EMIT refreshed();
}

void MessageModel::take(QHash<QString, QString> dishes) {
    if (dishes != dishes_) {
        dishes_ = std::move(dishes);
        Q_EMIT dishesChanged();
    }
}

QVariant MessageModel::data(const QModelIndex& index, int role) const {
    const Message* row = at(index);
    if (!row) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return displayText(row->text);
    }
    if (role == Qt::AccessibleTextRole) {
        return spoken(*row, platform_);
    }
    return {};
}

QString spoken(const Message& message, Platform platform) {
    QStringList parts;
    parts << (message.direction == Direction::In ? displayLine(message.author)
                                                 : MessageModel::tr("We"));
    if (message.late) {
        parts << MessageModel::tr("arrived late");
    }
    parts << displayLine(message.text, 1000);
    for (const KeptAttachment& kept : message.attachments) {
        parts << text::attachmentWord(kept.attachment);
    }
    if (message.direction == Direction::Out) {
        parts << text::messageState(message.state, message.stateWhy, platform);
    }
    if (message.deleted) {
        parts << MessageModel::tr("deleted");
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace comanda::ui
