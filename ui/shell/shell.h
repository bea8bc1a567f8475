// The window's inside: strip, rail, pages, banner, prompt and toast in their places. It only
// arranges; every page wires itself.
#pragma once

#include "core/hub/desk.h"
#include "ui/inbox/inbox_page.h"
#include "ui/models/lights.h"
#include "ui/models/order_board.h"
#include "ui/queue/queue_page.h"
#include "ui/shell/channel_strip.h"
#include "ui/shell/light_sheet.h"
#include "ui/shell/rail.h"
#include "ui/sound/alarm.h"
#include "ui/widgets/banner.h"

class QStackedWidget;

namespace comanda::ui {

class Shell final : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        Theme& theme;
        store::Store& store;
        hub::Desk& desk;
        const Clock& clock;
        Lights& lights;
        Sounds& sounds;
        Composer::Descriptors descriptors;
        bool practice = false;
    };
    explicit Shell(const Parts& parts, QWidget* parent = nullptr);

    // A page of its own (settings), under the others. Returns its index.
    int addPage(const QString& icon, const QString& words, QWidget* page);
    // A pane at the right of every page (the practice panel), there when its rail item is on.
    void addSide(const QString& icon, const QString& words, QWidget* side);
    void showSide(bool shown);
    void choose(int page);
    void openOrder(OrderId order);
    void openConversation(ConversationId conversation);
    void tell(const Error& error);       // something that concerns the whole window
    [[nodiscard]] bool isLoaded() const; // orders and chats have been read once

    [[nodiscard]] QueuePage& queue() { return *queue_; }
    [[nodiscard]] InboxPage& inbox() { return *inbox_; }
    [[nodiscard]] Alarm& alarm() { return *alarm_; }
    [[nodiscard]] PromptBar& prompt() { return *prompt_; }
    [[nodiscard]] Toast& toast() { return *toast_; }
    [[nodiscard]] Rail& rail() { return *rail_; }

Q_SIGNALS:
    void setupAsked(comanda::ChannelId channel); // invalid: of a first one
    void practiceLeft();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void arrange();
    void fit();
    void arrangeSide();
    void wire();
    void wireKeys();
    void counts();
    void ringForChanges();
    void showLights();
    void showMuted();
    void openSheet(ChannelId channel);
    void toggleSound();

    Parts parts_;
    OrderBoard* board_;
    ConversationModel* conversations_;
    ChannelStrip* strip_;
    Rail* rail_;
    Banner* muted_;
    Banner* outage_;
    Banner* trouble_;
    QStackedWidget* pages_;
    PromptBar* prompt_;
    QWidget* body_;
    QWidget* side_ = nullptr;
    bool sideShown_ = false;
    QWidget* stage_; // the pages; the toast keeps to its corner
    Toast* toast_;
    OrderActions* actions_;
    QueuePage* queue_;
    InboxPage* inbox_;
    LightSheet* sheet_;
    Alarm* alarm_;
    QTimer second_;
    bool outageRang_ = false;
    std::set<std::pair<OrderId, OrderFlag>> changesAsked_; // by customers, not answered yet
};

} // namespace comanda::ui
