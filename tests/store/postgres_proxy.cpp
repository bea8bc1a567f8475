#include "tests/store/postgres_proxy.h"

#include "tests/support/catch.h"

#include <QFile>
#include <QUrl>
#include <QUrlQuery>

#include <array>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace comanda::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLookMs = 20;
const QString kSocketName = u"/.s.PGSQL.5432"_s;

sockaddr_un addressOf(const QByteArray& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
    return address;
}

bool isReadable(int socket) {
    pollfd one{socket, POLLIN, 0};
    return ::poll(&one, 1, kLookMs) > 0;
}

QByteArray receive(int socket) {
    std::array<char, 65'536> buffer{};
    const ssize_t size = ::recv(socket, buffer.data(), buffer.size(), 0);
    return {buffer.data(), std::max<ssize_t>(size, 0)};
}

bool forward(int to, const QByteArray& bytes) {
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t size = ::send(to, bytes.constData() + sent,
                                    static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (size <= 0) {
            return false;
        }
        sent += size;
    }
    return true;
}

} // namespace

PostgresProxy::PostgresProxy(const store::StoreConfig& server) : config_(server) {
    QUrl url(QString::fromUtf8(server.url.reveal()));
    serverPath_ = QFile::encodeName(QUrlQuery(url).queryItemValue(u"host"_s, QUrl::FullyDecoded)
                                    + kSocketName);
    QUrlQuery query;
    query.addQueryItem(u"host"_s, dir_.path());
    url.setQuery(query);
    config_.url = Secret(url.toEncoded());
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un here = addressOf(QFile::encodeName(dir_.path() + kSocketName));
    REQUIRE(::bind(listening_, reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0);
    REQUIRE(::listen(listening_, 16) == 0);
    accepting_ = std::thread([this] { accept(); });
}

PostgresProxy::~PostgresProxy() {
    stopping_ = true;
    accepting_.join();
    for (std::thread& line : lines_) {
        line.join();
    }
    ::close(listening_);
}

void PostgresProxy::accept() {
    while (!stopping_) {
        if (isReadable(listening_)) {
            const int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
            lines_.emplace_back([this, client] { serve(client); });
        }
    }
}

void PostgresProxy::serve(int client) {
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un there = addressOf(serverPath_);
    bool open = ::connect(server, reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0;
    while (open && !stopping_) {
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (::poll(ends.data(), ends.size(), kLookMs) <= 0) {
            continue;
        }
        if (ends[0].revents != 0) {
            const QByteArray words = receive(client);
            open = !words.isEmpty() && !cut(client, server, words) && forward(server, words);
        }
        if (open && ends[1].revents != 0) {
            const QByteArray answer = receive(server);
            open = !answer.isEmpty() && forward(client, answer);
        }
    }
    ::close(client);
    ::close(server);
}

// Whether the line is cut; by then the server has heard what it was to hear.
bool PostgresProxy::cut(int client, int server, const QByteArray& words) {
    if (!words.contains("COMMIT")) {
        return false;
    }
    const Cut how = cut_.exchange(Cut::Never);
    if (how == Cut::Slow) {
        ::shutdown(client, SHUT_RDWR);
        while (!released_ && !stopping_) {
            std::this_thread::yield();
        }
    }
    if (how == Cut::After || how == Cut::Slow) {
        static_cast<void>(forward(server, words));
        static_cast<void>(receive(server)); // it has committed
    }
    return how != Cut::Never;
}

} // namespace comanda::test
