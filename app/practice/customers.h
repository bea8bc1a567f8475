// Scripted customers of the practice restaurant. Within seconds somebody writes on every platform;
// later they come at a believable pace, answer what staff say, lose patience, and leave.
#pragma once

#include "app/practice/phrases.h"
#include "app/practice/sim_platform.h"

#include <QTimer>

#include <deque>
#include <map>

namespace comanda::practice {

struct CustomersOptions {
    quint32 seed = 1;
    double speed = 1.0;        // 2: twice as fast
    int conversationsMax = 12; // that wait or talk at the same time; who comes later waits outside
};

// Lives in the thread that made it; the platforms must outlive it.
class Customers final : public QObject {
    Q_OBJECT
public:
    Customers(std::vector<SimPlatform*> platforms, const CustomersOptions& options,
              QObject* parent = nullptr);
    ~Customers() override;

    void start();
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return paused_; }
    void setSpeed(double speed); // from now on; at least 0.1
    [[nodiscard]] double speed() const { return options_.speed; }
    void sendCartNow(); // a WhatsApp customer sends one at once

    [[nodiscard]] int talking() const { return int(guests_.size()); }
    [[nodiscard]] int written() const { return written_; } // messages that customers sent
    [[nodiscard]] int written(Platform platform) const { return writtenOn_.value(platform); }
    [[nodiscard]] int carts() const { return carts_; }
    [[nodiscard]] int answered() const { return answered_; } // messages that reached them

Q_SIGNALS:
    void changed(); // one of the counts

private:
    enum class Step {
        Greet,
        Ask,
        Story, // or what else one platform alone has
        OrderText,
        Cart,
        AfterCart,
        Change,
        Correct, // the order itself is edited
        Location,
        Photo,
        Mistake, // and taken back
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
    using Script = std::deque<Planned>;
    struct Guest {
        SimPlatform* on = nullptr;
        QString key; // of the platform
        Tongue tongue = Tongue::Spanish;
        Script plan;
        double nextIn = 0;    // seconds until the front of the plan
        QString order;        // the message that orders; empty: none yet
        bool wasTold = false; // staff wrote something
        bool orderSaidReady = false;
    };
    using Key = std::pair<Platform, QString>;

    void tick();
    [[nodiscard]] bool advance(Guest& guest, double passed); // false: they leave
    void arrive(SimPlatform& platform);
    void makePeople(SimPlatform& platform, std::size_t from);
    [[nodiscard]] Script script(Platform platform);
    [[nodiscard]] Script openingOf(Platform platform);
    [[nodiscard]] Script usualOf(Platform platform);
    void perhaps(Script& plan, int oneIn, Step step, double least, double most);
    void perform(Guest& guest, Step step);
    QString say(const Guest& guest, const QString& text); // the message's id
    void sayWhen(const Guest& guest, Occasion occasion);
    void order(Guest& guest);
    void correct(const Guest& guest);
    void tellStory(const Guest& guest);
    void sendPlace(const Guest& guest);
    void sendPicture(const Guest& guest);
    void sendCart(Guest& guest);
    void makeMistake(const Guest& guest);
    void wrote(const Guest& guest, int messages = 1);
    void react(Guest& guest, const QString& text); // to what staff wrote
    void heard(Platform platform, const QString& key, const Received& message);
    [[nodiscard]] SimPlatform* find(Platform platform) const;
    [[nodiscard]] Basket pickDishes();
    [[nodiscard]] double between(double least, double most);
    [[nodiscard]] bool chance(int oneIn) { return random_.bounded(oneIn) == 0; }

    std::vector<SimPlatform*> platforms_;
    CustomersOptions options_;
    QRandomGenerator random_;
    QTimer timer_;
    struct Known {
        QString key;
        Tongue tongue = Tongue::Spanish;
    };
    std::map<Platform, std::vector<Known>> people_;
    std::map<Key, Guest> guests_;
    double untilNext_ = 0;
    int arrivals_ = 0;
    bool paused_ = false;
    int written_ = 0;
    QMap<Platform, int> writtenOn_;
    int carts_ = 0;
    int answered_ = 0;
};

} // namespace comanda::practice
