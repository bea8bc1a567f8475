// What handlers read out of a request; knows no socket.
#include "core/net/http_server.h"

namespace comanda::net {

namespace {

QByteArray formDecoded(QByteArrayView text) {
    QByteArray bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

} // namespace

QByteArray ServerRequest::header(QByteArrayView lowerCaseName) const {
    for (const auto& [name, value] : headers) {
        if (name == lowerCaseName) {
            return value;
        }
    }
    return {};
}

QByteArray ServerRequest::queryValue(QByteArrayView name) const {
    const QList<QByteArray> pairs = query.split('&');
    for (const QByteArray& pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView key = QByteArrayView(pair).first(equals < 0 ? pair.size() : equals);
        if (formDecoded(key) == name) {
            return equals < 0 ? QByteArray() : formDecoded(QByteArrayView(pair).sliced(equals + 1));
        }
    }
    return {};
}

} // namespace comanda::net
