// The server's certificate: loaded into a new context whenever its files change, the old one kept
// while the new files do not fit together. Included by http_server.cpp alone.
#pragma once

#include "core/base/log.h"
#include "core/net/http_server.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <boost/asio/ssl/context.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace comanda::net {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;

class TlsFiles {
public:
    // Fails with "net.certificate_file" (param "file"), "net.certificate".
    [[nodiscard]] static Result<std::unique_ptr<TlsFiles>> load(const ServerTls& files) {
        std::unique_ptr<TlsFiles> tls(new TlsFiles(files));
        tls->seen_ = stamp(files);
        Result<> loaded = tls->reload();
        if (!loaded) {
            return fail(std::move(loaded).error());
        }
        return tls;
    }

    // On the server's thread. Looks at the files, so that a renewed certificate serves the very
    // next connection; a failed attempt is made again only when the files change again.
    [[nodiscard]] std::shared_ptr<ssl::context> current() {
        const Stamp now = stamp(files_);
        if (now != seen_) {
            seen_ = now;
            const Result<> loaded = reload();
            if (loaded) {
                qCInfo(lcNet) << "certificate reloaded";
            } else {
                qCWarning(lcNet) << "the changed certificate is not used:" << loaded.error().detail;
            }
        }
        return context_;
    }

    [[nodiscard]] Time ends() const { return fromMillis(ends_.load()); } // any thread

private:
    struct Stamp {
        qint64 certificateTime = 0, certificateSize = 0, keyTime = 0, keySize = 0;
        bool operator==(const Stamp&) const = default;
    };

    explicit TlsFiles(ServerTls files) : files_(std::move(files)) {}

    [[nodiscard]] static Stamp stamp(const ServerTls& files) {
        const QFileInfo certificate(files.certificatePath), key(files.keyPath);
        return {certificate.lastModified().toMSecsSinceEpoch(), certificate.size(),
                key.lastModified().toMSecsSinceEpoch(), key.size()};
    }

    [[nodiscard]] Result<> reload() {
        // OpenSSL's own words say neither which file nor why.
        for (const QString& path : {files_.certificatePath, files_.keyPath}) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                return fail(ErrorKind::Invalid, QStringLiteral("net.certificate_file"),
                            file.errorString(), {{QStringLiteral("file"), path}});
            }
        }
        auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
        boost::system::error_code error;
        SSL_CTX* raw = context->native_handle();
        SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
        SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
        if (SSL_CTX_set_cipher_list(raw, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1) {
            return refused(QStringLiteral("no cipher with forward secrecy"));
        }
        // Without it an encrypted key would ask for its passphrase on the terminal.
        context->set_password_callback([](std::size_t, auto) { return std::string(); }, error);
        if (!error) {
            context->use_certificate_chain_file(files_.certificatePath.toStdString(), error);
        }
        if (!error) {
            context->use_private_key_file(files_.keyPath.toStdString(), ssl::context::pem, error);
        }
        if (error) {
            return refused(QString::fromStdString(error.message()));
        }
        if (SSL_CTX_check_private_key(raw) != 1) {
            return refused(QStringLiteral("key and certificate do not match"));
        }
        tm end{};
        if (ASN1_TIME_to_tm(X509_get0_notAfter(SSL_CTX_get0_certificate(raw)), &end) != 1) {
            return refused(QStringLiteral("the certificate's end cannot be read"));
        }
        ends_ = qint64{timegm(&end)} * 1000;
        context_ = std::move(context);
        return Done{};
    }

    [[nodiscard]] static tl::unexpected<Error> refused(const QString& detail) {
        ERR_clear_error(); // this thread's queue must not colour later calls
        return fail(ErrorKind::Invalid, QStringLiteral("net.certificate"), detail);
    }

    ServerTls files_;
    Stamp seen_;
    std::shared_ptr<ssl::context> context_;
    std::atomic<qint64> ends_ = 0;
};

} // namespace comanda::net
