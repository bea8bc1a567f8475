// The list of conversations, newest first, read from the store and kept fresh.
#pragma once

#include "core/domain/message.h"
#include "core/store/reader.h"
#include "core/store/store.h"
#include "ui/models/refresh.h"
#include "ui/models/rows_model.h"

namespace comanda::ui {

class ConversationModel final : public RowsModel<Conversation> {
    Q_OBJECT
public:
    explicit ConversationModel(store::Store& store, QObject* parent = nullptr);

    void setFilter(const store::Reader::ConversationFilter& filter); // its `limit` is one page
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] int unread() const { return unread_; } // conversations, whatever the filter
    [[nodiscard]] bool isLoaded() const { return loaded_; }

Q_SIGNALS:
    void refreshed();
    void failed(const comanda::Error& error);

private:
    void read();

    store::Store& store_;
    store::Reader::ConversationFilter filter_;
    int limit_;
    int unread_ = 0;
    bool loaded_ = false;
    Refresh refresh_;
};

// What a screen reader says about a row.
[[nodiscard]] QString spoken(const Conversation& conversation);

} // namespace comanda::ui
