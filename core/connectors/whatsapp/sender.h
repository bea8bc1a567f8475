// Brings one message out: uploads its file, then posts its parts one after another.
//
// What the platform has taken already (an uploaded file, the first parts of a long text) is
// remembered by our client reference while this object lives, so that a second try goes on where
// the first one stopped instead of saying everything twice. After a restart of the channel that
// memory is gone, and a long text that was half out is said again from its beginning.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/whatsapp/write.h"

#include <QCache>
#include <QObject>

#include <memory>

namespace comanda::whatsapp {

class Sender final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(SendOutcome)>;

    Sender(graph::Caller& caller, QString phoneNumberId, const connect::Host& host,
           QObject* parent = nullptr);

    void send(const OutgoingMessage& message, Done done);

private:
    struct Progress {
        std::optional<UploadedMedia> media;
        std::size_t accepted = 0; // parts
    };
    struct Job {
        OutgoingMessage message;
        Done done;
        Progress progress;
        std::vector<QJsonObject> parts;
    };
    using JobPtr = std::shared_ptr<Job>;

    void upload(const JobPtr& job);
    void uploaded(const JobPtr& job, UploadedMedia media, const net::HttpResult& result);
    void writeParts(const JobPtr& job);
    void postNext(const JobPtr& job);
    void posted(const JobPtr& job, const net::HttpResult& result);
    void finish(const JobPtr& job, const SendOutcome& outcome);
    void remember(const Job& job, const SendOutcome& outcome);
    void countPairRefusals(const QString& person, const SendOutcome& outcome);

    graph::Caller& caller_;
    QString phoneNumberId_;
    connect::Host host_;
    QCache<QString, Progress> progress_; // by client reference
    QCache<QString, int> pairRefusals_;  // by conversation key
};

} // namespace comanda::whatsapp
