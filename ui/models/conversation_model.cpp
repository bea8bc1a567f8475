#include "ui/models/conversation_model.h"

#include "app/text/words.h"
#include "core/base/text.h"

namespace comanda::ui {

namespace {

struct Page {
    std::vector<Conversation> rows;
    int unread = 0;
};

} // namespace

ConversationModel::ConversationModel(store::Store& store, QObject* parent)
    : RowsModel(parent), store_(store), limit_(filter_.limit), refresh_([this] { read(); }, this) {
    connect(&store_, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.all || !changes.conversations.empty() || !changes.orders.empty()) {
            refresh_.request();
        }
    });
    refresh_.request();
}

void ConversationModel::setFilter(const store::Reader::ConversationFilter& filter) {
    filter_ = filter;
    limit_ = filter.limit;
    refresh_.request();
}

void ConversationModel::read() {
    auto filter = filter_;
    filter.limit = limit_;
    store_.read<Page>(
        this,
        [filter](store::Reader& reader) -> Result<Page> {
            Page page;
            auto rows = reader.conversations(filter);
            if (!rows) {
                return fail(rows.error());
            }
            page.rows = std::move(*rows);
            const auto unread = reader.unreadConversations();
            if (!unread) {
                return fail(unread.error());
            }
            page.unread = *unread;
            return page;
        },
        [this](Result<Page> page) {
            refresh_.finished();
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            loaded_ = true;
            unread_ = page->unread;
            replace(std::move(page->rows));
            Q_EMIT refreshed();
        });
}

bool ConversationModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && rowCount() >= limit_;
}

void ConversationModel::fetchMore(const QModelIndex&) {
    limit_ += filter_.limit;
    refresh_.request();
}

QVariant ConversationModel::data(const QModelIndex& index, int role) const {
    const Conversation* row = at(index);
    if (!row) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return displayLine(row->name);
    }
    if (role == Qt::AccessibleTextRole) {
        return spoken(*row);
    }
    return {};
}

QString spoken(const Conversation& conversation) {
    QStringList parts{displayLine(conversation.name), text::platformName(conversation.platform)};
    if (conversation.unread > 0) {
        parts << ConversationModel::tr("%n unread", nullptr, conversation.unread);
    }
    if (conversation.openOrders > 0) {
        parts << ConversationModel::tr("%n open orders", nullptr, conversation.openOrders);
    }
    if (conversation.waiting > 0) {
        parts << ConversationModel::tr("%n waiting to leave", nullptr, conversation.waiting);
    }
    parts << displayLine(conversation.lastText, 120);
    if (conversation.lastState == MessageState::Failed
        || conversation.lastState == MessageState::Unsure) {
        parts << text::messageState(conversation.lastState, {}, conversation.platform);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace comanda::ui
