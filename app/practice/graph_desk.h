// What every simulated Graph server does alike: it takes a request apart, looks at its token and
// proof, tells what a token is good for, keeps an app's subscription, says how much of the limit is
// used, and gives out files at addresses that end.
#pragma once

#include "app/practice/graph_error.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QMap>
#include <QRandomGenerator>
#include <QUrl>

#include <deque>
#include <map>

namespace comanda::practice {

// Of the bytes, as Meta writes proofs and signs addresses.
[[nodiscard]] QByteArray hexHmac(const QByteArray& message, const QByteArray& key);
[[nodiscard]] QByteArray randomHex(QRandomGenerator& random, int words);

struct GraphCall {
    QByteArray method;
    QStringList path; // without the version
    Parameters parameters;
    QByteArray token;

    [[nodiscard]] bool isPost() const { return method == "POST"; }
    [[nodiscard]] QString node() const { return path.value(0); }
    [[nodiscard]] QString edge() const { return path.value(1); }
};

struct GraphApp {
    QString id;
    QByteArray secret;
    bool proofDemanded = false; // calls without appsecret_proof fail
};

struct GraphFile {
    QByteArray bytes;
    QString mime, name;
    QString type; // "image", "file", …
};

class GraphDesk {
public:
    GraphDesk(GraphApp app, const Clock& clock) : app_(std::move(app)), clock_(clock) {}

    // The request as a call, or the answer that it gets for being none or having no right.
    [[nodiscard]] tl::expected<GraphCall, SimResponse> take(const SimRequest& request) const;

    // Is there a good token in its header?
    [[nodiscard]] bool admits(const SimRequest& request) const;

    // Tokens; one without an end lives for ever.
    void addToken(const QByteArray& token, std::optional<Time> ends = std::nullopt);
    [[nodiscard]] std::optional<Time> endOf(const QByteArray& token) const;
    void setRevoked(int subcode) { revoked_ = subcode; } // 0: not
    void setProofDemanded(bool on) { app_.proofDemanded = on; }
    [[nodiscard]] SimResponse debugToken(const GraphCall& call, const QString& type,
                                         const QStringList& scopes) const;

    // What the app hears of.
    void setFields(const QStringList& known) { known_ = subscribed_ = known; }
    void setRefused(const QStringList& fields) { refused_ = fields; } // no permission for these
    void subscribe(const QStringList& fields) { subscribed_ = fields; }
    [[nodiscard]] const QStringList& subscribed() const { return subscribed_; }
    [[nodiscard]] SimResponse subscription(const GraphCall& call);

    // In the headers of every answer; 0: nothing is said.
    void setUsage(int percent) { usage_ = percent; }
    void addUsage(SimResponse& response, const QString& asset, const QByteArray& type) const;

    // The next things that are sent or done fail so.
    void failNext(int code, int subcode, int times);
    [[nodiscard]] std::optional<GraphError> nextFailure();

    // Files, for whoever has the address; a token has no business there.
    void setBase(const QUrl& base) { base_ = base; }
    [[nodiscard]] QString keep(const GraphFile& file); // its id
    [[nodiscard]] const GraphFile* file(const QString& id) const;
    [[nodiscard]] QString urlOf(const QString& file) const;
    [[nodiscard]] static bool isFile(const SimRequest& request);
    [[nodiscard]] SimResponse download(const SimRequest& request) const;

private:
    [[nodiscard]] std::optional<GraphError> refuseToken(const GraphCall& call) const;
    [[nodiscard]] std::optional<GraphError> tokenProblem(const QByteArray& token) const;

    GraphApp app_;
    const Clock& clock_;
    QMap<QByteArray, std::optional<Time>> tokens_; // with their ends
    QStringList known_, subscribed_, refused_;
    std::deque<std::pair<int, int>> failures_; // code and subcode
    std::map<QString, GraphFile> files_;
    QUrl base_;
    int revoked_ = 0;
    int usage_ = 0;
    qint64 lastFile_ = 1'857'777'000'000'000;
};

} // namespace comanda::practice
