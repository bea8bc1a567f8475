// A simulated Facebook page with its posts and comments: feed, comments, private answers,
// subscriptions, a sender of signed webhooks, and people who comment.
// Every function may be called from any thread; the protocol runs in the simulator's own.
#pragma once

#include "app/practice/received.h"
#include "app/practice/sim_server.h"
#include "app/practice/webhook_sender.h"
#include "core/base/clock.h"

#include <QJsonObject>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace comanda::practice {

class PageApi;

struct PageOptions {
    const Clock* clock = nullptr; // nullptr: the system's; must outlive the simulator
    QByteArray accessToken;       // empty: random, as the two below
    QByteArray appSecret;
    QByteArray verifyToken;
    QString appId = QStringLiteral("900000000000001");
    QString page = QStringLiteral("200000000000001");
    QString name = QStringLiteral("Fonda La Esquina");
    QString userName = QStringLiteral("fonda.la.esquina");
    bool proofDemanded = false; // calls without appsecret_proof fail
    std::chrono::hours tokenLives{60 * 24};
    std::chrono::hours privatelyWithin{7 * 24};
    WebhookOptions hooks;
    quint32 seed = 0; // 0: random
};

struct PageComment {
    QString id, post, parent; // parent: of an answer to a comment; empty: on the post itself
    QString author, name;     // the page's own are its id's
    QString text, photo;      // photo: an address
    Time written;
    bool edited = false;
    bool hidden = false;
    bool answeredPrivately = false;
    int likes = 0; // the page's
};

// People are named by their ids; returned ids are those of posts and comments.
class PageSimulator final : public QObject {
    Q_OBJECT
public:
    explicit PageSimulator(const PageOptions& options = {}, QObject* parent = nullptr);
    ~PageSimulator() override;

    // What to configure.
    [[nodiscard]] QUrl baseUrl() const;                                   // without a version
    [[nodiscard]] const PageOptions& options() const { return options_; } // tokens filled in
    [[nodiscard]] SimServer& server() { return *server_; }

    // Where webhooks go. Setting it does not shake hands; posts wait until there is one.
    void setHook(const QUrl& url);

    // What people do, and the page elsewhere than through the API. A time of its own: no webhook
    // says the difference.
    QString addPerson(const QString& name);
    QString publish(const QString& text, std::optional<Time> at = std::nullopt);
    QString visit(const QString& person, const QString& text); // a post of a visitor's
    QString comment(const QString& person, const QString& post, const QString& text,
                    std::optional<Time> at = std::nullopt);
    QString answer(const QString& person, const QString& comment, const QString& text);
    QString sendPhoto(const QString& person, const QString& post, const QString& address);
    QString sendPicture(const QString& person, const QString& post, const QByteArray& png,
                        const QString& text);
    QString commentOnPhone(const QString& post, const QString& text); // as the page
    void edit(const QString& comment, const QString& text);
    void remove(const QString& comment);
    void hide(const QString& comment);
    void react(const QString& person, const QString& comment, const QString& word);
    void pushValue(const QString& field, const QJsonObject& value);
    void pushBody(const QByteArray& body); // signed as it is

    // What came of it.
    [[nodiscard]] std::vector<PageComment> comments(const QString& post = {}) const; // empty: all
    [[nodiscard]] int timesSaid(const QString& text) const;                          // in public
    [[nodiscard]] std::vector<Received> inbox(const QString& person) const;
    [[nodiscard]] int calls(const QByteArray& method, const QString& lastPart) const;
    [[nodiscard]] bool isAcknowledged(const QString& id) const; // 200 came for it in time
    [[nodiscard]] int unacknowledged() const;                   // POSTs that still wait for a 200
    [[nodiscard]] QStringList subscribedFields() const;

    // Troubles. HTTP ones by server().setFault(), of webhooks by these.
    void setSilent(bool on); // webhooks are held back; they leave when it ends
    void setDuplicating(bool on);
    void setReordering(bool on);
    void setSignature(Signature signature);
    void subscribe(const QStringList& fields);
    void refuseFields(const QStringList& fields); // the key has no permission for these
    void revokeToken(int subcode = 460);
    void restoreToken();
    void block(const QString& person);                       // cannot be written to any more
    void failNext(int code, int subcode = 0, int times = 1); // the next things said or done
    void setUsage(int percent);                              // in the headers of every answer

Q_SIGNALS:
    // The page answered the person, in public or privately. From the simulator's thread.
    void received(const QString& person, const comanda::practice::Received& message);

private:
    PageOptions options_;
    std::unique_ptr<PageApi> api_;
    std::unique_ptr<SimServer> server_; // goes first: its handler uses api_
};

} // namespace comanda::practice
