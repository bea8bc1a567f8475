// Fetches what customers sent: asks where a file is, then downloads it with a limit.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/telegram/api.h"

#include <QObject>

#include <map>

namespace comanda::telegram {

class Files final : public QObject {
public:
    using Done = std::function<void(Result<connect::FetchedMedia>)>;

    Files(const connect::Host& host, QObject* parent);

    void fetch(const Access& access, const Attachment& attachment, const QString& path,
               qint64 maxBytes, Done done);
    void stop(); // ends what is under way as Cancelled

private:
    struct Job {
        Access access;
        Attachment attachment;
        QString path;
        qint64 maxBytes = 0;
        quint64 handle = 0;
        Done done;
    };

    void located(quint64 id, const ApiAnswer& answer);
    void download(quint64 id, const QString& filePath);
    void copyLocal(quint64 id, const QString& filePath);
    void downloaded(quint64 id, const net::HttpResult& result);
    void succeed(quint64 id);
    void end(quint64 id, Result<connect::FetchedMedia> result);
    void report(const std::optional<FailureClass>& failure, const QString& detail = {});

    const connect::Host& host_;
    net::HttpClient client_; // its own: a slow file delays neither polls nor sends
    std::map<quint64, Job> jobs_;
    quint64 lastJob_ = 0;
};

} // namespace comanda::telegram
