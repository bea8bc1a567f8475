#include "ui/orders/order_actions.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/orders/order_card.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace cmd = order_command;

namespace {

constexpr Millis kComplaintLasts{8'000};

QString title(const Order& order) {
    const QString name = displayLine(text::customerName(order.details), 40);
    return name.isEmpty() ? QString::number(order.number) : u"%1 %2"_s.arg(order.number).arg(name);
}

std::optional<OrderCommand> commandFor(const Order& order, const Shop& shop) {
    const auto next = nextStep(order.state, order.details.fulfilment);
    if (!next) {
        return std::nullopt;
    }
    if (*next == OrderState::New) {
        return cmd::Place{};
    }
    if (*next == OrderState::Accepted) {
        return order.details.wantedAt ? cmd::Accept{} : cmd::Accept{shop.promise};
    }
    if (*next == OrderState::Preparing) {
        return cmd::Start{};
    }
    if (*next == OrderState::Ready) {
        return cmd::MarkReady{};
    }
    return *next == OrderState::OutForDelivery ? OrderCommand(cmd::Dispatch{}) : cmd::Complete{};
}

} // namespace

OrderActions::OrderActions(hub::Desk& desk, PromptBar& prompt, Toast& toast, QObject* parent)
    : QObject(parent), desk_(desk), prompt_(prompt), toast_(toast) {}

void OrderActions::run(const Order& order, const OrderCommand& command, Done done) {
    if (busy_.contains(order.id)) {
        return;
    }
    busy_.insert(order.id);
    Q_EMIT busyChanged(order.id, true);
    desk_.changeOrder(order.id, order.version, command, this,
                      [this, id = order.id, done = std::move(done)](Result<Order> changed) {
                          busy_.remove(id);
                          Q_EMIT busyChanged(id, false);
                          if (!changed) {
                              complain(changed.error());
                          }
                          done(std::move(changed));
                      });
}

void OrderActions::move(const Order& order, const OrderCommand& command) {
    run(order, command, [this](const Result<Order>& changed) {
        if (changed) {
            offerUndo(*changed);
            Q_EMIT moved(*changed);
        }
    });
}

void OrderActions::offerUndo(const Order& order) {
    toast_.offer(
        u"%1 · %2"_s.arg(title(order), text::stateWord(order.state)), tr("Undo"), kUndoFor,
        [this, order] {
            run(order, cmd::Undo{order.version}, [this](const Result<Order>& back) {
                if (back) {
                    toast_.tell(
                        tr("%1 is back: %2").arg(title(*back), text::stateWord(back->state)),
                        Tone::Text1, kComplaintLasts / 2);
                    Q_EMIT moved(*back);
                }
            });
        });
}

void OrderActions::complain(const Error& error) {
    toast_.tell(text::describe(error), Tone::Late, kComplaintLasts);
}

void OrderActions::serve(OrderCard& card) {
    const auto act = [this, &card](auto signal, void (OrderActions::*action)(const Order&)) {
        connect(&card, signal, this, [this, &card, action] { (this->*action)(card.order()); });
    };
    act(&OrderCard::stepAsked, &OrderActions::step);
    act(&OrderCard::rejectAsked, &OrderActions::askReject);
    act(&OrderCard::changeTaken, &OrderActions::takeChange);
    act(&OrderCard::changeRefused, &OrderActions::refuseChange);
}

void OrderActions::step(const Order& order) {
    if (const auto command = commandFor(order, desk_.shop())) {
        move(order, *command);
    }
}

void OrderActions::askReason(const QString& question, const QStringList& reasons,
                             const QString& keep, std::function<void(QString)> go) {
    std::vector<PromptBar::Choice> choices;
    for (const QString& reason : reasons) {
        choices.push_back({reason, ButtonKind::Danger});
    }
    choices.push_back({keep, ButtonKind::Plain});
    prompt_.ask(question, choices, this, [reasons, go = std::move(go)](int choice) {
        if (choice >= 0 && choice < reasons.size()) {
            go(reasons.at(choice));
        }
    });
}

void OrderActions::askReject(const Order& order) {
    askReason(tr("Reject %1?").arg(title(order)),
              {tr("Sold out"), tr("Too far"), tr("Closed now"), tr("Not serious")}, tr("Keep it"),
              [this, order](const QString& reason) { move(order, cmd::Reject{reason}); });
}

void OrderActions::askCancel(const Order& order) {
    askReason(tr("Cancel %1?").arg(title(order)),
              {tr("Customer asked"), tr("Cannot be made"), tr("By mistake")}, tr("Keep it"),
              [this, order](const QString& reason) { move(order, cmd::Cancel{reason}); });
}

void OrderActions::askFailed(const Order& order) {
    askReason(tr("%1 was not delivered?").arg(title(order)),
              {tr("Nobody came"), tr("Nobody opened"), tr("Wrong address")}, tr("Keep it"),
              [this, order](const QString& reason) { move(order, cmd::Fail{reason}); });
}

void OrderActions::takeChange(const Order& order) {
    if (order.flags.contains(OrderFlag::CancelAsked)) {
        move(order, cmd::Cancel{tr("Customer asked")});
        return;
    }
    run(order, cmd::SetFlag{OrderFlag::ChangeAsked, false, {}}, [](const Result<Order>&) {});
}

void OrderActions::refuseChange(const Order& order) {
    const OrderFlag flag = order.flags.contains(OrderFlag::CancelAsked) ? OrderFlag::CancelAsked
                                                                        : OrderFlag::ChangeAsked;
    run(order, cmd::SetFlag{flag, false, {}}, [](const Result<Order>&) {});
}

void OrderActions::stepBack(const Order& order) {
    run(order, cmd::StepBack{}, [this](const Result<Order>& changed) {
        if (changed) {
            toast_.tell(tr("%1 is back: %2").arg(title(*changed), text::stateWord(changed->state)),
                        Tone::Text1, kComplaintLasts / 2);
            Q_EMIT moved(*changed);
        }
    });
}

void OrderActions::reopen(const Order& order) {
    move(order, cmd::Reopen{});
}

void OrderActions::setPayment(const Order& order, PaymentState state) {
    run(order, cmd::SetPayment{state, order.details.paymentMethod}, [](const Result<Order>&) {});
}

void OrderActions::save(const Order& order, const std::optional<std::vector<OrderLine>>& lines,
                        const std::optional<OrderDetails>& details, Done done) {
    if (!lines) {
        details ? run(order, cmd::SetDetails{*details}, std::move(done)) : done(order);
        return;
    }
    run(order, cmd::SetLines{*lines},
        [this, details, done = std::move(done)](Result<Order> changed) {
            if (changed && details) {
                run(*changed, cmd::SetDetails{*details}, done);
                return;
            }
            done(std::move(changed));
        });
}

void OrderActions::create(const store::Writer::NewOrder& order, bool accept, Done done) {
    desk_.createOrder(order, this,
                      [this, accept, done = std::move(done)](const Result<Order>& made) {
                          if (!made) {
                              complain(made.error());
                          } else if (accept) {
                              step(*made);
                          } else {
                              toast_.tell(tr("%1 is in the queue").arg(title(*made)), Tone::Text1,
                                          kComplaintLasts / 2);
                          }
                          done(made);
                      });
}

void OrderActions::undo() {
    toast_.act();
}

} // namespace comanda::ui
