// The simulated page itself. Lives in the server's thread.
#pragma once

#include "app/practice/graph_desk.h"
#include "app/practice/page_sim.h"

#include <QHash>
#include <QJsonArray>
#include <QRandomGenerator>

#include <map>

namespace comanda::practice {

class PageApi {
public:
    using Announce = std::function<void(const QString& person, const Received& message)>;

    PageApi(const PageOptions& options, Announce announce);

    // Makes the sender of webhooks below `context`.
    void attach(QObject* context, const QUrl& base);
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
    [[nodiscard]] GraphDesk& desk() { return desk_; }
    void block(const QString& person) { people_[person].blocked = true; }

private:
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

    [[nodiscard]] SimResponse route(const GraphCall& call);
    [[nodiscard]] SimResponse pageEdge(const GraphCall& call, const QString& edge);
    [[nodiscard]] SimResponse nodeEdge(const GraphCall& call, const QString& id,
                                       const QString& edge);
    [[nodiscard]] SimResponse account(const GraphCall& call) const;

    [[nodiscard]] SimResponse feed(const GraphCall& call) const;
    [[nodiscard]] SimResponse commentsOf(const GraphCall& call, const QString& post) const;
    [[nodiscard]] SimResponse commentNode(const GraphCall& call, const PageComment& comment) const;
    [[nodiscard]] QJsonObject commentJson(const PageComment& comment, const QString& fields) const;

    [[nodiscard]] SimResponse say(const GraphCall& call);
    [[nodiscard]] SimResponse change(const GraphCall& call, PageComment& comment);
    [[nodiscard]] SimResponse like(const QString& id);
    [[nodiscard]] QString lastCommenter(const QString& post) const;
    void tellAuthor(const QString& author, const QString& id, const QString& about,
                    const QString& text);
    [[nodiscard]] SimResponse answerPrivately(const GraphCall& call);
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
    Announce announce_;
    GraphDesk desk_;
    WebhookSender* sender_ = nullptr; // owned by the context
    std::vector<Post> posts_;
    std::vector<PageComment> comments_; // in the order in which they were made
    std::map<QString, Person> people_;
    QHash<QString, int> calls_;
    qint64 lastNumber_ = 900'000'000'000'000;
};

} // namespace comanda::practice
