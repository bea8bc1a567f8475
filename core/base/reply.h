// One answer from another thread, delivered once in the receiver's thread or not at all if the
// receiver is gone. Make it in the receiver's thread; hand `deliver` to whoever works.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace comanda {

class Reply final : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void ready();
};

// Returns a function that may be called once, from any thread.
template <typename T>
std::function<void(T)> replyTo(QObject* receiver, std::function<void(T)> then) {
    auto reply = std::make_shared<Reply>();
    auto slot = std::make_shared<std::optional<T>>();
    QObject::connect(
        reply.get(), &Reply::ready, receiver,
        [slot, then = std::move(then)] { then(std::move(**slot)); }, Qt::QueuedConnection);
    return [reply, slot](T value) {
        *slot = std::move(value);
        Q_EMIT reply->ready();
    };
}

} // namespace comanda
