// The simulated page itself. Lives in the server's thread.
#pragma once

#include "app/practice/graph_error.h"
#include "app/practice/page_sim.h"

#include <QHash>
#include <QJsonArray>
#include <QRandomGenerator>

#include <deque>
#include <map>

namespace comanda::practice {

class PageApi {
public:
    explicit PageApi(const PageOptions& options);

    // Makes the sender of webhooks below `context`.
    void attach(QObject* context);
    void handle(const SimRequest& request, const Respond& respond);

    // What happens on the page; see PageSimulator. `on`: a post or a comment.
    QString addPerson(const QString& name);
    QString addPost(const QString& author, const QString& text, std::optional<Time> at);
    QString addComment(const QString& author, const QString& on, const QString& text,
                       const QString& photo = {}, std::optional<Time> at = std::nullopt);
    void edit(const QString& comment, const QString& text);
    void remove(const QString& comment);
    void hide(const QString& comment);
    void react(const QString& person, const QString& comment, const QString& word);
    void push(const QString& field, const QJsonObject& value, const QStringList& ids);

    [[nodiscard]] const std::vector<PageComment>& comments() const { return comments_; }
    [[nodiscard]] std::vector<Received> inbox(const QString& person) const;
    [[nodiscard]] int calls(const QByteArray& method, const QString& lastPart) const;
    [[nodiscard]] WebhookSender& sender() { return *sender_; }
    [[nodiscard]] const QStringList& subscribed() const { return subscribed_; }
    void setSubscribed(const QStringList& fields) { subscribed_ = fields; }
    void setRefused(const QStringList& fields) { refused_ = fields; }
    void setRevoked(int subcode) { revoked_ = subcode; } // 0: not
    void setUsage(int percent) { usage_ = percent; }
    void block(const QString& person) { people_[person].blocked = true; }
    void failNext(int code, int subcode, int times);

private:
    struct Call {
        QByteArray method;
        QStringList path; // without the version
        Parameters parameters;
        QByteArray token;
    };
    struct Person {
        QString name;
        QString psid; // in Messenger; another id than the one that comments carry
        bool blocked = false;
        std::vector<Received> inbox;
    };
    struct Post {
        QString id, author, text;
        Time written;
    };

    [[nodiscard]] std::optional<GraphError> refuseToken(const Call& call) const;
    [[nodiscard]] SimResponse route(const Call& call);
    [[nodiscard]] SimResponse pageEdge(const Call& call, const QString& edge);
    [[nodiscard]] SimResponse account(const Call& call) const;
    [[nodiscard]] SimResponse apps(const Call& call);
    [[nodiscard]] SimResponse debugToken(const Call& call) const;
    void addUsage(SimResponse& response) const;

    [[nodiscard]] SimResponse feed(const Call& call) const;
    [[nodiscard]] SimResponse commentsOf(const Call& call, const QString& post) const;
    [[nodiscard]] SimResponse commentNode(const Call& call, const PageComment& comment) const;
    [[nodiscard]] QJsonObject commentJson(const PageComment& comment, const QString& fields) const;

    [[nodiscard]] std::optional<GraphError> asked(); // for a failure
    [[nodiscard]] SimResponse say(const Call& call);
    [[nodiscard]] SimResponse change(const Call& call, PageComment& comment);
    [[nodiscard]] SimResponse like(const QString& id);
    [[nodiscard]] SimResponse answerPrivately(const Call& call);
    [[nodiscard]] std::optional<GraphError> refusePrivately(const PageComment* comment,
                                                            const QString& text) const;

    [[nodiscard]] QJsonObject valueOf(const PageComment& comment, const QString& verb) const;
    [[nodiscard]] QString nameOf(const QString& author) const;
    [[nodiscard]] PageComment* find(const QString& comment);
    [[nodiscard]] const Post* findPost(const QString& post) const;
    [[nodiscard]] QString newNumber();

    PageOptions options_;
    SystemClock systemClock_;
    const Clock& clock_;
    WebhookSender* sender_ = nullptr; // owned by the context
    std::vector<Post> posts_;
    std::vector<PageComment> comments_; // in the order in which they were made
    std::map<QString, Person> people_;
    QStringList subscribed_, refused_;
    std::deque<std::pair<int, int>> failures_; // code and subcode
    QHash<QString, int> calls_;
    Time tokenEnds_;
    int revoked_ = 0;
    int usage_ = 0;
    qint64 lastNumber_ = 900'000'000'000'000;
};

// A problem with a subcode.
[[nodiscard]] GraphError pageError(int code, int subcode, const QString& message);
[[nodiscard]] GraphError noSuchNode(const QString& id);

} // namespace comanda::practice
