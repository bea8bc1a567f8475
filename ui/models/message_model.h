// The messages of one conversation, oldest first; older ones are read when they are wanted.
#pragma once

#include "core/domain/message.h"
#include "core/store/store.h"
#include "ui/models/refresh.h"
#include "ui/models/rows_model.h"

namespace comanda::ui {

class MessageModel final : public RowsModel<Message> {
    Q_OBJECT
public:
    static constexpr int kPage = 60;

    explicit MessageModel(store::Store& store, QObject* parent = nullptr);

    void open(ConversationId conversation); // invalid: none
    [[nodiscard]] ConversationId conversation() const { return conversation_; }
    [[nodiscard]] bool hasOlder() const { return hasOlder_; }
    void loadOlder();

    // What the carts of this conversation are called in its orders, by sku.
    [[nodiscard]] const QHash<QString, QString>& dishes() const { return dishes_; }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void opened();      // the first page of another conversation is here
    void olderComing(); // rows will be put before the first one
    void refreshed();
    void dishesChanged();
    void failed(const comanda::Error& error);

private:
    void read();
    void take(ConversationId conversation, int wanted, std::vector<Message> rows);
    void take(QHash<QString, QString> dishes);

    store::Store& store_;
    ConversationId conversation_;
    int wanted_ = kPage;
    int held_ = 0; // messages behind the rows: the parts of an album are one row
    bool hasOlder_ = false;
    bool fresh_ = false; // nothing of this conversation was shown yet
    bool growing_ = false;
    Platform platform_ = Platform::Telegram;
    QHash<QString, QString> dishes_;
    Refresh refresh_;
};

[[nodiscard]] QString spoken(const Message& message, Platform platform);

} // namespace comanda::ui
