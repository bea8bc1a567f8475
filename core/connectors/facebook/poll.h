// Asks for the comments on the page's newest posts every few minutes: what no webhook brought comes
// in this way, and only that. What has vanished from a post is not noticed here, and nothing is
// made of it.
//
// Its cursor is when the last whole round began: all that was written before has been seen.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace comanda::facebook {

class Poll final : public QObject {
    Q_OBJECT
public:
    Poll(graph::Caller& caller, QString page, const connect::Host& host, QObject* parent = nullptr);

    void resume(const std::optional<QString>& cursor);
    [[nodiscard]] std::optional<QString> cursor() const;
    void arrived(const Events& events); // they are stored, whoever brought them
    void missing();                     // something may be: the next run is not put off
    void run();                         // a round, if it is time for one
    void stop() { stopped_ = true; }

private:
    struct Rest { // of a post's comments: those that its first page had no room for
        QString post, after;
        int pages = 0;
    };

    void next();
    void askPosts();
    void askComments(const Rest& rest);
    [[nodiscard]] std::optional<QJsonObject> answerOf(const net::HttpResult& result);
    void takePosts(const QJsonObject& answer);
    void takeComments(const Rest& rest, const QJsonObject& answer);
    [[nodiscard]] QJsonArray fresh(const QJsonArray& comments) const;
    [[nodiscard]] QJsonObject news(const QJsonObject& post) const;
    void planRest(const Rest& rest, const QJsonObject& comments);
    void bringIn(const QJsonArray& posts);
    void giveUp();
    void finish();

    graph::Caller& caller_;
    const QString page_;
    connect::Host host_;
    QSet<QString> seen_; // ids of comments and posts
    std::optional<Time> complete_;
    std::optional<Monotonic> notBefore_;
    bool running_ = false;
    bool stopped_ = false;
    // Of the round: when it began, which posts it asks for, and where it is.
    Time began_, from_;
    QString after_;
    bool morePosts_ = false;
    int pages_ = 0;
    std::deque<Rest> rests_;
};

} // namespace comanda::facebook
