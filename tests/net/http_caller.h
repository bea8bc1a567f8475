// One call of HttpClient at a time, waited for.
#pragma once

#include "core/net/http_client.h"
#include "tests/net/scripted_server.h"
#include "tests/support/catch.h"
#include "tests/support/wait.h"

namespace comanda::test {

using namespace comanda::net;

struct Caller {
    HttpClient client;
    QObject receiver;

    HttpResult call(const HttpRequest& request) {
        std::optional<HttpResult> got;
        int calls = 0;
        client.send(request, &receiver, [&](HttpResult result) {
            got = std::move(result);
            ++calls;
        });
        REQUIRE_FALSE(got); // never from within send()
        REQUIRE(waitUntil([&] { return got.has_value(); }));
        QCoreApplication::processEvents();
        CHECK(calls == 1);
        return *got;
    }
};

inline HttpRequest get(const QUrl& url, Millis deadline = Millis(20'000)) {
    HttpRequest request;
    request.url = url;
    request.deadline = deadline;
    return request;
}

inline HttpRequest post(const QUrl& url, const QByteArray& body, Millis deadline = Millis(20'000)) {
    HttpRequest request = get(url, deadline);
    request.method = "POST";
    request.body = body;
    request.headers = {{"Content-Type", "application/json"}};
    return request;
}

inline void hang(const ScriptedRequest&, QTcpSocket&) {}

} // namespace comanda::test
