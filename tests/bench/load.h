// Signed webhooks over real sockets, as Meta sends them.
#pragma once

#include <QByteArray>
#include <QUrl>

#include <atomic>
#include <functional>

namespace comanda::bench {

// A WhatsApp text message from customer `customer`, as it stands on the wire (ASCII).
[[nodiscard]] QByteArray textWebhook(const QByteArray& phoneNumberId, int customer,
                                     const QByteArray& messageId, const QByteArray& text,
                                     qint64 seconds);

// One keep-alive connection that posts and waits for the answer; blocking, for threads of its own.
class Poster {
public:
    Poster(const QUrl& hook, QByteArray appSecret);
    ~Poster();
    Poster(const Poster&) = delete;
    Poster& operator=(const Poster&) = delete;

    [[nodiscard]] int post(const QByteArray& body); // HTTP status; 0: the connection failed

private:
    bool connectNow();
    [[nodiscard]] int readStatus();

    QUrl hook_;
    QByteArray appSecret_;
    int socket_ = -1;
};

// `total` webhooks over `connections`; returns those acknowledged with 200 per second.
[[nodiscard]] double flood(const QUrl& hook, const QByteArray& appSecret,
                           const QByteArray& phoneNumberId, int connections, int total,
                           const QByteArray& tag);

} // namespace comanda::bench
