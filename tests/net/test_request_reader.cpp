// However a request's bytes are cut into pieces, the same comes out.
#include "core/net/request_reader.h"
#include "tests/support/catch.h"

using namespace comanda::net;

namespace {

// "refused <status>", "incomplete", or the body in brackets.
QByteArray readInPieces(const QByteArray& bytes, qsizetype piece) {
    RequestReader reader(ServerLimits{});
    RequestReader::Stage stage = reader.stage();
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        stage = reader.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        if (stage == RequestReader::Stage::HeadersDone) {
            stage = reader.readBody();
        }
    }
    if (stage == RequestReader::Stage::Refused) {
        return "refused " + QByteArray::number(reader.refusal());
    }
    return stage == RequestReader::Stage::Complete ? '[' + reader.takeRequest().body + ']'
                                                   : QByteArray("incomplete");
}

} // namespace

TEST_CASE("A chunked body is the same in whatever pieces it comes") {
    struct Case {
        const char* chunks;
        const char* outcome;
    };
    const std::vector<Case> cases{{"0\r\n\r\n", "[]"}, // a last chunk that is the first
                                  {"000\r\n\r\n", "[]"},
                                  {"0\r\nX-Late: 1\r\n\r\n", "[]"},
                                  {"3\r\nabc\r\n0\r\n\r\n", "[abc]"},
                                  {"3\r\nabc\r\n2\r\nde\r\n00\r\nX-Late: 1\r\n\r\n", "[abcde]"},
                                  {"10\r\n0123456789abcdef\r\n0\r\n\r\n", "[0123456789abcdef]"},
                                  {"3\r\nabc\r\n0\r\n", "incomplete"},
                                  {"0\r\n\r", "incomplete"},
                                  {"0;x\r\n\r\n", "refused 400"},
                                  {"0\r\nX-Late\r\n\r\n", "refused 400"}};
    for (const Case& one : cases) {
        const QByteArray bytes =
            QByteArray("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
            + one.chunks;
        for (const qsizetype piece : {qsizetype{1}, qsizetype{2}, qsizetype{3}, bytes.size()}) {
            CAPTURE(one.chunks, piece);
            CHECK(readInPieces(bytes, piece) == one.outcome);
        }
    }
}
