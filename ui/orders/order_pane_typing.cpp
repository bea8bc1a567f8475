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

void OrderPane::begin(const store::Writer::NewOrder& draft, const QString& forWhom,
                      const std::vector<FromChat>& chat) {
    if (!resume(draft.conversation)) {
        leave();
        work_ = Work();
        work_.draft = draft;
        work_.forWhom = forWhom;
        editor_->show({}, draft.details);
        readDishes();
    }
    for (const FromChat& words : chat) {
        join(words);
    }
    readSources();
    editor_->startTyping();
}

// Words that somebody has selected are wanted, however often; a message that is picked with others
// may stand here already.
void OrderPane::join(const FromChat& words) {
    std::vector<OrderLine> fresh = words.lines;
    if (words.whole && words.message.isValid()) {
        for (const OrderLine& already : editor_->linesOf(words.message)) {
            if (const auto at = std::find(fresh.begin(), fresh.end(), already); at != fresh.end()) {
                fresh.erase(at);
            }
        }
    }
    auto& sources = work_.draft.sources;
    if (words.message.isValid()
        && std::find(sources.begin(), sources.end(), words.message) == sources.end()) {
        sources.push_back(words.message);
    }
    editor_->addLines(fresh, words.message);
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

void OrderPane::keepChangesOf(const std::vector<Order>& orders) {
    erase_if(edits_, [&](const std::pair<const OrderId&, Work&>& edit) {
        return std::none_of(orders.begin(), orders.end(),
                            [&](const Order& order) { return order.id == edit.first; });
    });
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
                  [this, lines, details, typing = editor_->typing()](const Result<Order>& saved) {
                      if (!saved) {
                          return;
                      }
                      if (openOrder() != saved->id) { // left meanwhile: nothing of it is unsaved
                          if (edits_.value(saved->id).typing == typing) {
                              edits_.remove(saved->id);
                          }
                          return;
                      }
                      editor_->markSaved(lines, details);
                      if (editor_->isDirty()) { // typed since
                          work_.base = *saved;
                      }
                      takeOver(*saved);
                  });
}

// The pane is empty at once: whatever is typed while the order is on its way is another one.
void OrderPane::submit(bool accept) {
    if (!isNew() || editor_->lines().empty() || !editor_->unreadable().isEmpty()) {
        return;
    }
    const store::Writer::NewOrder wanted = draft();
    work_.typing = editor_->typing();
    const Work sent = std::exchange(work_, Work());
    work_.draft = sent.draft;
    work_.draft.sources.clear();
    work_.forWhom = sent.forWhom;
    work_.after = ++submissions_;
    editor_->show({}, work_.draft.details);
    editor_->startTyping();
    readSources();
    actions_.create(wanted, accept, [this, sent, after = work_.after](const Result<Order>& made) {
        const bool waiting = work_.after == after && !editor_->isDirty();
        if (!made && waiting) {
            goOn(sent);
            readSources();
        } else if (!made) {
            drafts_.insert(sent.draft.conversation, sent);
        } else if (waiting) {
            work_ = Work();
            editor_->show({}, {});
            Q_EMIT created(*made);
        }
    });
}

} // namespace comanda::ui
