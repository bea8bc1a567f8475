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

    // Text longer than the channel takes is split there; here it is one message. A question that
    // ends with its answers leaves with buttons, see askedIn().
    void sendText(ConversationId conversation, const QString& text,
                  std::optional<MessageId> replyTo, QObject* receiver, DoneMessage done);
    void sendFile(ConversationId conversation, const QString& path, const QString& caption,
                  QObject* receiver, DoneMessage done);
    // An approved text; `text` is what the customer will read, `path` the file of its header.
    void sendTemplate(ConversationId conversation, const TemplateUse& use, const QString& text,
                      const QString& path, QObject* receiver, DoneMessage done);
    // To the comment's author alone: Conflict "outbox.answered_alone" the second time.
    void answerPrivately(ConversationId conversation, MessageId comment, const QString& text,
                         QObject* receiver, DoneMessage done);
    // Asks for the phone number that the platform hides.
    void askNumber(ConversationId conversation, const QString& text, QObject* receiver,
                   DoneMessage done);
    // Somebody writes here: said on the channel, as a courtesy.
    void noteTyping(ConversationId conversation);
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

    // One person with several customers: see store::Writer.
    using DoneCustomer = std::function<void(Result<CustomerId>)>;
    void joinCustomers(CustomerId one, CustomerId other, QObject* receiver, DoneCustomer done);
    void undoJoin(CustomerId joined, QObject* receiver, DoneNothing done);
    void separateCustomer(CustomerId customer, QObject* receiver, DoneNothing done);
    void notSame(CustomerId one, CustomerId other, QObject* receiver, DoneNothing done);
    void saveCustomer(CustomerId customer, const CustomerCard& before, const CustomerCard& now,
                      QObject* receiver, DoneNothing done);

    void createOrder(const store::Writer::NewOrder& order, QObject* receiver, DoneOrder done);
    void changeOrder(OrderId order, int version, const OrderCommand& command, QObject* receiver,
                     DoneOrder done);

Q_SIGNALS:
    void shopChanged();
    // Somebody here has read it: the customer may be told.
    void conversationRead(comanda::ConversationId conversation);
    // Somebody here writes an answer: the customer may see it.
    void answerBegun(comanda::ConversationId conversation);

private:
    void enqueue(store::Outgoing outgoing, QObject* receiver, DoneMessage done);
    void enqueueWithFile(store::Outgoing outgoing, const QString& path, QObject* receiver,
                         DoneMessage done);

    store::Store& store_;
    const Clock& clock_;
    Actor actor_;
    Shop shop_;
    QThreadPool files_; // last: its tasks end before anything else goes
};

} // namespace comanda::hub
