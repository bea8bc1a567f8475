// What people do: the commands behind the buttons, for window and command line alike. Each is one
// durable write; the answer comes back in the receiver's thread.
#pragma once

#include "core/base/clock.h"
#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "core/store/store.h"
#include "core/store/writer.h"

#include <QObject>
#include <QThreadPool>

namespace comanda::hub {

class Desk final : public QObject {
    Q_OBJECT
public:
    Desk(store::Store& store, const Clock& clock, QObject* parent = nullptr);

    void setActor(const Actor& actor); // who sits here now
    [[nodiscard]] const Actor& actor() const;
    void setShop(const Shop& shop);
    [[nodiscard]] const Shop& shop() const;

    using DoneMessage = std::function<void(Result<MessageId>)>;
    using DoneOrder = std::function<void(Result<Order>)>;
    using DoneNothing = std::function<void(Result<>)>;

    // Text longer than the channel takes is split there; here it is one message.
    void sendText(ConversationId conversation, const QString& text,
                  std::optional<MessageId> replyTo, QObject* receiver, DoneMessage done);
    void sendFile(ConversationId conversation, const QString& path, const QString& caption,
                  QObject* receiver, DoneMessage done);
    void react(ConversationId conversation, MessageId message, const QString& emoji,
               QObject* receiver, DoneMessage done);
    void editMessage(ConversationId conversation, MessageId message, const QString& text,
                     QObject* receiver, DoneMessage done);
    void takeBack(ConversationId conversation, MessageId message, QObject* receiver,
                  DoneMessage done);
    void resend(MessageId message, QObject* receiver, DoneNothing done);
    void confirmArrived(MessageId message, QObject* receiver, DoneNothing done);
    void cancelWaiting(MessageId message, QObject* receiver, DoneNothing done);
    void markRead(ConversationId conversation, QObject* receiver, DoneNothing done);

    void createOrder(const store::Writer::NewOrder& order, QObject* receiver, DoneOrder done);
    void changeOrder(OrderId order, int version, const OrderCommand& command, QObject* receiver,
                     DoneOrder done);

Q_SIGNALS:
    void shopChanged();
    // Somebody here has read it: the customer may be told.
    void conversationRead(comanda::ConversationId conversation);

private:
    void enqueue(store::Outgoing outgoing, QObject* receiver, DoneMessage done);

    store::Store& store_;
    const Clock& clock_;
    Actor actor_;
    Shop shop_;
    QThreadPool files_; // last: its tasks end before anything else goes
};

} // namespace comanda::hub
