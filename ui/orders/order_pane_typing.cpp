// What is typed into the pane: how it waits, comes back, follows the store and is saved.
#include "ui/orders/order_pane.h"

#include <algorithm>

namespace comanda::ui {

// Whatever stands here is left for something else: what was typed waits for its turn.
void OrderPane::leave() {
    if (!editor_->isDirty()) {
        return;
    }
    work_.typing = editor_->typing();
    if (work_.order) {
        edits_.insert(work_.order->id, work_);
    } else {
        drafts_.insert(work_.draft.conversation, work_);
    }
}

void OrderPane::goOn(Work work) {
    leave();
    work_ = std::move(work);
    editor_->goOn(work_.typing);
}

bool OrderPane::resume(ConversationId conversation) {
    if (isNew() && work_.draft.conversation == conversation && editor_->isDirty()) {
        return true;
    }
    if (!drafts_.contains(conversation)) {
        return false;
    }
    goOn(drafts_.take(conversation));
    readDishes();
    readSources();
    return true;
}

void OrderPane::begin(const store::Writer::NewOrder& draft, const QString& forWhom) {
    if (resume(draft.conversation)) {
        join(draft.lines, draft.sources);
    } else {
        leave();
        work_ = Work();
        work_.draft = draft;
        work_.given = draft.lines;
        work_.forWhom = forWhom;
        editor_->show({}, draft.details);
        editor_->addLines(draft.lines);
        readDishes();
    }
    readSources();
    editor_->startTyping();
}

void OrderPane::join(const std::vector<OrderLine>& lines, const std::vector<MessageId>& sources) {
    bool known = !sources.empty();
    for (const MessageId id : sources) {
        auto& mine = work_.draft.sources;
        if (std::find(mine.begin(), mine.end(), id) == mine.end()) {
            mine.push_back(id);
            known = false;
        }
    }
    std::vector<OrderLine> fresh;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(fresh), [&](const OrderLine& line) {
        return !known
               || std::find(work_.given.begin(), work_.given.end(), line) == work_.given.end();
    });
    work_.given.insert(work_.given.end(), fresh.begin(), fresh.end());
    editor_->addLines(fresh);
}

void OrderPane::throwAway() {
    if (work_.order) {
        work_.base = *work_.order;
        editor_->show(work_.base.lines, work_.base.details);
    } else {
        work_ = Work();
        editor_->show({}, {});
        Q_EMIT closed();
    }
}

void OrderPane::open(const Order& order) {
    if (openOrder() == order.id) {
        update(order);
        return;
    }
    if (edits_.contains(order.id)) {
        goOn(edits_.take(order.id));
        takeOver(order);
    } else {
        leave();
        work_ = Work();
        work_.order = work_.base = order;
        editor_->show(order.lines, order.details);
    }
    readDishes();
    readSources();
}

void OrderPane::update(const Order& order) {
    if (openOrder() == order.id && *work_.order != order) {
        takeOver(order);
    }
}

// Lines or details that nobody is typing become those of the store; what is typed stays, and is
// still a change of what it was typed over.
void OrderPane::takeOver(const Order& order) {
    work_.order = order;
    Order& base = work_.base;
    if ((!editor_->linesTyped() || editor_->lines() == order.lines) && base.lines != order.lines) {
        base.lines = order.lines;
        editor_->showLines(order.lines);
    }
    if ((!editor_->detailsTyped() || editor_->details() == order.details)
        && base.details != order.details) {
        base.details = order.details;
        editor_->showDetails(order.details);
    }
    if (!editor_->isDirty()) {
        base = order;
    }
    dress();
}

// Somebody else has changed what is being changed here.
bool OrderPane::isConflict() const {
    return (editor_->linesTyped() && work_.order->lines != work_.base.lines)
           || (editor_->detailsTyped() && work_.order->details != work_.base.details);
}

bool OrderPane::isSubmitting() const {
    return isNew() && submitting_.contains(work_.draft.conversation);
}

// Only what was typed; where somebody else was faster the store refuses it.
void OrderPane::save() {
    std::optional<std::vector<OrderLine>> lines;
    std::optional<OrderDetails> details;
    if (editor_->linesTyped()) {
        lines = editor_->lines();
    }
    if (editor_->detailsTyped()) {
        details = editor_->details();
    }
    actions_.save(isConflict() ? work_.base : *work_.order, lines, details,
                  [this, lines, details](const Result<Order>& saved) {
                      if (!saved || openOrder() != saved->id) {
                          return;
                      }
                      editor_->markSaved(lines, details);
                      if (editor_->isDirty()) { // typed since
                          work_.base = *saved;
                      }
                      takeOver(*saved);
                  });
}

void OrderPane::submit(bool accept) {
    if (!isNew() || isSubmitting() || editor_->lines().empty()
        || !editor_->unreadable().isEmpty()) {
        return;
    }
    const ConversationId conversation = work_.draft.conversation;
    submitting_.insert(conversation);
    dress();
    actions_.create(draft(), accept, [this, conversation](const Result<Order>& made) {
        submitting_.remove(conversation);
        if (!made) {
            dress();
            return;
        }
        drafts_.remove(conversation); // something else may stand here by now
        if (isNew() && work_.draft.conversation == conversation) {
            work_ = Work();
            editor_->show({}, {});
            Q_EMIT created(*made);
        }
    });
}

} // namespace comanda::ui
