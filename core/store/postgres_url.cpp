#include "core/store/postgres_url.h"

#include <QMap>
#include <QStringList>
#include <QUrl>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

QString decoded(QByteArrayView text) {
    return QUrl::fromPercentEncoding(text.toByteArray());
}

// Cuts off and returns what stands before the first of `marks`; `rest` keeps the mark.
QByteArrayView takeUntil(QByteArrayView& rest, QByteArrayView marks) {
    qsizetype end = 0;
    while (end < rest.size() && !marks.contains(rest[end])) {
        ++end;
    }
    const QByteArrayView taken = rest.first(end);
    rest = rest.sliced(end);
    return taken;
}

void readUser(QByteArrayView text, PostgresAddress& address) {
    const qsizetype colon = text.indexOf(':');
    address.user = decoded(colon < 0 ? text : text.first(colon));
    if (colon >= 0) {
        address.password =
            Secret(QByteArray::fromPercentEncoding(text.sliced(colon + 1).toByteArray()));
    }
}

void readHosts(QByteArrayView text, PostgresAddress& address) {
    if (text.isEmpty()) {
        return;
    }
    QStringList hosts;
    QStringList ports;
    for (const QByteArray& one : text.toByteArray().split(',')) {
        QByteArrayView host = one;
        QByteArrayView port;
        const qsizetype bracket = host.indexOf(']'); // [::1]:5432
        const qsizetype colon = host.lastIndexOf(':');
        if (colon > bracket) {
            port = host.sliced(colon + 1);
            host = host.first(colon);
        }
        if (host.startsWith('[') && host.endsWith(']')) {
            host = host.sliced(1, host.size() - 2);
        }
        hosts.append(decoded(host));
        ports.append(port.isEmpty() ? u"5432"_s : decoded(port));
    }
    address.hosts = hosts.join(u',');
    address.ports = ports.join(u',');
}

bool readOption(QByteArrayView pair, PostgresAddress& address) {
    const qsizetype equals = pair.indexOf('=');
    if (equals <= 0) {
        return false;
    }
    const QString key = decoded(pair.first(equals));
    const QString value = decoded(pair.sliced(equals + 1));
    const QMap<QString, QString*> fields{{u"host"_s, &address.hosts},
                                         {u"port"_s, &address.ports},
                                         {u"dbname"_s, &address.database},
                                         {u"user"_s, &address.user}};
    if (QString* field = fields.value(key)) {
        *field = value;
    } else if (key == "password"_L1) {
        address.password = Secret(value.toUtf8());
    } else {
        address.options.append({key, value});
    }
    return true;
}

QString quoted(const QString& value) {
    QString escaped = value;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
    return u'\'' + escaped + u'\'';
}

} // namespace

Result<PostgresAddress> parsePostgresUrl(const Secret& url) {
    QByteArrayView rest = url.reveal();
    const qsizetype scheme = rest.indexOf("://");
    if (scheme < 0 || (rest.first(scheme) != "postgresql" && rest.first(scheme) != "postgres")) {
        return fail(ErrorKind::Invalid, u"store.bad_address"_s,
                    u"does not begin with postgresql://"_s);
    }
    rest = rest.sliced(scheme + 3);
    PostgresAddress address;
    QByteArrayView authority = takeUntil(rest, "/?");
    if (const qsizetype at = authority.lastIndexOf('@'); at >= 0) {
        readUser(authority.first(at), address);
        authority = authority.sliced(at + 1);
    }
    readHosts(authority, address);
    if (rest.startsWith('/')) {
        rest = rest.sliced(1);
        address.database = decoded(takeUntil(rest, "?"));
    }
    if (rest.startsWith('?')) {
        for (const QByteArray& pair : rest.sliced(1).toByteArray().split('&')) {
            if (!readOption(pair, address)) {
                return fail(ErrorKind::Invalid, u"store.bad_address"_s,
                            u"an option is not of the form key=value"_s);
            }
        }
    }
    return address;
}

QString connectOptions(const PostgresAddress& address) {
    // A dead server must be noticed in seconds, not after the kernel's two hours.
    QMap<QString, QString> options{
        {u"connect_timeout"_s, u"5"_s},       {u"keepalives"_s, u"1"_s},
        {u"keepalives_idle"_s, u"10"_s},      {u"keepalives_interval"_s, u"5"_s},
        {u"keepalives_count"_s, u"3"_s},      {u"tcp_user_timeout"_s, u"20000"_s},
        {u"application_name"_s, u"comanda"_s}};
    for (const auto& [key, value] : address.options) {
        options.insert(key, value);
    }
    if (!address.hosts.isEmpty()) {
        options.insert(u"host"_s, address.hosts);
    }
    if (!address.ports.isEmpty()) {
        options.insert(u"port"_s, address.ports);
    }
    QStringList parts;
    for (auto it = options.cbegin(); it != options.cend(); ++it) {
        parts.append(it.key() + u'=' + quoted(it.value()));
    }
    // The driver turns every ';' into a space, which would also cut a value: none of ours has one.
    return parts.join(u';');
}

} // namespace comanda::store
