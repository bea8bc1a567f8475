// Fetches a file in two steps: its node says where it lies for the next five minutes, then the
// bytes come from there, with the token, and only from hosts that may see it.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"

#include <QObject>

#include <memory>

namespace comanda::whatsapp {

class MediaFetcher final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<connect::FetchedMedia>)>;

    MediaFetcher(graph::Caller& caller, QString phoneNumberId, const connect::Host& host,
                 QObject* parent = nullptr);

    // Errors: NotFound "media.gone"; Rejected "media.too_large" or "media.host_refused"; Auth;
    // Network, Timeout and RateLimited (try again: a new address is asked for), among them
    // "media.damaged" when the bytes are not those that were announced.
    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes, Done done);

private:
    struct Job {
        Attachment attachment;
        QString path;
        qint64 maxBytes = 0;
        Done done;
        QStringList digests; // lower-case hex, as announced
        connect::FetchedMedia media;
    };
    using JobPtr = std::shared_ptr<Job>;

    void located(const JobPtr& job, const net::HttpResult& result);
    void download(const JobPtr& job, const QUrl& url);
    void downloaded(const JobPtr& job, const net::HttpResult& result);
    [[nodiscard]] Result<connect::FetchedMedia> verified(const Job& job) const;

    graph::Caller& caller_;
    QString phoneNumberId_;
    connect::Host host_;
};

} // namespace comanda::whatsapp
