// The part of MessagingApi that tells of conversations.
#include "app/practice/messaging_api.h"

#include <QRegularExpression>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kDetails = 20; // of so many messages of a conversation anything is told

QString isoTime(Time time) {
    QString text = toIsoUtc(time);
    text.chop(1); // the Z
    return text + u"+0000"_s;
}

} // namespace

QJsonObject MessagingApi::personJson(const Guest* guest) const {
    const QString name = guest == nullptr ? options_.name : guest->who.name;
    const QString userName = guest == nullptr ? options_.userName : guest->who.userName;
    QJsonObject person{{u"id"_s, guest == nullptr ? options_.account() : guest->id}};
    if (isInstagram()) {
        person.insert(u"username"_s, userName);
    } else {
        person.insert(u"name"_s, name);
    }
    return person;
}

QJsonObject MessagingApi::messageJson(const Guest& guest, const Said& said) const {
    QJsonObject json{
        {u"id"_s, said.id}, {u"created_time"_s, isoTime(said.at)}, {u"message"_s, said.text}};
    json.insert(u"from"_s, personJson(said.ours ? nullptr : &guest));
    const QJsonObject to = personJson(said.ours ? &guest : nullptr);
    json.insert(u"to"_s, QJsonObject{{u"data"_s, QJsonArray{to}}});
    QJsonArray files;
    for (const QJsonValue attachment : said.attachments) {
        const QString type = attachment[u"type"].toString();
        const QString url = attachment[u"payload"][u"url"].toString();
        QJsonObject file{{u"id"_s, u"1"_s}, {u"name"_s, u"file"_s}};
        if (type == u"image" || type == u"video") {
            file.insert(u"mime_type"_s, type == u"image" ? u"image/jpeg"_s : u"video/mp4"_s);
            file.insert(type + u"_data"_s, QJsonObject{{u"url"_s, url}});
        } else {
            file.insert(u"mime_type"_s, type == u"audio" ? u"audio/mp4"_s : u"application/pdf"_s);
            file.insert(u"file_url"_s, url);
        }
        files.append(file);
    }
    if (!files.isEmpty()) {
        json.insert(u"attachments"_s, QJsonObject{{u"data"_s, files}});
    }
    if (!said.replyTo.isEmpty()) {
        json.insert(u"reply_to"_s, QJsonObject{{u"mid"_s, said.replyTo}});
    }
    return json;
}

// `details`: of how many messages more than the id is told.
QJsonObject MessagingApi::conversationJson(const Guest& guest, const QString& fields,
                                           qsizetype details) const {
    QJsonObject json{{u"id"_s, u"t_"_s + guest.id}};
    json.insert(u"updated_time"_s, isoTime(guest.said.empty() ? Time{} : guest.said.back().at));
    if (fields.contains(u"participants")) {
        json.insert(u"participants"_s,
                    QJsonObject{{u"data"_s, QJsonArray{personJson(&guest), personJson(nullptr)}}});
    }
    if (fields.contains(u"messages")) {
        QJsonArray newestFirst;
        for (auto said = guest.said.rbegin(); said != guest.said.rend(); ++said) {
            if (details == 0) {
                newestFirst.append(
                    QJsonObject{{u"id"_s, said->id}, {u"created_time"_s, isoTime(said->at)}});
            } else if (newestFirst.size() < details) {
                newestFirst.append(messageJson(guest, *said));
            }
        }
        json.insert(u"messages"_s, QJsonObject{{u"data"_s, newestFirst}});
    }
    return json;
}

SimResponse MessagingApi::conversations(const GraphCall& call) {
    const Monotonic now = clock_.monotonic();
    while (!recentReads_.empty() && now - recentReads_.front() >= options_.second) {
        recentReads_.pop_front();
    }
    if (int(recentReads_.size()) >= options_.readsPerSecond) {
        return toResponse(graphError(613, u"Calls to this api have exceeded the rate limit."_s));
    }
    recentReads_.push_back(now);
    const QString platform = isInstagram() ? u"instagram"_s : u"messenger"_s;
    if (call.parameters.text(u"platform") != platform) {
        return toResponse(graphError(100, u"The parameter platform is not valid"_s));
    }
    std::vector<const Guest*> all;
    for (const auto& entry : guests_) {
        if (!entry.second.said.empty()) {
            all.push_back(&entry.second);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Guest* a, const Guest* b) {
        return a->said.back().at > b->said.back().at;
    });
    const QString fields = call.parameters.text(u"fields");
    static const QRegularExpression limitOf(u"messages\\.limit\\((\\d+)\\)"_s);
    const qsizetype wanted = limitOf.match(fields).captured(1).toLongLong();
    const qsizetype details = std::min(wanted == 0 ? kDetails : wanted, kDetails);
    const qint64 limit = std::clamp<qint64>(call.parameters.integer(u"limit").value_or(25), 1, 100);
    const qint64 from =
        QByteArray::fromBase64(call.parameters.text(u"after").toLatin1()).toLongLong();
    QJsonArray data;
    qint64 at = std::max<qint64>(from, 0);
    for (; at < qint64(all.size()) && data.size() < limit; ++at) {
        data.append(conversationJson(*all[std::size_t(at)], fields, details));
    }
    const QString after = QString::fromLatin1(QByteArray::number(at).toBase64());
    QJsonObject paging{{u"cursors"_s, QJsonObject{{u"before"_s, u"MA=="_s}, {u"after"_s, after}}}};
    if (at < qint64(all.size())) {
        paging.insert(u"next"_s, u"%1/v25.0/%2/conversations?access_token=%3&after=%4"_s.arg(
                                     base_.toString(), asset(), QString::fromLatin1(call.token),
                                     QString::fromLatin1(QUrl::toPercentEncoding(after))));
    }
    return jsonResponse(200, {{u"data"_s, data}, {u"paging"_s, paging}});
}

} // namespace comanda::practice
