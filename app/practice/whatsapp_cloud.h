// The simulated Cloud API itself: Graph endpoints, sends with their limits and statuses, and what
// customers do. Lives in the server's thread.
#pragma once

#include "app/practice/graph_desk.h"
#include "app/practice/whatsapp_people.h"

#include <QJsonArray>
#include <QPointer>

#include <deque>

namespace comanda::practice {

class WhatsAppCloud {
public:
    using Announce = std::function<void(const QString& customer, const Received& message)>;

    WhatsAppCloud(const WhatsAppOptions& options, Announce announce);

    // Makes the sender of webhooks below `context`, which also carries the timers.
    void attach(QObject* context, const QUrl& base);
    void handle(const SimRequest& request, const Respond& respond);

    // Customers; see WhatsAppSimulator.
    QString write(const QString& customer, const QJsonObject& content,
                  std::optional<Time> date = std::nullopt);
    QString writeMedia(const QString& customer, const QString& type, const WhatsAppFile& file,
                       const QJsonObject& extra = {});
    QString sendCart(const QString& customer, const std::vector<CartLine>& lines,
                     const QString& note);
    QString writeFromPhone(const QString& customer, const QString& text);
    QString shareNumber(const QString& customer);
    void setTemplates(const QJsonArray& templates);
    void flood(const QString& customer, int count, std::chrono::seconds age);
    void beginBatch() { batching_ = true; }
    void endBatch();
    void change(const QString& field, const QJsonObject& value, const QStringList& messages);

    void setWindowAsStatus(bool on) { options_.windowAsStatus = on; }
    void failNext(int code, int times);
    void failNextAsStatus(int code, int times);

    [[nodiscard]] GraphDesk& desk() { return desk_; }
    [[nodiscard]] WebhookSender& sender() { return *sender_; }
    [[nodiscard]] People& people() { return people_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] int sends() const { return sends_; }
    [[nodiscard]] int reads() const { return reads_; }

private:
    using Call = GraphCall;
    struct Sent {
        QString wamid;
        QString reference;
        QString customer; // key; empty: nobody has this number
        QString recipient;
        bool byNumber = true; // false: addressed by BSUID
    };

    [[nodiscard]] SimResponse route(const Call& call);
    [[nodiscard]] SimResponse number(const Call& call) const;
    [[nodiscard]] SimResponse account(const Call& call);
    [[nodiscard]] SimResponse products(const Call& call) const;
    [[nodiscard]] SimResponse appData(const Call& call);
    void bringHistory();
    [[nodiscard]] SimResponse upload(const Call& call);
    [[nodiscard]] SimResponse mediaNode(const Call& call);
    [[nodiscard]] SimResponse download(const SimRequest& request) const;
    [[nodiscard]] QString mediaUrl(const QString& id) const;

    [[nodiscard]] SimResponse messages(const Call& call);
    [[nodiscard]] SimResponse markRead(const QJsonObject& body);
    [[nodiscard]] std::optional<GraphError> refuseSend(const QJsonObject& body, Shopper* shopper);
    [[nodiscard]] std::optional<GraphError> overLimits(Shopper* shopper);
    [[nodiscard]] bool windowOpen(const Shopper& shopper) const;
    [[nodiscard]] SimResponse accept(const QJsonObject& body, Shopper* shopper);
    [[nodiscard]] int laterFailure(const QJsonObject& body, const Shopper* shopper);
    void deliverTo(Shopper& shopper, const QJsonObject& body, const Sent& sent);
    void status(const Sent& sent, const QString& word, bool priced = false);
    void failedStatus(const Sent& sent, int code);
    void later(double seconds, std::function<void()> work);

    [[nodiscard]] QJsonObject envelope() const; // messaging_product and metadata
    [[nodiscard]] QJsonObject contact(const Shopper& shopper) const;
    [[nodiscard]] QJsonObject stamped(Shopper& shopper, QJsonObject content, Time date);
    [[nodiscard]] QString priceOf(const QString& sku) const;

    WhatsAppOptions options_;
    SystemClock systemClock_;
    const Clock& clock_;
    QRandomGenerator random_;
    People people_;
    Announce announce_;
    GraphDesk desk_;
    QObject* context_ = nullptr;
    WebhookSender* sender_ = nullptr; // owned by context_
    QUrl base_;
    std::deque<Monotonic> recentSends_;
    std::deque<int> failures_;
    std::deque<int> laterFailures_;
    bool batching_ = false;
    QJsonArray batch_; // changes
    QStringList batchMessages_;
    QStringList brought_; // of the phone's app: each once
    int sends_ = 0;
    int reads_ = 0;
};

} // namespace comanda::practice
