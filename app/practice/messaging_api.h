// The simulated Messenger or Instagram itself. Lives in the server's thread.
#pragma once

#include "app/practice/graph_desk.h"
#include "app/practice/messaging_simulator.h"

#include <QHash>
#include <QJsonArray>
#include <QRandomGenerator>

#include <deque>
#include <map>

namespace comanda::practice {

class MessagingApi {
public:
    using Announce = std::function<void(const QString& customer, const Received& message)>;

    struct Said { // one message of a conversation
        QString id;
        Time at;
        bool ours = false;
        QString text;
        QString replyTo;
        QJsonArray attachments; // as a webhook shows them
    };
    struct Guest {
        QString id; // scoped to us
        MessagingCustomer who;
        std::optional<Time> lastWord; // opens the window
        std::vector<Said> said;
        std::vector<Received> inbox;
    };

    MessagingApi(const MessagingOptions& options, Announce announce);

    // Makes the sender of webhooks below `context`, which also carries the timers.
    void attach(QObject* context, const QUrl& base);
    void handle(const SimRequest& request, const Respond& respond);

    // Customers; see MessagingSimulator.
    QString add(const MessagingCustomer& customer);
    QString write(const QString& customer, const QJsonObject& message,
                  std::optional<Time> date = std::nullopt);
    QString writeFile(const QString& customer, const QString& type, const MessagingFile& file);
    QString answerStory(const QString& customer, const MessagingFile& story, const QString& text);
    QString press(const QString& customer, const QString& title, const QString& payload);
    void sendCart(const QString& customer, const QJsonArray& products, const QString& note);
    QString writeElsewhere(const QString& customer, const QString& text);
    void edit(const QString& customer, const QString& message, const QString& text);
    // An item from the customer with one member of this name.
    void tell(const QString& field, const QString& customer, const QString& member,
              const QJsonObject& content);
    void push(const QString& field, const QJsonObject& item, const QStringList& messages);
    void beginBatch() { batching_ = true; }
    void endBatch();

    [[nodiscard]] Guest* find(const QString& customer);
    [[nodiscard]] const std::map<QString, Guest>& guests() const { return guests_; }
    [[nodiscard]] WebhookSender& sender() { return *sender_; }
    [[nodiscard]] GraphDesk& desk() { return desk_; }
    void unsubscribe() { desk_.subscribe({}); }
    [[nodiscard]] const Clock& clock() const { return clock_; }
    [[nodiscard]] const QByteArray& newestToken() const { return newestToken_; }
    [[nodiscard]] int sends() const { return sends_; }
    [[nodiscard]] int actions(const QString& action) const { return actions_.value(action); }
    void setStandby(bool on) { standby_ = on; }

private:
    [[nodiscard]] bool isInstagram() const { return options_.kind != MessagingKind::Messenger; }
    [[nodiscard]] bool isLogin() const { return options_.kind == MessagingKind::InstagramByLogin; }
    [[nodiscard]] QString asset() const; // whose edges are called
    [[nodiscard]] SimResponse route(const GraphCall& call);
    [[nodiscard]] SimResponse edge(const GraphCall& call, const QString& edge);
    [[nodiscard]] SimResponse account(const GraphCall& call) const;
    [[nodiscard]] SimResponse refresh(const GraphCall& call);
    [[nodiscard]] SimResponse upload(const GraphCall& call);

    [[nodiscard]] SimResponse conversations(const GraphCall& call);
    [[nodiscard]] SimResponse node(const GraphCall& call);
    [[nodiscard]] QJsonObject conversationJson(const Guest& guest, const QString& fields,
                                               qsizetype details) const;
    [[nodiscard]] QJsonObject messageJson(const Guest& guest, const Said& said) const;
    [[nodiscard]] QJsonObject personJson(const Guest* guest) const; // nullptr: ourselves

    [[nodiscard]] SimResponse messages(const GraphCall& call);
    [[nodiscard]] std::optional<GraphError> refuseSend(const QJsonObject& body, Guest* guest);
    [[nodiscard]] std::optional<GraphError> contentProblem(const QJsonObject& message) const;
    [[nodiscard]] std::optional<GraphError> attachmentProblem(const QJsonObject& attachment) const;
    [[nodiscard]] std::optional<GraphError> windowProblem(const QJsonObject& body,
                                                          const Guest& guest) const;
    [[nodiscard]] SimResponse act(const QJsonObject& body, Guest& guest);
    [[nodiscard]] SimResponse accept(const QJsonObject& body, Guest& guest);
    void echo(const Guest& guest, const Said& said, const QJsonObject& more);
    void receipts(const QString& customer, const QString& message);

    [[nodiscard]] QString newId();
    [[nodiscard]] QString publish(const MessagingFile& file, const QString& type); // its address
    void later(double seconds, std::function<void()> work);

    MessagingOptions options_;
    SystemClock systemClock_;
    const Clock& clock_;
    QRandomGenerator random_;
    Announce announce_;
    QObject* context_ = nullptr;
    WebhookSender* sender_ = nullptr; // owned by context_
    QUrl base_;
    std::map<QString, Guest> guests_;
    GraphDesk desk_;
    QByteArray newestToken_;
    std::deque<Monotonic> recentSends_, recentReads_;
    QHash<QString, int> actions_;
    bool standby_ = false;
    bool batching_ = false;
    QJsonArray batch_; // items
    QStringList batchMessages_;
    int sends_ = 0;
    qint64 lastGuest_ = 0;
    qint64 lastStory_ = 17'900'000'000'000'000;
};

} // namespace comanda::practice
