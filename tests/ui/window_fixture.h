// A whole window over a real store: what a seat sees and does, without channels.
#pragma once

#include "core/store/writer.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"
#include "tests/ui/samples.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>

namespace comanda::test {

class SilentSounds final : public ui::Sounds {
public:
    void play(ui::Alert alert) override { heard.push_back(alert); }
    [[nodiscard]] bool canPlay() override { return true; }
    std::vector<ui::Alert> heard;
};

class Seat {
public:
    explicit Seat(bool practice = false);
    ~Seat();

    // A customer writes; returns the conversation. `minutesLate`: reached us that much later.
    ConversationId write(const QString& who, const QString& text, int minutesLate = 0);
    Order order(const QString& who, const QString& dish, ConversationId conversation = {});
    [[nodiscard]] Order now(OrderId order); // from the store
    [[nodiscard]] std::vector<Message> messages(ConversationId conversation);
    ui::Shell& open(QSize size = {1366, 768});
    [[nodiscard]] bool shows(OrderId order); // as a card, sooner or later
    [[nodiscard]] ChannelDescriptor& descriptor() { return descriptor_; } // of every platform

    ui::Theme theme;
    ManualClock clock{evening()};
    QTemporaryDir dir;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<hub::Desk> desk;
    ui::Lights lights;
    SilentSounds sounds;
    ChannelId channel;
    std::unique_ptr<ui::MainWindow> window;

private:
    bool practice_;
    int written_ = 0;
    ChannelDescriptor descriptor_;
};

} // namespace comanda::test
