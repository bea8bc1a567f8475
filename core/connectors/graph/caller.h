// Makes the calls of one account: fetches token and appsecret_proof, keeps count of what is under
// way so that a stop ends every call, and remembers how full the quota is.
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/connect/connector.h"
#include "core/connectors/graph/call.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace comanda::graph {

class Caller final : public QObject {
    Q_OBJECT
public:
    using Answered = std::function<void(net::HttpResult)>;

    Caller(Endpoint endpoint, QString tokenKey, const connect::Host& host,
           QObject* parent = nullptr);

    // `done` is called exactly once, unless this object is destroyed first.
    void get(const QString& path, const Query& query, Answered done);
    void post(const QString& path, const QJsonObject& body, Answered done);
    void remove(const QString& path, Answered done);
    void upload(const QString& path, std::vector<net::FormPart> form, Answered done);
    // A media URL, with the token or without; the caller has made sure that the host may see it.
    void download(const QUrl& url, const QString& path, qint64 maxBytes, bool withToken,
                  Answered done);
    // From now on, instead of the one that the host has.
    void useToken(const Secret& token) { newToken_ = token; }

    // Ends every call under way: those whose bytes may have left say so. Later calls end at once.
    void stop();
    // Calls that can wait should: the quota is nearly used up.
    [[nodiscard]] bool shouldSlowDown() const;
    [[nodiscard]] const QUrl& base() const { return endpoint_.base; }

private:
    using Build = std::function<net::HttpRequest(const Secret& token, const QByteArray& proof)>;

    [[nodiscard]] Secret token() const;
    void withProof(Build build, Answered done);
    void begin(const net::HttpRequest& request, quint64 ticket, bool again = false);
    void finish(quint64 ticket, net::HttpResult result);
    void noteUsage(const net::HttpResult& result);

    struct Call {
        Answered done;
        quint64 handle = 0; // of the client; 0: still waiting for the proof
    };

    Endpoint endpoint_;
    QString tokenKey_;
    connect::Host host_;
    net::HttpClient client_;
    QHash<quint64, Call> calls_;
    quint64 lastTicket_ = 0;
    Secret newToken_;
    Secret proofOf_; // the token that proof_ belongs to
    QByteArray proof_;
    std::optional<Monotonic> slowUntil_;
    bool stopped_ = false;
};

} // namespace comanda::graph
