// A simulated Messenger page or Instagram account: Send API, Conversations API, subscriptions, a
// sender of signed webhooks, and customers.
// Every function may be called from any thread; the protocol runs in the simulator's own.
#pragma once

#include "app/practice/received.h"
#include "app/practice/sim_server.h"
#include "app/practice/webhook_sender.h"
#include "core/base/clock.h"

#include <QJsonArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace comanda::practice {

class MessagingApi;

enum class MessagingKind { Messenger, InstagramByPage, InstagramByLogin };

struct MessagingOptions {
    MessagingKind kind = MessagingKind::Messenger;
    const Clock* clock = nullptr; // nullptr: the system's; must outlive the simulator
    QByteArray accessToken;       // empty: random, as the two below
    QByteArray appSecret;
    QByteArray verifyToken;
    QString appId = QStringLiteral("900000000000001");
    QString page = QStringLiteral("200000000000001");
    QString instagram = QStringLiteral("17841400000000001");
    QString name = QStringLiteral("Fonda La Esquina");
    QString userName = QStringLiteral("fonda.la.esquina");
    bool proofDemanded = false;             // calls without appsecret_proof fail
    std::chrono::milliseconds second{1000}; // of limits and of the steps between receipts
    int sendsPerSecond = 300;
    int readsPerSecond = 2; // of conversations
    std::chrono::hours tokenLives{60 * 24};
    WebhookOptions hooks; // after `keepFor` of failures the app is unsubscribed
    quint32 seed = 0;     // 0: random

    // Whose events these are.
    [[nodiscard]] QString account() const {
        return kind == MessagingKind::Messenger ? page : instagram;
    }
};

struct MessagingCustomer {
    QString name;
    QString userName; // of Instagram
    bool receipts = true;
};

struct MessagingFile {
    QByteArray bytes;
    QString mime;
    QString name;
};

// Customers are named by their scoped ids; returned ids are those of messages.
class MessagingSimulator final : public QObject {
    Q_OBJECT
public:
    explicit MessagingSimulator(const MessagingOptions& options = {}, QObject* parent = nullptr);
    ~MessagingSimulator() override;

    // What to configure.
    [[nodiscard]] QUrl baseUrl() const;                                        // without a version
    [[nodiscard]] const MessagingOptions& options() const { return options_; } // tokens filled in
    [[nodiscard]] SimServer& server() { return *server_; }

    // Where webhooks go. Setting it does not shake hands; posts wait until there is one.
    void setHook(const QUrl& url);

    // Customers.
    QString addCustomer(const MessagingCustomer& customer); // the scoped id
    QString writeText(const QString& customer, const QString& text, const QString& quoted = {});
    QString writeAt(const QString& customer, const QString& text, Time date);
    QString sendFile(const QString& customer, const QString& type, const MessagingFile& file);
    // Instagram: `story` is ours.
    QString answerStory(const QString& customer, const MessagingFile& story, const QString& text);
    QString answerQuickly(const QString& customer, const QString& title, const QString& payload);
    QString press(const QString& customer, const QString& title, const QString& payload);
    void react(const QString& customer, const QString& message, const QString& word,
               const QString& emoji); // no word: taken back
    void edit(const QString& customer, const QString& message, const QString& text);
    void unsend(const QString& customer, const QString& message);
    void sendCart(const QString& customer, const QJsonArray& products, const QString& note);
    void comeByLink(const QString& customer, const QString& ref);
    // A "message" with any content besides its id.
    QString sendOther(const QString& customer, const QJsonObject& message);
    // Typed by a person elsewhere (inbox of the page, app of the account): an echo.
    QString writeElsewhere(const QString& customer, const QString& text);
    void pushItem(const QString& field, const QJsonObject& item);
    void pushBody(const QByteArray& body); // signed as it is
    // From here to endBatch() what happens is kept and then leaves in one POST.
    void beginBatch();
    void endBatch();

    // What came of it.
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const;
    [[nodiscard]] int timesReceived(const QString& text) const;
    [[nodiscard]] int sends() const;
    [[nodiscard]] int actions(const QString& action) const;          // "typing_on", "mark_seen"
    [[nodiscard]] bool isAcknowledged(const QString& message) const; // 200 came for it in time
    [[nodiscard]] int unacknowledged() const; // POSTs that still wait for a 200
    [[nodiscard]] bool isSubscribed() const;
    [[nodiscard]] QStringList subscribedFields() const;
    [[nodiscard]] QByteArray newestToken() const;

    // Troubles. HTTP ones by server().setFault(), of webhooks by these.
    void setSilent(bool on); // webhooks are held back; they leave when it ends
    void setDuplicating(bool on);
    void setReordering(bool on);
    void setSignature(Signature signature);
    void setStandby(bool on); // another app has the conversations
    void unsubscribe();
    void revokeToken(int subcode = 460);
    void restoreToken();
    void setLastWord(const QString& customer, std::chrono::hours age);
    void failNext(int code, int subcode = 0, int times = 1); // the next sends
    void setUsage(int percent);                              // in the headers of every answer

Q_SIGNALS:
    // A message reached the customer. From the simulator's thread.
    void received(const QString& customer, const comanda::practice::Received& message);

private:
    MessagingOptions options_;
    std::unique_ptr<MessagingApi> api_;
    std::unique_ptr<SimServer> server_; // goes first: its handler uses api_
};

} // namespace comanda::practice
