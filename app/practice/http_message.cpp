#include "app/practice/http_message.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kHeadMax = 64 * 1024;
constexpr qsizetype kBodyMax = 120 * 1024 * 1024; // above the largest upload of any platform

QString unescaped(QByteArray text) {
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

void addPairs(const QByteArray& pairs, QJsonObject& into) {
    if (pairs.isEmpty()) {
        return;
    }
    for (const QByteArray& pair : pairs.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        if (!key.isEmpty()) {
            into.insert(unescaped(key),
                        unescaped(equals < 0 ? QByteArray() : pair.mid(equals + 1)));
        }
    }
}

// The value of `name` in a header like `form-data; name="photo"; filename="a.png"`.
QString headerParameter(const QByteArray& header, const QByteArray& name) {
    const qsizetype from = header.indexOf("; " + name + '=');
    if (from < 0) {
        const qsizetype tight = header.indexOf(';' + name + '=');
        return tight < 0 ? QString() : headerParameter("; " + header.mid(tight + 1), name);
    }
    QByteArray value = header.mid(from + 3 + name.size());
    if (value.startsWith('"')) {
        const qsizetype end = value.indexOf('"', 1);
        return QString::fromUtf8(value.mid(1, end < 0 ? -1 : end - 1));
    }
    return QString::fromUtf8(value.left(value.indexOf(';') < 0 ? value.size() : value.indexOf(';')))
        .trimmed();
}

Headers headerLines(const QByteArray& lines) {
    Headers headers;
    for (const QByteArray& line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            headers.emplace_back(line.left(colon).trimmed().toLower(),
                                 line.mid(colon + 1).trimmed());
        }
    }
    return headers;
}

QByteArray headerIn(const Headers& headers, QByteArrayView name) {
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [name](const auto& header) { return header.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

bool addPart(const QByteArray& part, Parameters& into) {
    const qsizetype headEnd = part.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return false;
    }
    const Headers headers = headerLines(part.left(headEnd));
    const QByteArray disposition = headerIn(headers, "content-disposition");
    const QString name = headerParameter(disposition, "name");
    if (name.isEmpty()) {
        return false;
    }
    const QByteArray content = part.mid(headEnd + 4);
    if (disposition.contains("filename=")) {
        into.files.insert(name, {headerParameter(disposition, "filename"),
                                 QString::fromLatin1(headerIn(headers, "content-type")), content});
    } else {
        into.values.insert(name, QString::fromUtf8(content));
    }
    return true;
}

bool addMultipart(const SimRequest& request, Parameters& into) {
    const QString boundary = headerParameter(request.header("content-type"), "boundary");
    if (boundary.isEmpty()) {
        return false;
    }
    const QByteArray marker = "--" + boundary.toLatin1();
    qsizetype at = request.body.indexOf(marker);
    while (at >= 0) {
        const qsizetype start = at + marker.size();
        if (request.body.mid(start, 2) == "--") {
            return true;
        }
        const qsizetype next = request.body.indexOf("\r\n" + marker, start);
        if (next < 0 || !addPart(request.body.mid(start + 2, next - start - 2), into)) {
            return false;
        }
        at = next + 2;
    }
    return false; // no closing marker
}

bool addJson(const QByteArray& body, Parameters& into) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return false;
    }
    const QJsonObject object = document.object();
    for (auto value = object.begin(); value != object.end(); ++value) {
        into.values.insert(value.key(), value.value());
    }
    return true;
}

QByteArray reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default: // an int from outside, not an enum: any other number needs no words
        return "Status";
    }
}

} // namespace

QByteArray SimRequest::header(QByteArrayView lowerCaseName) const {
    return headerIn(headers, lowerCaseName);
}

QString Parameters::text(QStringView key) const {
    const QJsonValue value = values.value(key);
    if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        return double(whole) == value.toDouble() ? QString::number(whole)
                                                 : QString::number(value.toDouble(), 'g', 15);
    }
    return value.toString();
}

std::optional<qint64> Parameters::integer(QStringView key) const {
    bool ok = false;
    const qint64 value = text(key).toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<double> Parameters::number(QStringView key) const {
    bool ok = false;
    const double value = text(key).toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

bool Parameters::flag(QStringView key) const {
    const QJsonValue value = values.value(key);
    const QString word = value.toString().toLower();
    return value.toBool() || word == u"true" || word == u"1";
}

QJsonValue Parameters::nested(QStringView key) const {
    QJsonValue value = values.value(key);
    if (!value.isString()) {
        return value;
    }
    const QJsonDocument document = QJsonDocument::fromJson(value.toString().toUtf8());
    if (document.isObject()) {
        return document.object();
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(QJsonValue::Undefined);
}

std::optional<Parameters> parametersOf(const SimRequest& request) {
    Parameters parameters;
    addPairs(request.query, parameters.values);
    if (request.body.isEmpty()) {
        return parameters;
    }
    const QByteArray type = request.header("content-type").toLower();
    bool good = true;
    if (type.startsWith("application/json")) {
        good = addJson(request.body, parameters);
    } else if (type.startsWith("multipart/form-data")) {
        good = addMultipart(request, parameters);
    } else {
        addPairs(request.body, parameters.values);
    }
    return good ? std::optional(parameters) : std::nullopt;
}

QByteArray serialize(const SimResponse& response, bool keepAlive) {
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
                       + reason(response.status) + "\r\nContent-Type: " + response.contentType
                       + "\r\nContent-Length: " + QByteArray::number(response.body.size())
                       + "\r\nConnection: " + (keepAlive ? "keep-alive" : "close") + "\r\n";
    for (const auto& [name, value] : response.headers) {
        bytes += name + ": " + value + "\r\n";
    }
    return bytes + "\r\n" + response.body;
}

SimResponse jsonResponse(int status, const QJsonObject& body) {
    SimResponse response;
    response.status = status;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

SimResponse htmlError(int status) {
    const QByteArray title = QByteArray::number(status) + ' ' + reason(status);
    SimResponse response;
    response.status = status;
    response.contentType = "text/html";
    response.body = "<html><head><title>" + title + "</title></head><body><center><h1>" + title
                    + "</h1></center><hr><center>nginx</center></body></html>\r\n";
    return response;
}

RequestParser::State RequestParser::feed(const QByteArray& bytes) {
    buffer_ += bytes;
    return parse();
}

SimRequest RequestParser::take() {
    SimRequest request = std::move(request_);
    request_ = {};
    headDone_ = chunked_ = expects_ = false;
    length_ = 0;
    return request;
}

bool RequestParser::takeExpectation() {
    return std::exchange(expects_, false);
}

RequestParser::State RequestParser::parse() {
    if (!headDone_) {
        const qsizetype end = buffer_.indexOf("\r\n\r\n");
        if (end < 0) {
            return buffer_.size() > kHeadMax ? State::Broken : State::NeedMore;
        }
        if (end > kHeadMax || !parseHead(buffer_.left(end))) {
            return State::Broken;
        }
        buffer_.remove(0, end + 4);
        headDone_ = true;
    }
    return chunked_ ? parseChunks() : parseBody();
}

bool RequestParser::parseHead(const QByteArray& head) {
    const qsizetype lineEnd = head.indexOf("\r\n");
    const QList<QByteArray> words = head.left(lineEnd < 0 ? head.size() : lineEnd).split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/')) {
        return false;
    }
    request_.method = words[0].toUpper();
    const qsizetype question = words[1].indexOf('?');
    request_.path = words[1].left(question < 0 ? words[1].size() : question);
    request_.query = question < 0 ? QByteArray() : words[1].mid(question + 1);
    request_.headers = lineEnd < 0 ? Headers() : headerLines(head.mid(lineEnd + 2));
    chunked_ = request_.header("transfer-encoding").toLower().contains("chunked");
    expects_ = request_.header("expect").toLower() == "100-continue";
    const QByteArray length = request_.header("content-length");
    bool ok = length.isEmpty();
    length_ = ok ? 0 : length.toLongLong(&ok);
    return ok && length_ >= 0 && length_ <= kBodyMax;
}

RequestParser::State RequestParser::parseBody() {
    if (buffer_.size() < length_) {
        return State::NeedMore;
    }
    request_.body = buffer_.left(length_);
    buffer_.remove(0, length_);
    return State::Complete;
}

RequestParser::State RequestParser::parseChunks() {
    for (;;) {
        const qsizetype lineEnd = buffer_.indexOf("\r\n");
        if (lineEnd < 0) {
            return buffer_.size() > kHeadMax ? State::Broken : State::NeedMore;
        }
        bool ok = false;
        const QByteArray size = buffer_.left(lineEnd);
        const qsizetype length = size.left(size.indexOf(';') < 0 ? size.size() : size.indexOf(';'))
                                     .trimmed()
                                     .toLongLong(&ok, 16);
        if (!ok || length < 0 || request_.body.size() + length > kBodyMax) {
            return State::Broken;
        }
        if (buffer_.size() < lineEnd + 2 + length + 2) {
            return State::NeedMore;
        }
        request_.body += buffer_.mid(lineEnd + 2, length);
        buffer_.remove(0, lineEnd + 2 + length + 2);
        if (length == 0) {
            return State::Complete;
        }
    }
}

} // namespace comanda::practice
