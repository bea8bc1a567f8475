// The customers of the simulated WhatsApp, their media, and the ids of messages.
#pragma once

#include "app/practice/graph_error.h"
#include "app/practice/whatsapp_simulator.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <map>

namespace comanda::practice {

// Title of the errors that statuses and sends carry.
[[nodiscard]] QString errorTitle(int code);

struct Shopper {
    WhatsAppCustomer who;
    std::optional<Time> lastWord; // opens the 24 hour window
    bool reachable = true;
    std::vector<Received> inbox;
    QSet<QString> own;                 // wamids that the customer wrote
    std::optional<Monotonic> pairBusy; // theoretical arrival time of the pair limit

    [[nodiscard]] QString key() const { return who.waId.isEmpty() ? who.bsuid : who.waId; }
    [[nodiscard]] bool showsNumber() const {
        return who.number == WhatsAppCustomer::Number::Shown && !who.waId.isEmpty();
    }
};

struct CloudMedia {
    QByteArray bytes;
    QString mime;
    QString name;
    Time dies;
};

class People {
public:
    explicit People(QRandomGenerator& random) : random_(random) {}

    QString add(WhatsAppCustomer customer);
    [[nodiscard]] Shopper* find(const QString& id); // wa_id or BSUID, "+" and blanks ignored
    [[nodiscard]] const std::map<QString, Shopper>& all() const { return shoppers_; }
    [[nodiscard]] QString newWamid(const QString& phone, bool outbound);
    QString keep(const CloudMedia& media); // the new media id
    [[nodiscard]] std::optional<CloudMedia> media(const QString& id, Time now) const;
    bool drop(const QString& id) { return media_.remove(id) > 0; }

private:
    QRandomGenerator& random_;
    std::map<QString, Shopper> shoppers_; // by key()
    QHash<QString, CloudMedia> media_;
    qint64 lastMedia_ = 2'423'000'000'000'000;
};

} // namespace comanda::practice
