// The body of a request as a stream that can be read once.
//
// Qt's HTTP engine sends a request again by itself when the connection closes before an answer,
// whatever its method is: a customer would get a message twice. It can only do so if the body can
// be rewound, and this one cannot. Being asked for its first byte is also the one exact sign that
// a request may have reached the other side: Qt asks after the connection (and TLS) stands, and a
// server cannot act on a request whose body is missing.
#pragma once

#include "core/net/http_client.h"

#include <QFile>
#include <QIODevice>

#include <variant>
#include <vector>

namespace comanda::net {

class Upload final : public QIODevice {
public:
    explicit Upload(QByteArray body, QObject* parent = nullptr);
    // multipart/form-data. A part whose file cannot be read makes isComplete() false.
    Upload(const std::vector<FormPart>& form, const QByteArray& boundary,
           QObject* parent = nullptr);

    [[nodiscard]] bool isComplete() const { return complete_; }
    [[nodiscard]] qint64 length() const { return length_; }
    [[nodiscard]] bool wasRead() const { return wasRead_; }
    void stop() { stopped_ = true; } // nothing is given out from now on

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 limit) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    using Segment = std::variant<QByteArray, QFile*>; // files are children of this object

    void add(QByteArray bytes);
    void addFile(const QString& path);
    qint64 readSegment(char* data, qint64 limit);

    std::vector<Segment> segments_;
    size_t segment_ = 0;
    qint64 inSegment_ = 0;
    qint64 length_ = 0;
    qint64 given_ = 0;
    bool complete_ = true;
    bool wasRead_ = false;
    bool stopped_ = false;
};

} // namespace comanda::net
