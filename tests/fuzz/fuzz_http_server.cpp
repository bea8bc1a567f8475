// Any bytes as what a connection to the webhook receiver carries: reader, gate, signature, handler.
// However the bytes are cut into pieces, the same requests must come out, within the limits.
//
// The first byte says how: below 0x80 what follows are the connection's bytes. Else it is a body,
// after an empty line where header lines come first, and it is sent as somebody sends it who knows
// the secret, from 0xC0 in chunks: no change of a few bytes would ever give a right signature.
#include "core/base/json.h"
#include "core/mailbox/receiver.h"
#include "core/net/request_reader.h"
#include "core/security/signature.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace comanda;
using net::RequestReader;

namespace {

const QByteArray kKey = QByteArrayLiteral("k"); // that of the seeds

void check(bool holds) {
    if (!holds) {
        std::abort();
    }
}

struct Outcome {
    QByteArrayList requests; // what was handed over, one line each
    QByteArrayList kept;     // bodies that the sink got
    std::vector<int> answers;
    int refusal = 0;

    bool operator==(const Outcome&) const = default;
};

net::ServerLimits smallLimits() {
    net::ServerLimits limits;
    limits.headerBytes = 512;
    limits.bodyBytes = 600;
    return limits;
}

class Connection {
public:
    Connection()
        : receiver_(
            clock_,
            [this](const mailbox::Posted& posted, const std::function<void(Result<>)>& done) {
                keep(posted);
                done(posted.body.size() % 2 == 0
                         ? Result<>(Done{})
                         : Result<>(fail(ErrorKind::Storage, QStringLiteral("odd"))));
            },
            nullptr),
          reader_(smallLimits()) {
        receiver_.setRoutes(
            {{QStringLiteral("p"), QStringLiteral("whatsapp"), {}, {Secret("v")}, {Secret(kKey)}}});
    }

    Outcome run(const QByteArray& bytes, qsizetype piece) {
        for (qsizetype at = 0; at < bytes.size() && outcome_.refusal == 0; at += piece) {
            follow(
                reader_.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at))));
        }
        return outcome_;
    }

private:
    void follow(RequestReader::Stage stage) {
        for (;;) {
            switch (stage) {
            case RequestReader::Stage::Headers:
            case RequestReader::Stage::Body:
                return;
            case RequestReader::Stage::HeadersDone:
                if (const auto refused = receiver_.gate(reader_.request())) {
                    outcome_.refusal = refused->status;
                    return;
                }
                stage = reader_.readBody();
                break;
            case RequestReader::Stage::Complete:
                hand(reader_.takeRequest());
                stage = reader_.nextRequest();
                break;
            case RequestReader::Stage::Refused:
                outcome_.refusal = reader_.refusal();
                return;
            }
        }
    }

    // Nothing gets this far that was not signed.
    void keep(const mailbox::Posted& posted) {
        const auto headers = parseObject(posted.headers);
        check(headers && posted.route == QStringLiteral("p"));
        const QByteArray signature =
            headers->value(QStringLiteral("x-hub-signature-256")).toString().toLatin1();
        check(security::matchHubSignature(signature, posted.body, {Secret(kKey)}) == 0);
        outcome_.kept.append(posted.body);
    }

    void hand(net::ServerRequest request) {
        check(request.body.size() <= smallLimits().bodyBytes && request.path.startsWith('/'));
        outcome_.requests.append(request.method + ' ' + request.path + '?' + request.query + ' '
                                 + request.body);
        int answered = 0;
        receiver_.handle(std::move(request), [&](const net::ServerResponse& response) {
            ++answered;
            outcome_.answers.push_back(response.status);
        });
        check(answered == 1);
    }

    SystemClock clock_;
    mailbox::Receiver receiver_;
    RequestReader reader_;
    Outcome outcome_;
};

struct Webhook {
    QByteArray lines, body;
    bool isChunked = false;
};

Webhook webhookIn(QByteArrayView given, bool isChunked) {
    const qsizetype end = given.indexOf("\r\n\r\n");
    if (end < 0) {
        return {{}, given.toByteArray(), isChunked};
    }
    return {given.first(end + 2).toByteArray(), given.sliced(end + 4).toByteArray(), isChunked};
}

QByteArray chunks(const QByteArray& body, qsizetype piece) {
    QByteArray bytes;
    for (qsizetype at = 0; at < body.size(); at += piece) {
        const QByteArray chunk = body.mid(at, piece);
        bytes += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return bytes + "0\r\n\r\n";
}

QByteArray asSent(const Webhook& webhook, qsizetype piece) {
    const QByteArray head = "POST /hooks/p HTTP/1.1\r\nHost: h\r\nX-Hub-Signature-256: sha256="
                            + security::hmacSha256(Secret(kKey), webhook.body).toHex() + "\r\n"
                            + webhook.lines;
    return webhook.isChunked
               ? head + "Transfer-Encoding: chunked\r\n\r\n" + chunks(webhook.body, piece)
               : head + "Content-Length: " + QByteArray::number(webhook.body.size()) + "\r\n\r\n"
                     + webhook.body;
}

// Without header lines of its own nothing stands in its way but its length.
void checkTaken(const Webhook& webhook, const Outcome& outcome) {
    if (!webhook.lines.isEmpty()) {
        return;
    }
    const bool fits = webhook.body.size() <= smallLimits().bodyBytes;
    check(outcome.kept == (fits ? QByteArrayList{webhook.body} : QByteArrayList()));
    check(outcome.refusal == (fits ? 0 : 413));
}

Outcome runBoth(const QByteArray& bytes, qsizetype piece) {
    Outcome whole = Connection().run(bytes, bytes.size() + 1);
    check(whole == Connection().run(bytes, piece));
    return whole;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const qsizetype piece = 1 + data[0] % 40;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1),
                           static_cast<qsizetype>(size - 1));
    if (data[0] < 0x80) {
        runBoth(bytes, piece);
        return 0;
    }
    const Webhook webhook = webhookIn(bytes, data[0] >= 0xC0);
    checkTaken(webhook, runBoth(asSent(webhook, piece), piece));
    return 0;
}
