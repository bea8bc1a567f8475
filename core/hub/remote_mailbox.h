// The remote mailbox of this shop: its address and keys, the collecting, and the calls that need
// the app secret which only the mailbox has.
#pragma once

#include "core/connect/connector.h"
#include "core/hub/hub.h"
#include "core/hub/mailbox_collector.h"
#include "core/hub/secrets.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace comanda::hub {

// Where a shop's mailbox is; empty: it has none. Its token is among the secrets.
[[nodiscard]] Result<QUrl> mailboxUrl(store::Reader& reader);

class RemoteMailbox final : public QObject {
    Q_OBJECT
public:
    RemoteMailbox(const MailboxCollector::Parts& parts, Secrets& secrets,
                  QObject* parent = nullptr);

    void start(); // collects, if there is an address and a token
    void stop();

    // A key pair is made when there is none.
    void read(QObject* receiver, std::function<void(Result<MailboxSettings>)> done);
    // An empty url ends it, an empty token keeps the one that is there.
    void save(const QUrl& url, const Secret& token, std::function<void(Result<>)> done);
    // Empty: no mailbox, or it has no secret for that route. At most once, in this thread.
    void proof(const Secret& token, const QString& route, connect::Proved done);
    // Also at most once. NotFound: no mailbox, or it cannot ask.
    void askAboutToken(const Secret& token, const QString& route, const connect::Asked& done);
    // What a platform is told for a route; empty: there is no mailbox, or it is not known yet.
    [[nodiscard]] QString hookUrl(const QString& route) const;
    // Why it gives us nothing; empty: it does.
    [[nodiscard]] const QString& trouble() const { return trouble_; }

Q_SIGNALS:
    void worked();
    void failed(comanda::FailureClass failure, const QString& id);

private:
    struct Known {
        QUrl url;
        QString hubId;
    };

    void know(std::function<void(Result<Known>)> done);
    void ensureKeys(std::function<void(Result<security::KeyPair>)> done);
    void connectTo(const Known& known, const security::KeyPair& keys);
    void tryAgain(FailureClass failure, const QString& id);

    const MailboxCollector::Parts parts_;
    Secrets& secrets_;
    std::unique_ptr<MailboxClient> client_;
    std::unique_ptr<MailboxCollector> collector_;
    QTimer retry_;
    QUrl url_; // as far as it is known
    QString trouble_;
    bool active_ = false;
};

} // namespace comanda::hub
