// A simulated Telegram Bot API with its customers. Every function may be called from any thread;
// the protocol runs in the simulator's own.
#pragma once

#include "app/practice/received.h"
#include "app/practice/sim_server.h"
#include "core/base/clock.h"

#include <QJsonArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace comanda::practice {

class TelegramBot;

struct TelegramOptions {
    const Clock* clock = nullptr; // nullptr: the system's; must outlive the simulator
    QByteArray token;             // empty: a random one
    QString name = QStringLiteral("Fonda La Esquina");
    QString userName = QStringLiteral("fonda_practice_bot");
    // How long a second of the protocol lasts in polls, penalties and limits: tests shorten it.
    std::chrono::milliseconds second{1000};
    int burst = 20;   // messages that one chat takes at once; then one a second
    quint32 seed = 0; // 0: random
};

struct TelegramCustomer {
    qint64 id = 0; // of the user and the private chat alike; 0: given by the simulator
    QString firstName;
    QString lastName;
    QString userName; // without @
    QString language = QStringLiteral("es");
};

struct TelegramFile {
    QByteArray bytes;
    QString name;
    QString mime;
    QString caption;
    QString album; // media_group_id; empty: alone
};

// Customers write by their id. Ids of messages are those of the platform.
class TelegramSimulator final : public QObject {
    Q_OBJECT
public:
    explicit TelegramSimulator(const TelegramOptions& options = {}, QObject* parent = nullptr);
    ~TelegramSimulator() override;

    // What to configure.
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] qint64 botId() const;
    [[nodiscard]] SimServer& server() { return *server_; }

    // Customers. What they write is queued until a poll fetches it.
    qint64 addCustomer(const TelegramCustomer& customer); // the id; has not started the bot yet
    qint64 start(qint64 customer, const QString& payload = {});
    qint64 writeText(qint64 customer, const QString& text, qint64 replyTo = 0);
    qint64 writeAt(qint64 customer, const QString& text, Time date); // dated: late or forged
    qint64 sendPhoto(qint64 customer, const TelegramFile& file);
    qint64 sendDocument(qint64 customer, const TelegramFile& file);
    qint64 sendVoice(qint64 customer, const TelegramFile& file);
    qint64 sendLocation(qint64 customer, double latitude, double longitude);
    qint64 sendVenue(qint64 customer, double latitude, double longitude, const QString& title,
                     const QString& address);
    qint64 sendContact(qint64 customer, const QString& phone, const QString& name, bool own = true);
    qint64 sendSticker(qint64 customer, const QString& emoji);
    // Any other content: fields that a Message carries besides id, chat, from and date.
    qint64 sendOther(qint64 customer, const QJsonObject& content);
    void editText(qint64 customer, qint64 message, const QString& text);
    QString press(qint64 customer, qint64 message, const QString& data); // the callback query's id
    void react(qint64 customer, qint64 message, const QString& emoji);   // empty: takes it back
    void block(qint64 customer);
    void unblock(qint64 customer);
    void deactivate(qint64 customer); // the account is gone
    // One update of any kind, without its update_id.
    void pushRaw(const QJsonObject& update);
    // `count` texts whose dates lie between `age` and now, all at once.
    void flood(qint64 customer, int count, std::chrono::seconds age);

    // Telegram Business: the shop's own account lets the bot read and answer.
    QString connectBusiness(qint64 owner, bool canReply = true); // the connection's id
    // `quietly`: as if the update about it were more than a day old, and gone.
    void changeBusiness(const QString& connection, bool enabled, bool canReply,
                        bool quietly = false);
    void forbidDeleting(const QString& connection);
    qint64 writeBusiness(const QString& connection, qint64 customer, const QString& text);
    void deleteBusiness(const QString& connection, qint64 customer, qint64 message);

    // What came of it.
    [[nodiscard]] std::vector<Received> inbox(qint64 customer) const;
    [[nodiscard]] int timesReceived(const QString& text) const; // over all customers
    [[nodiscard]] int sends() const;                            // messages taken for customers
    [[nodiscard]] int calls(const QString& method) const;       // that named the right token
    [[nodiscard]] int pendingUpdates() const;                   // not confirmed yet
    [[nodiscard]] bool isConfirmed(qint64 message) const; // its update was confirmed by an offset
    [[nodiscard]] std::vector<qint64> confirmedMessages() const;
    [[nodiscard]] int lastPollSeconds() const; // timeout of the last getUpdates as it took effect
    [[nodiscard]] QJsonArray allowedUpdates() const; // empty: the default
    [[nodiscard]] QStringList answeredCallbacks() const;
    [[nodiscard]] bool isPolling() const; // a poll hangs now

    // Troubles. HTTP ones by server().setFault().
    void setSilent(bool on);      // polls are answered, with nothing new
    void setDuplicating(bool on); // each update stands twice in its answer, old ones come again
    void setReordering(bool on);  // an answer's updates are shuffled
    void revokeToken();
    void restoreToken();
    void throttle(qint64 customer, int seconds,
                  int times = 1);     // the next sends there get 429; 0: all
    void reseedIds(bool lower);       // as after a week of quiet: the next update id jumps
    void setHook(const QString& url); // somebody switched a webhook on; empty: off

Q_SIGNALS:
    // A message reached the customer, or was edited. From the simulator's thread.
    void received(qint64 customer, const comanda::practice::Received& message);

private:
    std::unique_ptr<TelegramBot> bot_;
    std::unique_ptr<SimServer> server_; // goes first: its handler uses bot_
};

} // namespace comanda::practice
