// A mailbox that hands out what a test puts in, and tells how it was asked.
#pragma once

#include "core/net/http_server.h"

#include <QUrl>

#include <mutex>

namespace comanda::test {

class FakeMailbox {
public:
    explicit FakeMailbox(QByteArray hubPublicKey);

    [[nodiscard]] QUrl url() const;
    void put(const QString& route, const QByteArray& body);
    // As if its disk had been lost: another journal, whose ids start again.
    void makeAnew();

    [[nodiscard]] std::vector<qint64> acknowledgements() const; // in the order they came
    [[nodiscard]] qint64 handedOut() const;                     // the highest id
    [[nodiscard]] int waits() const; // polls that had to wait for something new

private:
    struct Item {
        QString route;
        QByteArray sealed;
    };
    struct Poll {
        qint64 after = 0;
        net::HttpServer::Respond respond;
    };

    void handle(const net::ServerRequest& request, const net::HttpServer::Respond& respond);
    void takePoll(const net::ServerRequest& request, const net::HttpServer::Respond& respond);
    [[nodiscard]] net::ServerResponse page(qint64 after);
    void answerWhoWaits();

    const QByteArray hubPublicKey_;
    mutable std::mutex mutex_; // guards the rest: the server has a thread of its own
    int journal_ = 1;
    int told_ = 0;            // the journal that the hub knows of
    std::vector<Item> items_; // ids from 1
    std::vector<Poll> waiting_;
    std::vector<qint64> acknowledgements_;
    qint64 handedOut_ = 0;
    int waits_ = 0;
    std::unique_ptr<net::HttpServer> server_; // last: ends first
};

} // namespace comanda::test
