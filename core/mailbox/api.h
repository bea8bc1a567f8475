// The hub's side of comanda-mailbox/1 as values: requests read out of bytes, answers written as
// JSON. No socket, no journal, no clock.
#pragma once

#include "core/mailbox/mailbox.h"
#include "core/store/journal.h"

#include <QJsonObject>

#include <variant>

namespace comanda::mailbox {

constexpr int kWaitMaxSeconds = 25;
constexpr int kPageItems = 256;
constexpr qint64 kPageBytes = 2 * 1024 * 1024; // of a page; one larger item still comes alone
constexpr qint64 kApiBodyMax = 64 * 1024;

struct GetHealth {};
struct GetDeliveries {
    qint64 after = 0;
    int waitSeconds = 0;
};
struct PostAck {
    qint64 through = 0;
};
struct GetStatus {};
struct PostTakeover {};
struct PostProof {
    Secret token;
};
struct PostDebugToken {
    Secret token;
};
struct PostExchange {
    Secret code, token; // one of the two
    QString redirectUri;
};
struct ApiCall {
    QString hubId; // "default" for a hub without a name
    QString route; // whose app secret a Meta call uses; empty: the one there is
    std::variant<GetHealth, GetDeliveries, PostAck, GetStatus, PostTakeover, PostProof,
                 PostDebugToken, PostExchange>
        what;
};

[[nodiscard]] bool isApi(QByteArrayView path); // "/v1/…" or "/healthz"

// Refuses what is not worth reading further, before the body: nullopt lets it through.
[[nodiscard]] std::optional<net::ServerResponse> apiGate(const net::ServerRequest& request,
                                                         const std::vector<Secret>& tokens);
[[nodiscard]] tl::expected<ApiCall, net::ServerResponse>
readApiCall(const net::ServerRequest& request);

[[nodiscard]] net::ServerResponse jsonAnswer(int status, const QJsonObject& body);
[[nodiscard]] net::ServerResponse errorAnswer(int status, const QString& id,
                                              const QString& detail = {});
[[nodiscard]] net::ServerResponse errorAnswer(const Error& error);

// `cursor`: what the hub acknowledges and asks after next. `trouble`: why nothing new is taken in.
[[nodiscard]] net::ServerResponse deliveriesAnswer(const QString& journal, qint64 after,
                                                   const std::vector<store::JournalItem>& items,
                                                   const QString& trouble);

struct StatusFacts {
    store::JournalFigures figures;
    QString journal;
    std::optional<QString> hub;
    std::optional<Time> certificateEnds;
};
[[nodiscard]] net::ServerResponse statusAnswer(const MailboxConfig& config,
                                               const StatusFacts& facts);

} // namespace comanda::mailbox
