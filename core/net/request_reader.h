// One HTTP/1.1 request after the other out of bytes, under limits. No socket and no clock: the
// server feeds it from connections, tests and fuzzers from anywhere.
#pragma once

#include "core/net/http_server.h"

#include <QByteArray>

#include <memory>

namespace boost::system {
class error_code;
}

namespace comanda::net {

class RequestReader {
public:
    enum class Stage {
        Headers,     // more bytes are needed
        HeadersDone, // request() has everything but the body; go on with readBody()
        Body,        // more bytes are needed
        Complete,    // takeRequest(), later nextRequest()
        Refused      // answer refusal() and close: what follows cannot be trusted
    };

    explicit RequestReader(const ServerLimits& limits);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete; // the parser points into it
    RequestReader& operator=(const RequestReader&) = delete;

    // In the stages Headers and Body; elsewhere the bytes are kept for later.
    Stage feed(QByteArrayView bytes);
    Stage readBody();
    Stage nextRequest(); // bytes that came early are read now

    [[nodiscard]] Stage stage() const { return stage_; }
    [[nodiscard]] int refusal() const { return refusal_; } // HTTP status
    [[nodiscard]] const ServerRequest& request() const { return request_; }
    [[nodiscard]] ServerRequest takeRequest();
    [[nodiscard]] qint64 bodyBytes() const { return request_.body.size(); }
    [[nodiscard]] bool hasBegun() const; // a byte of the current request is here
    [[nodiscard]] bool hasBody() const { return hasBody_; }
    [[nodiscard]] bool keepAlive() const { return keepAlive_; }
    [[nodiscard]] bool wantsContinue() const { return wantsContinue_; } // and sent no body yet

private:
    class Parser;
    enum class Head { Incomplete, Complete, Refused };

    Stage refuse(int status);
    Stage readHead();
    [[nodiscard]] Head scanHead();
    [[nodiscard]] bool isCleanByte(char byte);
    // Whether a line ends where `text` begins; incomplete: so far.
    [[nodiscard]] static Head scanLineEnd(QByteArrayView text);
    [[nodiscard]] Head scanChunkLine() const;
    [[nodiscard]] boost::system::error_code parsePending();

    ServerLimits limits_;
    ServerRequest request_;
    std::unique_ptr<Parser> parser_;
    QByteArray pending_;       // not parsed yet
    qsizetype scanned_ = 0;    // of pending_, while the head is incomplete
    qsizetype lineLength_ = 0; // of the head's line that is being scanned
    char previous_ = 0;
    Stage stage_ = Stage::Headers;
    int refusal_ = 0;
    bool hasBody_ = false, keepAlive_ = false, wantsContinue_ = false;
};

} // namespace comanda::net
