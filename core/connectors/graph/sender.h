// Brings one message out: uploads its file, then posts its parts one after another.
//
// What the platform has taken already (an uploaded file, the first parts of a long text) is
// remembered by our client reference while this object lives, so that a second try goes on where
// the first one stopped instead of saying everything twice. After a restart of the channel that
// memory is gone, and a long text that was half out is said again from its beginning.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/caller.h"

#include <QCache>
#include <QObject>

#include <memory>

namespace comanda::graph {

// The file of a message, as it is uploaded.
struct SendFile {
    QString path, name, mime; // never empty
    qint64 size = 0;
};
struct UploadedFile {
    QString id; // as the upload was answered
    SendFile file;
};

class Sender final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(SendOutcome)>;

    // How a platform says it. All pure; errors are what the message is refused with.
    struct Ways {
        QString messages, uploads; // paths of the calls
        std::function<Result<std::vector<net::FormPart>>(const SendFile& file)> form;
        QString uploadedId; // the key of the answer that has the file's id
        // The bodies in the order in which they have to be accepted.
        std::function<Result<std::vector<QJsonObject>>(const OutgoingMessage& message,
                                                       const std::optional<UploadedFile>& file)>
            write;
        IdIn sentId = nullptr;
    };

    Sender(Caller& caller, Ways ways, const connect::Host& host, QObject* parent = nullptr);

    void send(const OutgoingMessage& message, Done done);

private:
    struct Progress {
        std::optional<UploadedFile> file;
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
    void uploaded(const JobPtr& job, const SendFile& file, const net::HttpResult& result);
    void writeParts(const JobPtr& job);
    void postNext(const JobPtr& job);
    void posted(const JobPtr& job, const net::HttpResult& result);
    void finish(const JobPtr& job, const SendOutcome& outcome);
    void remember(const Job& job, const SendOutcome& outcome);
    void countRefusals(const QString& person, const net::HttpResult& result);

    Caller& caller_;
    const Ways ways_;
    connect::Host host_;
    QCache<QString, Progress> progress_; // by client reference
    QCache<QString, int> refusals_;      // by conversation key: "leave this person alone"
};

} // namespace comanda::graph
