// Fetches what customers sent: the daemon has it already, in its own folder. Where that is on
// another machine it is asked for the bytes.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/signal/daemon.h"

#include <map>

namespace comanda::signal {

class Files final : public QObject {
public:
    using Done = std::function<void(Result<connect::FetchedMedia>)>;

    // `folder` empty: the one that signal-cli has by itself.
    Files(const connect::Host& host, Daemon& daemon, const Timing& timing, QString account,
          const QString& folder, QObject* parent);

    void fetch(const Attachment& attachment, const QString& path, qint64 maxBytes, Done done);
    void stop(); // ends what is under way as Cancelled

private:
    struct Job {
        Attachment attachment;
        QString path;
        qint64 maxBytes = 0;
        Done done;
    };

    [[nodiscard]] Result<connect::FetchedMedia> copied(const Job& job, const QString& source) const;
    void answered(quint64 id, const Answer& answer);
    [[nodiscard]] Result<connect::FetchedMedia> written(const Job& job, const Answer& answer) const;
    void end(quint64 id, const Result<connect::FetchedMedia>& result);

    const connect::Host& host_;
    Daemon& daemon_;
    Timing timing_;
    QString account_, folder_;
    std::map<quint64, Job> jobs_;
    quint64 lastJob_ = 0;
};

} // namespace comanda::signal
