// Any bytes as what somebody with the hub's token sends to the mailbox, and any as its answers'
// parts.
//
// A first byte of 0x80 or more, which begins no request, names one of the calls: what follows is
// its query or its body, so that what reads them is reached without the luck of a whole head.
#include "core/mailbox/api.h"
#include "core/net/request_reader.h"

#include <QJsonDocument>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace comanda;
using net::RequestReader;

namespace {

struct Endpoint {
    const char *method, *path;
};
constexpr std::array kCalls{
    Endpoint{"GET", "/v1/deliveries"},     Endpoint{"POST", "/v1/ack"},
    Endpoint{"GET", "/v1/status"},         Endpoint{"POST", "/v1/takeover"},
    Endpoint{"POST", "/v1/meta/proof"},    Endpoint{"POST", "/v1/meta/debug_token"},
    Endpoint{"POST", "/v1/meta/exchange"}, Endpoint{"GET", "/healthz"}};

net::ServerRequest callIn(const QByteArray& bytes) {
    const Endpoint& call = kCalls[static_cast<unsigned char>(bytes.front()) % kCalls.size()];
    net::ServerRequest request;
    request.method = call.method;
    request.path = call.path;
    (request.method == "GET" ? request.query : request.body) = bytes.sliced(1);
    return request;
}

// The first request in the bytes, if there is a whole one.
std::optional<net::ServerRequest> requestIn(const QByteArray& bytes) {
    RequestReader reader(net::ServerLimits{});
    if (reader.feed(bytes) != RequestReader::Stage::HeadersDone) {
        return std::nullopt;
    }
    return reader.readBody() == RequestReader::Stage::Complete ? std::optional(reader.takeRequest())
                                                               : std::nullopt;
}

void check(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void checkCall(const mailbox::ApiCall& call) {
    check(!call.hubId.isEmpty());
    if (const auto* page = std::get_if<mailbox::GetDeliveries>(&call.what)) {
        check(page->after >= 0 && page->waitSeconds >= 0
              && page->waitSeconds <= mailbox::kWaitMaxSeconds);
    } else if (const auto* ack = std::get_if<mailbox::PostAck>(&call.what)) {
        check(ack->through >= 0);
    } else if (const auto* exchange = std::get_if<mailbox::PostExchange>(&call.what)) {
        check(exchange->code.isEmpty() != exchange->token.isEmpty());
    }
}

void checkAnswer(const net::ServerResponse& answer) {
    check(QJsonDocument::fromJson(answer.body).isObject());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    checkAnswer(mailbox::deliveriesAnswer(QStringLiteral("j"), 0,
                                          {{1, Time(), QString::fromUtf8(bytes), bytes, bytes}},
                                          QString::fromUtf8(bytes)));
    const bool isCall = !bytes.isEmpty() && static_cast<unsigned char>(bytes.front()) >= 0x80;
    auto request = isCall ? std::optional(callIn(bytes)) : requestIn(bytes);
    if (!request) {
        return 0;
    }
    check(!mailbox::apiGate(*request, {Secret()}) || request->path != "/healthz"
          || request->method != "GET" || !request->header("content-length").isEmpty());
    request->headers.emplace(request->headers.begin(), "authorization", "Bearer t");
    if (const auto refused = mailbox::apiGate(*request, {Secret("t")})) {
        checkAnswer(*refused);
        return 0;
    }
    const auto call = mailbox::readApiCall(*request);
    if (call) {
        checkCall(*call);
    } else {
        checkAnswer(call.error());
    }
    return 0;
}
