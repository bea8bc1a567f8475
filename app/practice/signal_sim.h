// A simulated signal-cli daemon with its customers, on a socket of this machine, over TCP and over
// HTTP with an event stream. It lives in one thread, whose event loop serves it.
#pragma once

#include "app/practice/http_message.h"
#include "app/practice/received.h"
#include "app/practice/signal_daemon.h"
#include "app/practice/sim_server.h"

#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace comanda::practice {

struct SignalOptions {
    const Clock* clock = nullptr; // nullptr: the system's
    QString account = QStringLiteral("+573001112233");
    bool multi = true;        // started without -a
    bool onConnection = true; // else on-start: what comes while nobody listens is lost
    bool wrapped = false;     // news comes as for an explicit subscription
    std::chrono::milliseconds keepAlive{15'000};
    // Phones say that a message has come, later that it was read; zero: they never do.
    std::chrono::milliseconds receiptsAfter{0};
};

struct SignalCustomer {
    QString uuid;
    QString number; // empty: hidden
    QString name;
};

// An answer waits for `release()`, is dropped, or goes.
enum class SignalAnswers { Prompt, Kept, Dropped };

class SignalSimulator final : public QObject {
    Q_OBJECT
public:
    explicit SignalSimulator(const SignalOptions& options = {}, QObject* parent = nullptr);
    ~SignalSimulator() override;

    // What to configure.
    [[nodiscard]] QString socketPath() const;
    [[nodiscard]] QString tcpAddress() const;
    [[nodiscard]] QUrl httpUrl() const;
    [[nodiscard]] QString attachmentsDir() const;
    [[nodiscard]] SignalDaemon& daemon() { return daemon_; }
    [[nodiscard]] int clients() const; // who is told news
    [[nodiscard]] int lost() const { return lost_; }
    [[nodiscard]] int waiting() const { return static_cast<int>(waiting_.size()); }

    // Customers. All return the message's time, which with its author is its name.
    qint64 writeText(const SignalCustomer& customer, const QString& text);
    qint64 writeAt(const SignalCustomer& customer, const QString& text, Time date);
    qint64 sendFile(const SignalCustomer& customer, const QString& id, const QByteArray& bytes,
                    const QString& mime, const QString& caption = {});
    void edit(const SignalCustomer& customer, qint64 message, const QString& text);
    void unsend(const SignalCustomer& customer, qint64 message);
    void sendReceipt(const SignalCustomer& customer, qint64 timestamp, bool read);
    // Any envelope's content, besides who and when: "dataMessage", "typingMessage", …
    qint64 sendOther(const SignalCustomer& customer, const QJsonObject& content);
    // The owner answers on the phone.
    qint64 answerOnPhone(const SignalCustomer& customer, const QString& text);
    void tell(const QJsonObject& params); // "account", "envelope", "exception" as they stand

    // What their phones show, by uuid.
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const;
    [[nodiscard]] int timesReceived(const QString& text) const; // over all customers

    // Troubles.
    void setFault(Fault fault); // those that a daemon can have; the others leave it well
    void setSilent(bool on);    // what customers write waits until it ends
    void setDuplicating(bool on) { duplicating_ = on; }
    void setReordering(bool on);
    void setLinked(bool on); // off: as unlink() of a daemon of many accounts
    void die();              // everybody is cut off, nobody is listened to
    void live();             // again, at the same places
    void setAnswers(SignalAnswers answers) { answers_ = answers; }
    void release(bool reversed = false);  // what was kept, and from now on promptly
    void sayRaw(const QByteArray& bytes); // to all who listen on lines
    // The phone that scans the code which is shown, and the end of waiting for one.
    void scan(const QString& number);
    void refuseLink(const SignalDaemon::Failure& failure);
    void unlink(); // the owner removed this device: a daemon of one account ends

Q_SIGNALS:
    // A message reached the customer.
    void received(const QString& customer, const comanda::practice::Received& message);

private:
    using Write = std::function<void(const QByteArray&)>;

    void serveLines(QIODevice* client, const std::shared_ptr<QByteArray>& buffer);
    void answerLine(QIODevice* client, const QByteArray& line);
    void acceptHttp();
    void serveHttp(QTcpSocket* socket, const std::shared_ptr<RequestParser>& parser);
    void answerHttp(QTcpSocket* socket, const SimRequest& request);
    [[nodiscard]] int statusOf(const SimRequest& request) const; // before it is answered
    void beginStream(QTcpSocket* socket, const SimRequest& request);
    [[nodiscard]] bool isStruck(QIODevice* client, const QByteArray& request,
                                bool overHttp); // it is lost to a fault
    void announceSent();
    void announce(const SignalSent& one, const SignalCustomer& to);
    void flushReordered();
    void deliver(const QJsonObject& params);
    void hand(const QJsonObject& params);
    qint64 sendAt(const SignalCustomer& customer, const QJsonObject& content, qint64 time);
    // False: there is nothing to answer.
    bool answerCall(QIODevice* client, const QByteArray& call, bool overHttp, const Write& write);
    void answerWith(std::function<void()> write);
    void greet(); // somebody is there: what waited comes
    [[nodiscard]] qint64 nextTime();
    [[nodiscard]] QJsonObject envelopeOf(const SignalCustomer& customer, qint64 time) const;

    SystemClock systemClock_;
    SignalOptions options_;
    QTemporaryDir folder_;
    SignalDaemon daemon_;
    QLocalServer local_;
    QTcpServer tcp_;
    QTcpServer http_;
    quint16 tcpPort_ = 0, httpPort_ = 0;
    QList<QPointer<QIODevice>> lines_;
    QList<QPointer<QTcpSocket>> streams_;
    QList<QPointer<QObject>> all_; // every connection
    std::vector<QJsonObject> waiting_;
    std::vector<std::function<void()>> kept_;
    SignalAnswers answers_ = SignalAnswers::Prompt;
    QTimer keepAlive_;
    int lost_ = 0;
    Write linkAnswer_;                    // to whoever waits for a phone
    QMap<QString, SignalCustomer> known_; // who wrote, by uuid
    QMap<QString, std::vector<Received>> inboxes_;
    std::size_t announced_ = 0; // of what the daemon sent
    Fault fault_ = Fault::Healthy;
    bool silent_ = false, duplicating_ = false, reordering_ = false;
    std::vector<QJsonObject> reordered_; // what comes together leaves in disorder
    QTimer reorder_;
};

} // namespace comanda::practice
