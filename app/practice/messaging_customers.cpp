// The part of MessagingApi that customers move.
#include "app/practice/messaging_api.h"

#include <QJsonDocument>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

qint64 unixMillis(Time time) { // as JSON takes it
    return toMillis(time);
}

QJsonObject withId(const QString& id) {
    return {{u"id"_s, id}};
}

} // namespace

QString MessagingApi::add(const MessagingCustomer& customer) {
    Guest guest;
    guest.id = QString::number((isInstagram() ? 8'000'000'000'000'000 : 7'000'000'000'000'000)
                               + ++lastGuest_);
    guest.who = customer;
    QString id = guest.id;
    guests_[id] = std::move(guest);
    return id;
}

MessagingApi::Guest* MessagingApi::find(const QString& customer) {
    const auto found = guests_.find(customer);
    return found == guests_.end() ? nullptr : &found->second;
}

QString MessagingApi::write(const QString& customer, const QJsonObject& message,
                            std::optional<Time> date) {
    Guest* guest = find(customer);
    if (guest == nullptr) {
        return {};
    }
    Said said;
    said.id = newId();
    said.at = date.value_or(clock_.now());
    said.text = message.value(u"text").toString();
    said.replyTo = message[u"reply_to"][u"mid"].toString();
    said.attachments = message.value(u"attachments").toArray();
    const auto place = std::upper_bound(guest->said.begin(), guest->said.end(), said.at,
                                        [](Time at, const Said& other) { return at < other.at; });
    guest->said.insert(place, said);
    guest->lastWord = std::max(guest->lastWord.value_or(said.at), said.at);
    QJsonObject content = message;
    content.insert(u"mid"_s, said.id);
    push(u"messages"_s,
         {{u"sender"_s, withId(customer)},
          {u"recipient"_s, withId(options_.account())},
          {u"timestamp"_s, unixMillis(said.at)},
          {u"message"_s, content}},
         {said.id});
    return said.id;
}

QString MessagingApi::writeFile(const QString& customer, const QString& type,
                                const MessagingFile& file) {
    const QJsonObject attachment{{u"type"_s, type},
                                 {u"payload"_s, QJsonObject{{u"url"_s, publish(file, type)}}}};
    return write(customer, {{u"attachments"_s, QJsonArray{attachment}}});
}

QString MessagingApi::answerStory(const QString& customer, const MessagingFile& story,
                                  const QString& text) {
    const QString url = publish(story, u"image"_s);
    const QJsonObject ours{{u"id"_s, QString::number(++lastStory_)}, {u"url"_s, url}};
    return write(customer, {{u"text"_s, text}, {u"reply_to"_s, QJsonObject{{u"story"_s, ours}}}});
}

QString MessagingApi::publish(const MessagingFile& file, const QString& type) {
    return desk_.urlOf(desk_.keep({file.bytes, file.mime, file.name, type}));
}

void MessagingApi::sendCart(const QString& customer, const QJsonArray& products,
                            const QString& note) {
    if (Guest* guest = find(customer)) {
        guest->lastWord = clock_.now();
        tell(u"send_cart"_s, customer, u"order"_s, {{u"products"_s, products}, {u"note"_s, note}});
    }
}

QString MessagingApi::press(const QString& customer, const QString& title, const QString& payload) {
    Guest* guest = find(customer);
    if (guest == nullptr) {
        return {};
    }
    guest->lastWord = clock_.now();
    QString id = newId();
    tell(u"messaging_postbacks"_s, customer, u"postback"_s,
         {{u"mid"_s, id}, {u"title"_s, title}, {u"payload"_s, payload}});
    return id;
}

QString MessagingApi::writeElsewhere(const QString& customer, const QString& text) {
    Guest* guest = find(customer);
    if (guest == nullptr) {
        return {};
    }
    Said said;
    said.id = newId();
    said.at = clock_.now();
    said.ours = true;
    said.text = text;
    guest->said.push_back(said);
    echo(*guest, said, {});
    return said.id;
}

void MessagingApi::edit(const QString& customer, const QString& message, const QString& text) {
    if (Guest* guest = find(customer)) {
        for (Said& said : guest->said) {
            if (said.id == message) {
                said.text = text;
            }
        }
    }
    tell(u"message_edits"_s, customer, u"message_edit"_s,
         {{u"mid"_s, message}, {u"text"_s, text}, {u"num_edit"_s, u"1"_s}});
}

void MessagingApi::tell(const QString& field, const QString& customer, const QString& member,
                        const QJsonObject& content) {
    push(field,
         {{u"sender"_s, withId(customer)},
          {u"recipient"_s, withId(options_.account())},
          {u"timestamp"_s, unixMillis(clock_.now())},
          {member, content}},
         content.contains(u"mid") ? QStringList{content.value(u"mid").toString()} : QStringList());
}

void MessagingApi::echo(const Guest& guest, const Said& said, const QJsonObject& more) {
    QJsonObject message = more;
    message.insert(u"is_echo"_s, true);
    message.insert(u"mid"_s, said.id);
    if (!said.text.isEmpty()) {
        message.insert(u"text"_s, said.text);
    }
    if (!said.attachments.isEmpty()) {
        message.insert(u"attachments"_s, said.attachments);
    }
    push(isInstagram() ? u"messages"_s : u"message_echoes"_s,
         {{u"sender"_s, withId(options_.account())},
          {u"recipient"_s, withId(guest.id)},
          {u"timestamp"_s, unixMillis(said.at)},
          {u"message"_s, message}},
         {});
}

// Messenger tells what has arrived and up to when it was read, Instagram which message was seen.
void MessagingApi::receipts(const QString& customer, const QString& message) {
    const Guest* guest = find(customer);
    const qint64 now = toMillis(clock_.now());
    if (guest == nullptr) {
        return;
    }
    if (!isInstagram()) {
        push(
            u"message_deliveries"_s,
            {{u"sender"_s, withId(customer)},
             {u"recipient"_s, withId(options_.account())},
             {u"delivery"_s, QJsonObject{{u"mids"_s, QJsonArray{message}}, {u"watermark"_s, now}}}},
            {});
    }
    if (!guest->who.receipts) {
        return;
    }
    later(1, [this, customer, message] {
        const qint64 seen = toMillis(clock_.now());
        if (isInstagram()) {
            tell(u"messaging_seen"_s, customer, u"read"_s, {{u"mid"_s, message}});
        } else {
            tell(u"message_reads"_s, customer, u"read"_s, {{u"watermark"_s, seen}});
        }
    });
}

void MessagingApi::push(const QString& field, const QJsonObject& item,
                        const QStringList& messages) {
    // Behind a page an Instagram account's fields are those that the app itself subscribes to.
    const bool wanted = options_.kind == MessagingKind::InstagramByPage
                            ? desk_.subscribed().contains(u"messages"_s)
                            : desk_.subscribed().contains(field);
    const bool always = isLogin() && desk_.subscribed().contains(u"messages"_s)
                        && field == u"message_edits"; // goes with "messages" there
    if (!wanted && !always) {
        return;
    }
    batch_.append(item);
    batchMessages_ += messages;
    if (!batching_) {
        endBatch();
    }
}

void MessagingApi::endBatch() {
    batching_ = false;
    if (batch_.isEmpty()) {
        return;
    }
    const QJsonObject entry{{u"id"_s, options_.account()},
                            {u"time"_s, unixMillis(clock_.now())},
                            {standby_ ? u"standby"_s : u"messaging"_s, batch_}};
    const QJsonObject body{{u"object"_s, isInstagram() ? u"instagram"_s : u"page"_s},
                           {u"entry"_s, QJsonArray{entry}}};
    sender_->post(asciiEscaped(QJsonDocument(body).toJson(QJsonDocument::Compact)), batchMessages_);
    batch_ = {};
    batchMessages_.clear();
}

} // namespace comanda::practice
