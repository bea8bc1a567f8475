// An object that lives on a thread of its own, opened and closed there.
#pragma once

#include "core/base/result.h"

#include <QMetaObject>
#include <QThread>

#include <memory>

namespace comanda::store {

// `Object` is a QObject. Whoever owns this waits for the object's thread; never from that thread.
template <typename Object>
class WorkerThread {
public:
    WorkerThread(const QString& name, std::unique_ptr<Object> object) : object_(std::move(object)) {
        thread_.setObjectName(name);
        object_->moveToThread(&thread_);
        thread_.start();
    }
    ~WorkerThread() {
        thread_.quit();
        thread_.wait();
        // The loop has ended: destroying the object here is the same as there.
    }
    WorkerThread(const WorkerThread&) = delete;
    WorkerThread& operator=(const WorkerThread&) = delete;

    Object* operator->() const { return object_.get(); }
    [[nodiscard]] Object* get() const { return object_.get(); }

    // Runs `work` on the thread, behind what waits there, and returns when it is done.
    template <typename Work>
    auto inside(Work work) {
        using Value = decltype(work(*object_));
        if constexpr (std::is_void_v<Value>) {
            QMetaObject::invokeMethod(
                object_.get(), [&] { work(*object_); }, Qt::BlockingQueuedConnection);
        } else {
            std::optional<Value> value;
            QMetaObject::invokeMethod(
                object_.get(), [&] { value.emplace(work(*object_)); },
                Qt::BlockingQueuedConnection);
            return std::move(*value);
        }
    }

private:
    std::unique_ptr<Object> object_;
    QThread thread_;
};

} // namespace comanda::store
