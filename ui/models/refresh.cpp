#include "ui/models/refresh.h"

namespace comanda::ui {

constexpr int kFrame = 16; // ms

Refresh::Refresh(std::function<void()> read, QObject* parent)
    : QObject(parent), read_(std::move(read)) {
    timer_.setSingleShot(true);
    timer_.setInterval(kFrame);
    connect(&timer_, &QTimer::timeout, this, [this] {
        running_ = true;
        read_();
    });
}

void Refresh::request() {
    if (running_) {
        again_ = true;
    } else if (!timer_.isActive()) {
        timer_.start();
    }
}

void Refresh::finished() {
    running_ = false;
    if (std::exchange(again_, false)) {
        timer_.start();
    }
}

} // namespace comanda::ui
