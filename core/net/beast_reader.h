// RequestReader on Boost.Beast's parser. Included by http_server.cpp alone, since Beast
// is slow to compile; so the reader's members are not inline: others must find them when linking.
//
// Beast finds the structure; what it lets through and two parties could read differently is refused
// here: bare CR or LF, folded lines, more than one length, a length beside a transfer coding.
#pragma once

#include "core/net/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <cctype>

namespace comanda::net {

namespace beast = boost::beast;
namespace http = boost::beast::http;

inline QByteArray bytesOf(beast::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

class RequestReader::Parser final : public http::basic_parser<true> {
public:
    Parser(ServerRequest& request, const ServerLimits& limits)
        : request_(request), bodyLimit_(limits.bodyBytes) {
        header_limit(static_cast<std::uint32_t>(limits.headerBytes));
        body_limit(static_cast<std::uint64_t>(limits.bodyBytes));
    }

    // The line before a chunk comes next (behind the end of the chunk before it).
    [[nodiscard]] bool isBeforeChunk() const {
        return codings_ > 0 && headDone_ && chunkLeft_ == 0 && !is_done();
    }
    [[nodiscard]] bool isFirstChunk() const { return chunks_ == 0; }

private:
    using Error = beast::error_code;

    void on_request_impl(http::verb, beast::string_view method, beast::string_view target,
                         int version, Error& error) override {
        const QByteArray whole = bytesOf(target);
        if (!whole.startsWith('/') || (version != 10 && version != 11)) {
            error = http::error::bad_target;
            return;
        }
        const qsizetype mark = whole.indexOf('?');
        request_.method = bytesOf(method);
        request_.path = mark < 0 ? whole : whole.first(mark);
        request_.query = mark < 0 ? QByteArray() : whole.sliced(mark + 1);
        version_ = version;
    }

    void on_field_impl(http::field field, beast::string_view name, beast::string_view value,
                       Error& error) override {
        if (headDone_) {
            return; // a trailer after a chunked body: nothing we need may come so late
        }
        const QByteArray text = bytesOf(value).trimmed();
        switch (field) {
        case http::field::content_length:
            ++lengths_;
            if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) {
                    return c >= '0' && c <= '9';
                })) {
                error = http::error::bad_content_length;
            }
            break;
        case http::field::transfer_encoding:
            ++codings_;
            if (text.toLower() != "chunked" || version_ == 10) {
                error = http::error::bad_transfer_encoding;
            }
            break;
        case http::field::host:
            if (++hosts_ > 1) {
                error = http::error::bad_value;
            }
            break;
        default:
            break;
        }
        if (lengths_ + codings_ > 1) {
            error = http::error::bad_content_length;
        }
        request_.headers.emplace_back(bytesOf(name).toLower(), text);
    }

    void on_header_impl(Error&) override { headDone_ = true; }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) override {}

    std::size_t on_body_impl(beast::string_view body, Error& error) override {
        return take(body, error);
    }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, Error& error) override {
        chunkLeft_ -= std::min<std::uint64_t>(chunkLeft_, body.size());
        return take(body, error);
    }
    std::size_t take(beast::string_view body, Error& error) {
        if (request_.body.size() + static_cast<qint64>(body.size()) > bodyLimit_) {
            error = http::error::body_limit;
            return 0;
        }
        request_.body.append(body.data(), static_cast<qsizetype>(body.size()));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, Error&) override {
        ++chunks_;
        chunkLeft_ = size;
    }
    void on_finish_impl(Error&) override {}
    void on_response_impl(int, beast::string_view, int, Error& error) override {
        error = http::error::bad_version; // requests only
    }

    ServerRequest& request_;
    qint64 bodyLimit_;
    int version_ = 11, lengths_ = 0, codings_ = 0, hosts_ = 0;
    std::uint64_t chunkLeft_ = 0;
    quint64 chunks_ = 0;
    bool headDone_ = false;
};

inline int statusOf(const beast::error_code& error) {
    if (error == http::error::body_limit) {
        return 413;
    }
    if (error == http::error::header_limit) {
        return 431;
    }
    return 400;
}

RequestReader::RequestReader(const ServerLimits& limits)
    : limits_(limits), parser_(std::make_unique<Parser>(request_, limits_)) {}
RequestReader::~RequestReader() = default;

RequestReader::Stage RequestReader::refuse(int status) {
    refusal_ = status;
    pending_.clear();
    return stage_ = Stage::Refused;
}

bool RequestReader::hasBegun() const {
    return !pending_.isEmpty() || stage_ != Stage::Headers;
}

RequestReader::Stage RequestReader::feed(QByteArrayView bytes) {
    if (stage_ == Stage::Refused) {
        return stage_;
    }
    pending_.append(bytes.data(), bytes.size());
    switch (stage_) {
    case Stage::Headers:
        return readHead();
    case Stage::Body:
        return readBody();
    case Stage::HeadersDone:
    case Stage::Complete:
    case Stage::Refused:
        break;
    }
    return stage_;
}

// False for what two readers could understand differently.
bool RequestReader::isCleanByte(char byte) {
    const bool afterReturn = previous_ == '\r';
    if (byte == '\0' || (byte == '\n') != afterReturn) {
        return false; // NUL, LF alone, or CR alone
    }
    return lineLength_ > 0 || (byte != ' ' && byte != '\t'); // else a folded line
}

RequestReader::Head RequestReader::scanHead() {
    while (scanned_ < pending_.size()) {
        const char byte = pending_[scanned_++];
        if (!isCleanByte(byte)) {
            return Head::Refused;
        }
        previous_ = byte;
        if (byte == '\n') {
            if (lineLength_ == 0) {
                return Head::Complete;
            }
            lineLength_ = 0;
        } else if (byte != '\r') {
            ++lineLength_;
        }
    }
    return Head::Incomplete;
}

RequestReader::Stage RequestReader::readHead() {
    const Head head = scanHead();
    if (scanned_ > limits_.headerBytes) {
        return refuse(431);
    }
    if (head == Head::Refused) {
        return refuse(400);
    }
    if (head == Head::Incomplete) {
        return stage_;
    }
    beast::error_code error;
    parser_->eager(false);
    const std::size_t used = parser_->put(
        boost::asio::const_buffer(pending_.constData(), static_cast<std::size_t>(scanned_)), error);
    if (error || !parser_->is_header_done()) {
        return refuse(error ? statusOf(error) : 400);
    }
    pending_.remove(0, static_cast<qsizetype>(used));
    hasBody_ = !parser_->is_done();
    keepAlive_ = parser_->keep_alive();
    wantsContinue_ =
        hasBody_ && pending_.isEmpty() && request_.header("expect").toLower() == "100-continue";
    return stage_ = Stage::HeadersDone;
}

RequestReader::Head RequestReader::scanLineEnd(QByteArrayView text) {
    const QByteArrayView end = "\r\n";
    if (text.startsWith(end)) {
        return Head::Complete;
    }
    return end.startsWith(text) ? Head::Incomplete : Head::Refused;
}

// Only digits: an extension is never sent to us, and where it ends can be read in two ways.
RequestReader::Head RequestReader::scanChunkLine() const {
    constexpr qsizetype kDigitsMax = 16;
    QByteArrayView line(pending_);
    if (!parser_->isFirstChunk()) {
        // Refused: the chunk is longer than it said.
        if (const Head head = scanLineEnd(line); head != Head::Complete) {
            return head;
        }
        line = line.sliced(2);
    }
    const auto isDigit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    const auto digits = std::find_if_not(line.begin(), line.end(), isDigit) - line.begin();
    const QByteArrayView rest = line.sliced(digits);
    if (digits > kDigitsMax || (digits == 0 && !rest.isEmpty())) {
        return Head::Refused;
    }
    if (const Head head = scanLineEnd(rest); head != Head::Complete) {
        return head;
    }
    const bool isLast =
        std::all_of(line.begin(), line.begin() + digits, [](char c) { return c == '0'; });
    // Beast takes up a last chunk again only when all of it is there: less ends in an assertion.
    return isLast && rest.indexOf("\r\n\r\n") < 0 ? Head::Incomplete : Head::Complete;
}

boost::system::error_code RequestReader::parsePending() {
    beast::error_code error;
    const std::size_t used = parser_->put(
        boost::asio::const_buffer(pending_.constData(), static_cast<std::size_t>(pending_.size())),
        error);
    pending_.remove(0, static_cast<qsizetype>(used));
    return error;
}

// One structure after the other: a chunk's line is looked at before the parser sees it.
RequestReader::Stage RequestReader::readBody() {
    wantsContinue_ = false;
    stage_ = Stage::Body;
    parser_->eager(false);
    while (!parser_->is_done() && !pending_.isEmpty()) {
        const Head line = parser_->isBeforeChunk() ? scanChunkLine() : Head::Complete;
        if (line == Head::Refused) {
            return refuse(400);
        }
        beast::error_code error = http::error::need_more;
        if (line == Head::Complete) {
            error = parsePending();
        }
        if (error == http::error::need_more) {
            break;
        }
        if (error) {
            return refuse(statusOf(error));
        }
    }
    if (!parser_->is_done() && pending_.size() > limits_.headerBytes) {
        return refuse(400); // trailers that do not end
    }
    return parser_->is_done() ? stage_ = Stage::Complete : stage_;
}

ServerRequest RequestReader::takeRequest() {
    return std::exchange(request_, {});
}

RequestReader::Stage RequestReader::nextRequest() {
    request_ = {};
    parser_ = std::make_unique<Parser>(request_, limits_);
    scanned_ = lineLength_ = 0;
    previous_ = 0;
    hasBody_ = keepAlive_ = wantsContinue_ = false;
    stage_ = Stage::Headers;
    return readHead();
}

} // namespace comanda::net
