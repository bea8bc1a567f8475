// Posts webhooks the way Meta does: signed over the very bytes, again and again, ever more seldom,
// until exactly 200 comes in time.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QRandomGenerator>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace comanda::practice {

enum class Signature { Right, WrongSecret, Missing, Sha1Only, BodyAltered };

struct WebhookOptions {
    std::chrono::milliseconds answerLimit{10'000}; // a later 200 does not count
    std::chrono::milliseconds firstRetry{1'000};   // doubles with each attempt
    std::chrono::milliseconds longestRetry{600'000};
    std::chrono::milliseconds keepFor{7LL * 24 * 3600 * 1000}; // then it is dropped
    int inFlight = 4; // POSTs at a time, so that order is not guaranteed above 1
};

// JSON in UTF-8 to the ASCII form that Meta signs and sends: \uXXXX in lower case, "\/".
[[nodiscard]] QByteArray asciiEscaped(const QByteArray& utf8Json);
// "sha256=<hex>" of the bytes.
[[nodiscard]] QByteArray signatureOf(const QByteArray& body, const QByteArray& appSecret);

// Lives in one thread.
class WebhookSender final : public QObject {
    Q_OBJECT
public:
    WebhookSender(WebhookOptions options, QByteArray appSecret, quint32 seed,
                  QObject* parent = nullptr);
    ~WebhookSender() override;

    void setUrl(const QUrl& url);
    [[nodiscard]] const QUrl& url() const { return url_; }
    // `messages`: ids that this body carries, for acknowledged().
    void post(const QByteArray& body, const QStringList& messages);
    void setHeld(bool on); // nothing leaves; waiting posts go when it ends
    void setDuplicating(bool on) { duplicating_ = on; }
    void setReordering(bool on);
    void setDelay(std::chrono::milliseconds delay) { delay_ = delay; }
    void setSignature(Signature signature) { signature_ = signature; }
    // Called when a post is dropped because nobody took it within `keepFor`.
    void setGivenUp(std::function<void()> called) { givenUp_ = std::move(called); }
    // GET with the verify token; calls `done` once.
    void handshake(const QByteArray& token, std::function<void(bool)> done);

    [[nodiscard]] const QSet<QString>& acknowledged() const { return acknowledged_; }
    [[nodiscard]] int waiting() const { return int(deliveries_.size()); }
    [[nodiscard]] int posts() const { return posts_; }
    [[nodiscard]] const std::vector<int>& answers() const { return answers_; }

private:
    using Steady = std::chrono::steady_clock;
    struct Delivery {
        QByteArray body;
        QStringList messages;
        Steady::time_point born;
        Steady::time_point due;
        int attempts = 0;
        bool flying = false;
        bool repeat = false; // a duplicate: not repeated once more
    };

    void enqueue(Delivery delivery);
    void pump();
    void launch(quint64 key);
    void landed(quint64 key, QNetworkReply* reply);
    [[nodiscard]] std::vector<quint64> dueKeys(Steady::time_point now) const;
    void schedule(Steady::time_point now);

    WebhookOptions options_;
    QByteArray appSecret_;
    QRandomGenerator random_;
    QNetworkAccessManager* network_;
    QUrl url_;
    QTimer timer_;
    std::map<quint64, Delivery> deliveries_; // by age
    quint64 lastKey_ = 0;
    int flying_ = 0;
    int posts_ = 0;
    bool held_ = false;
    bool duplicating_ = false;
    bool reordering_ = false;
    std::chrono::milliseconds delay_{0};
    Signature signature_ = Signature::Right;
    QSet<QString> acknowledged_;
    std::vector<int> answers_;
    std::function<void()> givenUp_;
};

} // namespace comanda::practice
