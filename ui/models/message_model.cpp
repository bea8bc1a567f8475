#include "ui/models/message_model.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/store/reader.h"

#include <algorithm>

namespace comanda::ui {

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
    wanted_ = rowCount() + kPage;
    refresh_.request();
}

void MessageModel::read() {
    if (!conversation_.isValid()) {
        refresh_.finished();
        return;
    }
    // One more tells whether there is anything older.
    const int wanted = growing_ ? wanted_ : std::max(wanted_, rowCount()) + (fresh_ ? 0 : kPage);
    store_.read<std::vector<Message>>(
        this,
        [id = conversation_, wanted](store::Reader& reader) {
            return reader.messages(id, wanted + 1);
        },
        [this, id = conversation_, wanted](Result<std::vector<Message>> rows) {
            refresh_.finished();
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            take(id, wanted, std::move(*rows));
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
    if (!fresh_ && !growing_ && rowCount() >= kPage) { // newer ones only: keep the top where it is
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
    replace(std::move(rows));
    if (std::exchange(fresh_, false)) {
        Q_EMIT opened();
    }
    Q_EMIT refreshed();
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
        return spoken(*row);
    }
    return {};
}

QString spoken(const Message& message) {
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
        parts << toWord(message.state);
    }
    if (message.deleted) {
        parts << MessageModel::tr("deleted");
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace comanda::ui
