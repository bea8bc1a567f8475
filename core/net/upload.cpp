#include "core/net/upload.h"

#include <algorithm>
#include <cstring>

namespace comanda::net {
namespace {

// Quotes and line breaks in a name must not end the header line (HTML's rule for forms).
QByteArray quoted(QByteArray name) {
    name.replace('"', "%22");
    name.replace('\r', "%0D");
    name.replace('\n', "%0A");
    return '"' + name + '"';
}

QByteArray withoutLineBreaks(QByteArray value) {
    value.replace('\r', ' ');
    value.replace('\n', ' ');
    return value;
}

} // namespace

Upload::Upload(QByteArray body, QObject* parent) : QIODevice(parent) {
    add(std::move(body));
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

Upload::Upload(const std::vector<FormPart>& form, const QByteArray& boundary, QObject* parent)
    : QIODevice(parent) {
    for (const FormPart& part : form) {
        QByteArray head =
            "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
        if (!part.fileName.isEmpty()) {
            head += "; filename=" + quoted(part.fileName);
        }
        head += "\r\n";
        if (!part.contentType.isEmpty()) {
            head += "Content-Type: " + withoutLineBreaks(part.contentType) + "\r\n";
        }
        add(head + "\r\n");
        if (part.filePath.isEmpty()) {
            add(part.value);
        } else {
            addFile(part.filePath);
        }
        add("\r\n");
    }
    add("--" + boundary + "--\r\n");
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void Upload::add(QByteArray bytes) {
    length_ += bytes.size();
    segments_.emplace_back(std::move(bytes));
}

void Upload::addFile(const QString& path) {
    auto* file = new QFile(path, this);
    if (!file->open(QIODevice::ReadOnly)) {
        complete_ = false;
        return;
    }
    length_ += file->size();
    segments_.emplace_back(file);
}

qint64 Upload::bytesAvailable() const {
    return stopped_ ? 0 : length_ - given_;
}

qint64 Upload::readData(char* data, qint64 limit) {
    if (stopped_) {
        return -1;
    }
    wasRead_ = true;
    const qint64 wanted = std::min(limit, length_ - given_);
    qint64 got = 0;
    while (got < wanted && segment_ < segments_.size()) {
        const qint64 read = readSegment(data + got, wanted - got);
        if (read < 0) {
            return -1;
        }
        if (read == 0) {
            ++segment_;
            inSegment_ = 0;
        }
        got += read;
        inSegment_ += read;
    }
    given_ += got;
    return got == 0 && wanted > 0 ? -1 : got; // -1: a file became shorter while it was sent
}

qint64 Upload::readSegment(char* data, qint64 limit) {
    if (const auto* bytes = std::get_if<QByteArray>(&segments_[segment_])) {
        const qint64 size = std::min<qint64>(limit, bytes->size() - inSegment_);
        std::memcpy(data, bytes->constData() + inSegment_, static_cast<size_t>(size));
        return size;
    }
    return std::get<QFile*>(segments_[segment_])->read(data, limit);
}

} // namespace comanda::net
