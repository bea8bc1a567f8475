#include "app/practice/whatsapp_people.h"

#include <QJsonArray>

namespace comanda::practice {

using namespace Qt::StringLiterals;

QString errorTitle(int code) {
    static const QHash<int, QString> kTitles{
        {130429, u"Rate limit hit"_s},
        {131000, u"Something went wrong"_s},
        {131008, u"Required parameter is missing"_s},
        {131009, u"Parameter value is not valid"_s},
        {131016, u"Service unavailable"_s},
        {131021, u"Recipient cannot be sender"_s},
        {131026, u"Message undeliverable"_s},
        {131047, u"Re-engagement message"_s},
        {131051, u"Unsupported message type"_s},
        {131053, u"Media upload error"_s},
        {131042, u"Business eligibility payment issue"_s},
        {131048, u"Spam rate limit hit"_s},
        {131049, u"This message was not delivered to maintain healthy ecosystem engagement."_s},
        {132001, u"Template name does not exist in the translation"_s},
        {132007, u"Template character policy violated"_s},
        {132015, u"Template is Paused"_s},
        {132016, u"Template is Disabled"_s},
        {131056, u"(Business Account, Consumer Account) pair rate limit hit"_s},
    };
    return kTitles.value(code, u"Something went wrong"_s);
}

QString People::add(WhatsAppCustomer customer) {
    if (customer.bsuid.isEmpty()) {
        customer.bsuid =
            u"CO.%1"_s.arg(13'490'000'000'000'000 + qint64(random_.bounded(9'000'000'000.0)));
    }
    Shopper shopper;
    shopper.who = customer;
    QString key = shopper.key();
    shoppers_[key] = std::move(shopper);
    return key;
}

Shopper* People::find(const QString& id) {
    QString plain = id;
    plain.remove(u'+').remove(u' ').remove(u'-');
    const auto found = shoppers_.find(plain);
    if (found != shoppers_.end()) {
        return &found->second;
    }
    for (auto& entry : shoppers_) {
        if (entry.second.who.bsuid == id) {
            return &entry.second;
        }
    }
    return nullptr;
}

QString People::newWamid(const QString& phone, bool outbound) {
    const QByteArray digits = phone.toLatin1();
    const QByteArray unique =
        QByteArray::number(random_.generate64(), 16).rightJustified(16, '0').toUpper()
        + QByteArray::number(random_.generate(), 16).rightJustified(4, '0').left(4).toUpper();
    QByteArray inner("\x1c\x18", 2);
    inner += char(digits.size());
    inner += digits + QByteArray("\x15\x02\x00", 3);
    inner += outbound ? '\x11' : '\x12';
    inner += '\x18';
    inner += char(unique.size());
    inner += unique + '\0';
    return u"wamid."_s + QString::fromLatin1(inner.toBase64());
}

QString People::keep(const CloudMedia& media) {
    QString id = QString::number(++lastMedia_);
    media_.insert(id, media);
    return id;
}

std::optional<CloudMedia> People::media(const QString& id, Time now) const {
    const auto found = media_.constFind(id);
    return found == media_.constEnd() || found->dies <= now ? std::nullopt : std::optional(*found);
}

} // namespace comanda::practice
