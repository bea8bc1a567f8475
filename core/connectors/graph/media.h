// Fetches a file: from the address that it came with, or in two steps, where its node says where it
// lies for the next five minutes; and only from hosts that are the platform's.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"

#include <QObject>

#include <memory>

namespace comanda::graph {

class MediaFetcher final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<connect::FetchedMedia>)>;

    struct Way {
        Query node; // what the node is asked with
        // The bytes are given out for the token. Without: to whoever has the signed address, which
        // nobody can get anew once it has died.
        bool token = true;
    };

    MediaFetcher(Caller& caller, Way way, const connect::Host& host, QObject* parent = nullptr);

    // An attachment with an id has a node. Errors: NotFound "media.gone"; Rejected
    // "media.too_large" or "media.host_refused"; Auth; Network, Timeout and RateLimited (try again:
    // a new address is asked for), among them "media.damaged" when the bytes are not those that
    // were announced.
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
    [[nodiscard]] Error statusError(int status) const;
    [[nodiscard]] Result<connect::FetchedMedia> verified(const Job& job) const;

    Caller& caller_;
    Way way_;
    connect::Host host_;
};

} // namespace comanda::graph
