// The hub's side of comanda-mailbox/1: one call at a time as a value, over HTTP.
#pragma once

#include "core/base/failure.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/http_client.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <vector>

namespace comanda::hub {

struct MailboxItem {
    qint64 id = 0;
    Time receivedAt;
    QString route;
    QByteArray sealed;
};

struct MailboxPage {
    QString journal; // another one: the mailbox was made anew, cursors start again
    qint64 cursor = 0;
    QString trouble; // why the mailbox takes nothing new; empty: it does
    std::vector<MailboxItem> items;
};

// Fails with "mailbox.unreadable".
[[nodiscard]] Result<MailboxPage> readMailboxPage(const QByteArray& body);

struct MailboxFailure {
    FailureClass failure = FailureClass::Protocol;
    QString id; // "mailbox.unreachable", "mailbox.refused_token", "mailbox.other_hub"
    QString detail;
};

class MailboxClient final : public QObject {
    Q_OBJECT
public:
    template <typename T>
    using Answer = std::function<void(tl::expected<T, MailboxFailure>)>;

    MailboxClient(QUrl base, Secret token, QString hubId, QObject* parent = nullptr);

    // Waits at the mailbox for so long if nothing is there. Ends the one before: no answer to that
    // comes any more.
    void deliveries(qint64 after, std::chrono::seconds wait, Answer<MailboxPage> done);
    void acknowledge(qint64 through, Answer<Done> done);
    // Empty: the mailbox says that it has no secret for that route.
    void proof(const Secret& token, const QString& route,
               std::function<void(Result<QByteArray>)> done);
    // What Meta says about a token. NotFound: the mailbox cannot ask for that route.
    void askAboutToken(const Secret& token, const QString& route,
                       std::function<void(Result<QJsonObject>)> done);
    void cancel(); // no answer comes any more

private:
    using Got = std::function<void(tl::expected<QByteArray, MailboxFailure>)>;
    quint64 ask(net::HttpRequest request, std::function<void(const net::HttpResult&)> done);
    quint64 call(net::HttpRequest request, const Got& done);
    [[nodiscard]] net::HttpRequest post(const QString& path, const QJsonObject& body) const;
    [[nodiscard]] QUrl url(const QString& path) const;

    const QUrl base_;
    const Secret token_;
    const QString hubId_;
    std::unique_ptr<QObject> calls_ = std::make_unique<QObject>(); // receiver of the answers
    net::HttpClient http_;
    quint64 poll_ = 0; // the handle of what deliveries() asked last
};

} // namespace comanda::hub
