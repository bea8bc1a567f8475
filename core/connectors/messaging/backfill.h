// Fetches what webhooks did not bring, through the Conversations API: after a start, an absence or
// a lost subscription the platform does not bring it again.
//
// Its cursor is the time of the newest message seen, up to which nothing is missing. While
// something may be, it stands; a backfill reads from there (and some minutes before) to now.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"

#include <QObject>
#include <QTimer>

namespace comanda::messaging {

class Backfill final : public QObject {
    Q_OBJECT
public:
    struct Place {
        QString path;     // "{page}/conversations"
        QString platform; // "messenger", "instagram"
        QString account;  // of the events
    };

    Backfill(graph::Caller& caller, Place place, const connect::Host& host,
             QObject* parent = nullptr);

    void resume(const std::optional<QString>& cursor);
    // The cursor to keep with these events; nullopt: it has to stay where it is.
    [[nodiscard]] std::optional<QString> cursorAfter(const Events& events);
    void missing(); // from now on something may be missing
    void run();     // fetches it, if something may be
    void stop();

private:
    void next();
    void taken(const net::HttpResult& result);
    void bringIn(const QJsonArray& conversations, bool last);
    void brought(bool last);
    void finish();
    void note(const Events& events);

    graph::Caller& caller_;
    const Place place_;
    connect::Host host_;
    QTimer pause_;
    std::optional<Time> complete_; // nothing older is missing
    std::optional<Time> newest_;
    bool missing_ = false;
    bool missingAgain_ = false; // since the run began
    bool running_ = false;
    bool stopped_ = false;
    Time began_, from_; // of the run: when, and what it reads from
    QString after_;     // of the list's paging
    int pages_ = 0;
};

} // namespace comanda::messaging
