// Scripted customers of the practice restaurant. Within seconds somebody writes on both platforms;
// later they come at a believable pace, answer what staff say, lose patience, and leave.
#pragma once

#include "app/practice/phrases.h"
#include "app/practice/telegram_simulator.h"
#include "app/practice/whatsapp_simulator.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>

namespace comanda::practice {

struct CustomersOptions {
    quint32 seed = 1;
    double speed = 1.0;       // 2: twice as fast
    int conversationsMax = 8; // that wait or talk at the same time; who comes later waits outside
};

// Lives in the thread that made it.
class Customers final : public QObject {
    Q_OBJECT
public:
    Customers(TelegramSimulator& telegram, WhatsAppSimulator& whatsapp,
              const CustomersOptions& options, QObject* parent = nullptr);
    ~Customers() override;

    void start();
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return paused_; }
    void setSpeed(double speed); // from now on; at least 0.1
    [[nodiscard]] double speed() const { return options_.speed; }
    void sendCartNow(); // a WhatsApp customer sends one at once

    [[nodiscard]] int talking() const { return int(guests_.size()); }
    [[nodiscard]] int written() const { return written_; } // messages that customers sent
    [[nodiscard]] int carts() const { return carts_; }
    [[nodiscard]] int answered() const { return answered_; } // messages that reached them

Q_SIGNALS:
    void changed(); // one of the counts

private:
    enum class Step {
        Greet,
        Ask,
        OrderText,
        Cart,
        AfterCart,
        Change,
        Location,
        Photo,
        Hurry,
        Complain,
        Thank,
        ThankReady,
        Confirm,
        Leave
    };
    struct Planned {
        Step step = Step::Leave;
        double after = 0; // seconds after the step before
    };
    struct Guest {
        bool onTelegram = false;
        QString key; // of the simulator
        Tongue tongue = Tongue::Spanish;
        std::deque<Planned> plan;
        double nextIn = 0;    // seconds until the front of the plan
        bool wasTold = false; // staff wrote something
        bool orderSaidReady = false;
    };

    void tick();
    [[nodiscard]] bool advance(Guest& guest, double passed); // false: they leave
    void arrive(bool onTelegram);
    void makePeople();
    [[nodiscard]] std::deque<Planned> script(bool onTelegram);
    void perform(Guest& guest, Step step);
    void say(const Guest& guest, const QString& text);
    void sayWhen(const Guest& guest, Occasion occasion);
    void sendPlace(const Guest& guest);
    void sendPicture(const Guest& guest);
    void sendCart(const Guest& guest);
    void react(Guest& guest, const QString& text); // to what staff wrote
    void heard(bool onTelegram, const QString& key, const Received& message);
    [[nodiscard]] std::vector<std::pair<Dish, int>> pickDishes();
    [[nodiscard]] double between(double least, double most);

    TelegramSimulator& telegram_;
    WhatsAppSimulator& whatsapp_;
    CustomersOptions options_;
    QRandomGenerator random_;
    QTimer timer_;
    struct Person {
        QString key;
        Tongue tongue = Tongue::Spanish;
    };
    std::vector<Person> onTelegram_, onWhatsApp_;
    std::map<QString, Guest> guests_; // by "t"/"w" + key
    double untilNext_ = 0;
    int arrivals_ = 0;
    bool paused_ = false;
    int written_ = 0;
    int carts_ = 0;
    int answered_ = 0;
};

} // namespace comanda::practice
