#include "tests/bench/load.h"

#include "core/security/signature.h"
#include "tests/bench/figures.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace comanda::bench {

QByteArray textWebhook(const QByteArray& phoneNumberId, int customer, const QByteArray& messageId,
                       const QByteArray& text, qint64 seconds) {
    const QByteArray number = "1555" + QByteArray::number(7'000'000 + customer);
    return R"({"object":"whatsapp_business_account","entry":[{"id":"102000000000001","changes":[{"field":"messages","value":{)"
           R"("messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001111","phone_number_id":")"
           + phoneNumberId + R"("},"contacts":[{"profile":{"name":"Ana Diaz"},"wa_id":")" + number
           + R"("}],"messages":[{"from":")" + number + R"(","id":"wamid.)" + messageId
           + R"(","timestamp":")" + QByteArray::number(seconds)
           + R"(","type":"text","text":{"body":")" + text + R"("}}]}}]}]})";
}

Poster::Poster(const QUrl& hook, QByteArray appSecret)
    : hook_(hook), appSecret_(std::move(appSecret)) {}

Poster::~Poster() {
    if (socket_ >= 0) {
        ::close(socket_);
    }
}

bool Poster::connectNow() {
    if (socket_ >= 0) {
        return true;
    }
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<quint16>(hook_.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval patience{30, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        return true;
    }
    ::close(socket_);
    socket_ = -1;
    return false;
}

int Poster::readStatus() {
    QByteArray head;
    char buffer[2048];
    while (true) {
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end >= 0) { // the answers of a hook have an empty body or a short one
            const qsizetype at = head.toLower().indexOf("content-length:");
            const qsizetype length =
                at < 0
                    ? 0
                    : head.mid(at + 15, head.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
            if (head.size() >= end + 4 + length) {
                return head.mid(9, 3).toInt();
            }
        }
        const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
        if (got <= 0) {
            ::close(socket_);
            socket_ = -1;
            return 0;
        }
        head.append(buffer, got);
    }
}

int Poster::post(const QByteArray& body) {
    if (!connectNow()) {
        return 0;
    }
    const QByteArray signature = security::hmacSha256(Secret(appSecret_), body).toHex();
    const QByteArray request =
        "POST " + hook_.path().toLatin1()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          "X-Hub-Signature-256: sha256="
        + signature + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    for (qsizetype sent = 0; sent < request.size();) {
        const ssize_t now = ::send(socket_, request.constData() + sent,
                                   static_cast<size_t>(request.size() - sent), MSG_NOSIGNAL);
        if (now <= 0) {
            ::close(socket_);
            socket_ = -1;
            return 0;
        }
        sent += now;
    }
    return readStatus();
}

double flood(const QUrl& hook, const QByteArray& appSecret, const QByteArray& phoneNumberId,
             int connections, int total, const QByteArray& tag) {
    std::atomic<int> next{0};
    std::atomic<int> acknowledged{0};
    const auto begin = Stopwatch::now();
    std::vector<std::thread> threads;
    for (int c = 0; c < connections; ++c) {
        threads.emplace_back([&] {
            Poster poster(hook, appSecret);
            for (int i = next++; i < total; i = next++) {
                const QByteArray number = QByteArray::number(i);
                const QByteArray body =
                    textWebhook(phoneNumberId, i % 500, tag + number,
                                "2 margherita please " + number, 1'760'000'000 + i);
                if (poster.post(body) == 200) {
                    ++acknowledged;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return acknowledged / Seconds(Stopwatch::now() - begin).count();
}

} // namespace comanda::bench
