// Any bytes as what a connection to the webhook receiver carries: reader, gate, signature, handler.
// However the bytes are cut into pieces, the same requests must come out, within the limits.
#include "core/mailbox/receiver.h"
#include "core/net/request_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace comanda;
using net::RequestReader;

namespace {

struct Outcome {
    QByteArrayList requests; // what was handed over, one line each
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
                ++kept_;
                done(posted.body.size() % 2 == 0
                         ? Result<>(Done{})
                         : Result<>(fail(ErrorKind::Storage, QStringLiteral("odd"))));
            },
            nullptr),
          reader_(smallLimits()) {
        // Open to everybody who knows the key, which is in the seeds.
        receiver_.setRoutes(
            {{QStringLiteral("p"), QStringLiteral("whatsapp"), {}, {Secret("v")}, {Secret("k")}}});
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

    void hand(net::ServerRequest request) {
        if (request.body.size() > smallLimits().bodyBytes || !request.path.startsWith('/')) {
            std::abort();
        }
        outcome_.requests.append(request.method + ' ' + request.path + '?' + request.query + ' '
                                 + request.body);
        int answered = 0;
        receiver_.handle(std::move(request), [&](const net::ServerResponse& response) {
            ++answered;
            outcome_.answers.push_back(response.status);
        });
        if (answered != 1) {
            std::abort();
        }
    }

    SystemClock clock_;
    mailbox::Receiver receiver_;
    RequestReader reader_;
    Outcome outcome_;
    int kept_ = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const qsizetype piece = 1 + data[0] % 40;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1),
                           static_cast<qsizetype>(size - 1));
    if (!(Connection().run(bytes, bytes.size() + 1) == Connection().run(bytes, piece))) {
        std::abort();
    }
    return 0;
}
