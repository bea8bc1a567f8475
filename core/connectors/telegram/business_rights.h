// What we may do in the chats of the shop's own account: learnt from updates, and asked for at
// every start, because what changed while we were off for a day comes in no update.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/telegram/api.h"
#include "core/connectors/telegram/business.h"

#include <QObject>
#include <QStringList>

namespace comanda::telegram {

class BusinessRights final : public QObject {
    Q_OBJECT
public:
    BusinessRights(const connect::Host& host, net::HttpClient& client, QObject* parent);

    [[nodiscard]] const BusinessConnections& known() const { return known_; }
    // Those that are asked for at the next start.
    [[nodiscard]] const QStringList& ids() const { return ids_; }
    void remember(const QString& id);
    void learn(const BusinessConnection& connection);

    void askAll(const Access& access);
    void ask(const Access& access, const QString& id);
    void stop(); // nothing is asked or told from now on

    // Why this certainly cannot be sent; nullopt: it may.
    [[nodiscard]] std::optional<outcome::Rejected> refusal(const OutgoingMessage& message) const;
    [[nodiscard]] bool mayMarkRead(const QString& id) const;

Q_SIGNALS:
    void changed();

private:
    void answered(const QString& bot, const QString& id, const ApiAnswer& answer);
    void tell(const QString& bot, const BusinessConnection& connection);

    const connect::Host& host_;
    net::HttpClient& client_;
    BusinessConnections known_;
    QStringList ids_; // the one seen last comes last
    bool running_ = false;
};

} // namespace comanda::telegram
