// HTTP/1.1 as the simulated platforms see it: requests, answers, and the forms in which clients may
// hand over parameters (query string, urlencoded, JSON, multipart).
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace comanda::practice {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>; // of requests: names in lower case

struct SimRequest {
    QByteArray method; // upper case
    QByteArray path;   // as on the wire, without the query
    QByteArray query;  // as on the wire, without '?'
    Headers headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const; // empty: absent
};

struct SimResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    Headers headers;
};

// Answers one request; later calls do nothing. Only in the server's thread.
using Respond = std::function<void(SimResponse)>;

struct Upload {
    QString fileName;
    QString mime;
    QByteArray bytes;
};

struct Parameters {
    QJsonObject values; // from forms every value is a string
    QMap<QString, Upload> files;

    [[nodiscard]] QString text(QStringView key) const; // numbers as text; empty: absent
    [[nodiscard]] std::optional<qint64> integer(QStringView key) const;
    [[nodiscard]] std::optional<double> number(QStringView key) const;
    [[nodiscard]] bool flag(QStringView key) const;
    // An object or array, also when it came as JSON text inside a form field.
    [[nodiscard]] QJsonValue nested(QStringView key) const;
};

// nullopt: the body is not what its Content-Type says.
[[nodiscard]] std::optional<Parameters> parametersOf(const SimRequest& request);

[[nodiscard]] QByteArray serialize(const SimResponse& response, bool keepAlive);
[[nodiscard]] SimResponse jsonResponse(int status, const QJsonObject& body);
// What a web server in front of the platform says when the platform is ill.
[[nodiscard]] SimResponse htmlError(int status);

// Takes bytes as they come and yields whole requests.
class RequestParser {
public:
    enum class State { NeedMore, Complete, Broken };

    [[nodiscard]] State feed(const QByteArray& bytes);
    void keep(const QByteArray& bytes) { buffer_ += bytes; } // for the next feed()
    // After Complete; what follows it in the buffer stays for the next feed({}).
    [[nodiscard]] SimRequest take();
    // Once per request: the client waits for "100 Continue" before it sends the body.
    [[nodiscard]] bool takeExpectation();

private:
    [[nodiscard]] State parse();
    [[nodiscard]] bool parseHead(const QByteArray& head);
    [[nodiscard]] State parseBody();
    [[nodiscard]] State parseChunks();

    QByteArray buffer_;
    SimRequest request_;
    bool headDone_ = false;
    bool chunked_ = false;
    bool expects_ = false;
    qsizetype length_ = 0;
};

} // namespace comanda::practice
