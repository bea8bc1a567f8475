// The long poll: asks for updates, hands them to the host, and confirms to Telegram only what the
// host has stored.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/telegram/api.h"
#include "core/connectors/telegram/business_rights.h"
#include "core/connectors/telegram/read.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace comanda::telegram {

// Tests shorten these; the program never does.
struct Timing {
    int pollSeconds = 25;         // asked of the server, which allows 50
    Millis pollDeadline{40'000};  // ours: a pulled cable must not hang the poll for ever
    Millis emptyPollFloor{1'000}; // a server that does not hold polls is not asked more often
    Millis backoffFirst{1'000}, backoffMax{60'000};
    Millis conflictFirst{2'000};
    int conflictsToReport = 5;   // about a minute of them: another program, not an old poll
    Millis storeAgain{2'000};    // after the store refused
    Millis signInAgain{300'000}; // a refused token is tried again this seldom
    Millis stopGrace{700};       // for a send on its way when the connector stops
};

class Poller final : public QObject {
    Q_OBJECT
public:
    Poller(const connect::Host& host, BusinessRights& rights, const Timing& timing,
           QObject* parent);

    // `cursor`: as this class gave it to the host; dropped when it belongs to another bot.
    void start(const Access& access, const std::optional<QString>& cursor);
    void stop(); // nothing is asked or handed over from now on; what is being stored ends by itself

Q_SIGNALS:
    void tokenRefused();
    void received(const comanda::Events& events); // they are stored
    void advanced(const QString& cursor);         // stored up to here

private:
    void poll();
    void pollIn(Millis wait);
    void answered(const ApiAnswer& answer, const QByteArray& body);
    void take(const QByteArray& body);
    void stored(const Result<>& result, qint64 next, const Events& events);
    void worked();
    void unconfirmable(); // stored, but nothing in it can be confirmed: it will come again
    void failed(const ApiAnswer& answer);
    void conflict(const ApiAnswer& answer);
    void report(const std::optional<FailureClass>& failure, const QString& id = {},
                const QString& detail = {});
    [[nodiscard]] QString cursorFor(qint64 offset) const;
    [[nodiscard]] Millis backoff(Millis first, int failures) const;

    const connect::Host& host_;
    BusinessRights& rights_;
    Timing timing_;
    Access access_;
    net::HttpClient client_; // its own: a poll must never queue behind an upload
    quint64 handle_ = 0;
    QTimer again_;
    QElapsedTimer sincePoll_;
    std::optional<qint64> offset_;
    bool running_ = false;
    bool retriedStale_ = false;
    QByteArray unreadable_; // digest of the last answer that was stored and cannot be confirmed
    int failures_ = 0;      // consecutive
    int conflicts_ = 0;     // consecutive
};

} // namespace comanda::telegram
