// The half of WhatsAppCloud that customers move.
#include "app/practice/whatsapp_cloud.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kInboundKept{7 * 24};
constexpr int kFloodPerPost = 50;

} // namespace

QJsonObject WhatsAppCloud::envelope() const {
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, options_.displayNumber},
                                        {u"phone_number_id"_s, options_.phoneNumberId}}}};
}

QJsonObject WhatsAppCloud::contact(const Shopper& shopper) const {
    QJsonObject profile{{u"name"_s, shopper.who.name}};
    if (!shopper.who.userName.isEmpty()) {
        profile.insert(u"username"_s, u'@' + shopper.who.userName);
    }
    QJsonObject contact{{u"profile"_s, profile}, {u"user_id"_s, shopper.who.bsuid}};
    if (shopper.showsNumber()) {
        contact.insert(u"wa_id"_s, shopper.who.waId);
    } else if (shopper.who.number == WhatsAppCustomer::Number::Empty) {
        contact.insert(u"wa_id"_s, QString());
    }
    return contact;
}

QJsonObject WhatsAppCloud::stamped(Shopper& shopper, QJsonObject content, Time date) {
    if (shopper.showsNumber()) {
        content.insert(u"from"_s, shopper.who.waId);
    } else if (shopper.who.number == WhatsAppCustomer::Number::Empty) {
        content.insert(u"from"_s, QString());
    }
    const QString id =
        people_.newWamid(shopper.showsNumber() ? shopper.who.waId : QString(), false);
    content.insert(u"from_user_id"_s, shopper.who.bsuid);
    content.insert(u"id"_s, id);
    content.insert(u"timestamp"_s, QString::number(unixSeconds(date)));
    shopper.own.insert(id);
    shopper.lastWord = std::max(shopper.lastWord.value_or(date), date);
    return content;
}

QString WhatsAppCloud::write(const QString& customer, const QJsonObject& content,
                             std::optional<Time> date) {
    Shopper* shopper = people_.find(customer);
    if (shopper == nullptr) {
        return {};
    }
    const QJsonObject message = stamped(*shopper, content, date.value_or(clock_.now()));
    QJsonObject value = envelope();
    if (content.value(u"type").toString() != u"system") {
        value.insert(u"contacts"_s, QJsonArray{contact(*shopper)});
    }
    value.insert(u"messages"_s, QJsonArray{message});
    QString id = message.value(u"id").toString();
    change(u"messages"_s, value, {id});
    return id;
}

QString WhatsAppCloud::writeMedia(const QString& customer, const QString& type,
                                  const WhatsAppFile& file, const QJsonObject& extra) {
    const QString id =
        people_.keep({file.bytes, file.mime, file.name, clock_.now() + Millis(kInboundKept)});
    const QByteArray digest = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256);
    QJsonObject media = extra;
    media.insert(u"id"_s, id);
    media.insert(u"mime_type"_s, file.mime);
    media.insert(u"sha256"_s, QString::fromLatin1(digest.toBase64()));
    media.insert(u"url"_s, mediaUrl(id));
    if (!file.caption.isEmpty()) {
        media.insert(u"caption"_s, file.caption);
    }
    if (type == u"document") {
        media.insert(u"filename"_s, file.name);
    }
    return write(customer, {{u"type"_s, type}, {type, media}});
}

QString WhatsAppCloud::priceOf(const QString& sku) const {
    const auto found = std::find_if(options_.products.begin(), options_.products.end(),
                                    [&](const Product& product) { return product.sku == sku; });
    return found == options_.products.end() ? u"0"_s : found->price;
}

QString WhatsAppCloud::sendCart(const QString& customer, const std::vector<CartLine>& lines,
                                const QString& note) {
    QJsonArray items;
    const QString usual = options_.products.empty() ? u"COP"_s : options_.products.front().currency;
    for (const CartLine& line : lines) {
        const QString price = line.price.isEmpty() ? priceOf(line.sku) : line.price;
        items.append(QJsonObject{{u"product_retailer_id"_s, line.sku},
                                 {u"quantity"_s, line.quantity},
                                 {u"item_price"_s, price.toDouble()},
                                 {u"currency"_s, line.currency.isEmpty() ? usual : line.currency}});
    }
    return write(customer, {{u"type"_s, u"order"_s},
                            {u"order"_s, QJsonObject{{u"catalog_id"_s, options_.catalogue},
                                                     {u"text"_s, note},
                                                     {u"product_items"_s, items}}}});
}

QString WhatsAppCloud::writeFromPhone(const QString& customer, const QString& text) {
    const Shopper* shopper = people_.find(customer);
    if (shopper == nullptr) {
        return {};
    }
    QString id = people_.newWamid(options_.displayNumber, true);
    QJsonObject value = envelope();
    value.insert(
        u"message_echoes"_s,
        QJsonArray{QJsonObject{{u"from"_s, options_.displayNumber},
                               {u"to"_s, shopper->who.waId},
                               {u"to_user_id"_s, shopper->who.bsuid},
                               {u"id"_s, id},
                               {u"timestamp"_s, QString::number(unixSeconds(clock_.now()))},
                               {u"type"_s, u"text"_s},
                               {u"text"_s, QJsonObject{{u"body"_s, text}}}}});
    change(u"smb_message_echoes"_s, value, {id});
    return id;
}

// The answer to a contact_request: the customer's own card, marked as such.
QString WhatsAppCloud::shareNumber(const QString& customer) {
    const Shopper* shopper = people_.find(customer);
    if (shopper == nullptr) {
        return {};
    }
    const QString number = shopper->who.waId;
    const QJsonObject phone{
        {u"phone"_s, u'+' + number}, {u"wa_id"_s, number}, {u"type"_s, u"CELL"_s}};
    const QJsonObject card{{u"name"_s, QJsonObject{{u"formatted_name"_s, shopper->who.name}}},
                           {u"origin"_s, u"contact_request"_s},
                           {u"phones"_s, QJsonArray{phone}}};
    return write(customer, {{u"type"_s, u"contacts"_s}, {u"contacts"_s, QJsonArray{card}}});
}

void WhatsAppCloud::setTemplates(const QJsonArray& templates) {
    options_.templates = templates;
    change(u"message_template_status_update"_s,
           {{u"event"_s, u"APPROVED"_s}, {u"reason"_s, u"NONE"_s}}, {});
}

SimResponse WhatsAppCloud::appData(const Call& call) {
    const QString what = call.parameters.text(u"sync_type");
    if (!options_.onBizApp) {
        return toResponse(graphError(100, u"This number is not on the business app"_s));
    }
    if (brought_.contains(what)) {
        return toResponse(graphError(2593107, u"Synchronization request limit exceeded"_s));
    }
    brought_ += what;
    if (what == u"history") {
        later(0.2, [this] { bringHistory(); });
    }
    return jsonResponse(
        200, {{u"messaging_product"_s, u"whatsapp"_s}, {u"request_id"_s, u"REQ-"_s + what}});
}

// Two texts with each customer, in two chunks.
void WhatsAppCloud::bringHistory() {
    QJsonObject value = envelope();
    if (options_.historyDeclined) {
        const QString title =
            u"History sync is turned off by the business from the WhatsApp Business App"_s;
        value.insert(
            u"history"_s,
            QJsonArray{QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 2593109},
                                                                        {u"title"_s, title},
                                                                        {u"message"_s, title}}}}}});
        change(u"history"_s, value, {});
        return;
    }
    const qint64 then = unixSeconds(clock_.now() - std::chrono::hours(24 * 20));
    for (const int half : {0, 1}) {
        QJsonArray threads;
        for (const auto& [key, shopper] : people_.all()) {
            const QString id = u"wamid.OLD%1"_s.arg(half) + shopper.who.waId;
            QJsonObject message{{u"from"_s, shopper.who.waId},
                                {u"id"_s, id},
                                {u"timestamp"_s, QString::number(then + half * 60)},
                                {u"type"_s, u"text"_s},
                                {u"text"_s, QJsonObject{{u"body"_s, u"mensaje antiguo"_s}}},
                                {u"history_context"_s, QJsonObject{{u"status"_s, u"READ"_s}}}};
            if (half == 1) {
                message.insert(u"from"_s, options_.displayNumber);
                message.insert(u"to"_s, shopper.who.waId);
            }
            threads.append(
                QJsonObject{{u"id"_s, shopper.who.waId}, {u"messages"_s, QJsonArray{message}}});
        }
        value.insert(u"history"_s,
                     QJsonArray{QJsonObject{
                         {u"metadata"_s, QJsonObject{{u"phase"_s, half},
                                                     {u"chunk_order"_s, half + 1},
                                                     {u"progress"_s, half == 0 ? 55 : 100}}},
                         {u"threads"_s, threads}}});
        change(u"history"_s, value, {});
    }
}

void WhatsAppCloud::flood(const QString& customer, int count, std::chrono::seconds age) {
    Shopper* shopper = people_.find(customer);
    if (shopper == nullptr) {
        return;
    }
    const Time now = clock_.now();
    std::vector<QJsonObject> all;
    for (int i = 0; i < count; ++i) {
        const Time date = now - Millis(age) * (count - i) / std::max(count, 1);
        const QString text = u"%1. mensaje atrasado"_s.arg(i + 1);
        all.push_back(stamped(
            *shopper, {{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, text}}}}, date));
    }
    std::shuffle(all.begin(), all.end(), random_); // newest and oldest interleaved
    for (std::size_t at = 0; at < all.size(); at += kFloodPerPost) {
        QJsonArray some;
        QStringList ids;
        for (std::size_t i = at; i < std::min(all.size(), at + kFloodPerPost); ++i) {
            some.append(all[i]);
            ids.append(all[i].value(u"id").toString());
        }
        QJsonObject value = envelope();
        value.insert(u"contacts"_s, QJsonArray{contact(*shopper)});
        value.insert(u"messages"_s, some);
        change(u"messages"_s, value, ids);
    }
}

void WhatsAppCloud::change(const QString& field, const QJsonObject& value,
                           const QStringList& messages) {
    const QJsonObject one{{u"field"_s, field}, {u"value"_s, value}};
    if (batching_) {
        batch_.append(one);
        batchMessages_ += messages;
        return;
    }
    QJsonObject entry{{u"id"_s, options_.businessAccount}, {u"changes"_s, QJsonArray{one}}};
    if (field != u"messages") {
        entry.insert(u"time"_s, unixSeconds(clock_.now()));
    }
    const QJsonObject body{{u"object"_s, u"whatsapp_business_account"_s},
                           {u"entry"_s, QJsonArray{entry}}};
    sender_->post(asciiEscaped(QJsonDocument(body).toJson(QJsonDocument::Compact)), messages);
}

void WhatsAppCloud::endBatch() {
    batching_ = false;
    // Two entries, each with several changes, so that nobody gets away with looking at the first.
    QJsonArray halves[2];
    for (qsizetype i = 0; i < batch_.size(); ++i) {
        halves[i * 2 < batch_.size() ? 0 : 1].append(batch_[i]);
    }
    QJsonArray entries;
    for (const QJsonArray& half : halves) {
        if (!half.isEmpty()) {
            entries.append(QJsonObject{{u"id"_s, options_.businessAccount}, {u"changes"_s, half}});
        }
    }
    const QJsonObject body{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, entries}};
    if (!entries.isEmpty()) {
        sender_->post(asciiEscaped(QJsonDocument(body).toJson(QJsonDocument::Compact)),
                      batchMessages_);
    }
    batch_ = {};
    batchMessages_.clear();
}

} // namespace comanda::practice
