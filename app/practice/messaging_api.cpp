#include "app/practice/messaging_api.h"

#include <QTimer>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kTokenAge{24}; // a younger one is not renewed
constexpr qsizetype kFileMax = 25LL * 1024 * 1024;

// What an app can subscribe to; anything else is refused, on a page the Instagram words too.
const QStringList kPageFields{u"messages"_s,
                              u"messaging_postbacks"_s,
                              u"message_echoes"_s,
                              u"message_reads"_s,
                              u"message_deliveries"_s,
                              u"message_reactions"_s,
                              u"message_edits"_s,
                              u"messaging_referrals"_s,
                              u"messaging_optins"_s,
                              u"messaging_handovers"_s,
                              u"standby"_s,
                              u"send_cart"_s,
                              u"feed"_s,
                              u"mention"_s};
const QStringList kInstagramFields{
    u"messages"_s,       u"messaging_postbacks"_s, u"message_reactions"_s,
    u"messaging_seen"_s, u"messaging_referral"_s,  u"message_echoes"_s,
    u"comments"_s,       u"live_comments"_s,       u"mentions"_s};

} // namespace

MessagingApi::MessagingApi(const MessagingOptions& options, Announce announce)
    : options_(options),
      clock_(options_.clock != nullptr ? *options_.clock : systemClock_),
      random_(options_.seed),
      announce_(std::move(announce)),
      desk_({options_.appId, options_.appSecret, options_.proofDemanded}, clock_),
      newestToken_(options_.accessToken) {
    desk_.setFields(isLogin() ? kInstagramFields : kPageFields);
    desk_.addToken(options_.accessToken, clock_.now() + Millis(options_.tokenLives));
}

void MessagingApi::attach(QObject* context, const QUrl& base) {
    context_ = context;
    base_ = base;
    desk_.setBase(base);
    sender_ = new WebhookSender(options_.hooks, options_.appSecret, options_.seed + 1, context);
    sender_->setGivenUp([this] { unsubscribe(); });
}

QString MessagingApi::asset() const {
    return isLogin() ? options_.instagram : options_.page;
}

void MessagingApi::later(double seconds, std::function<void()> work) {
    const auto wait =
        std::chrono::duration_cast<std::chrono::milliseconds>(options_.second * seconds);
    QTimer::singleShot(wait, context_, std::move(work));
}

QString MessagingApi::newId() {
    const QByteArray unique =
        QByteArray::number(random_.generate64(), 16).rightJustified(16, '0')
        + QByteArray::number(random_.generate64(), 16).rightJustified(16, '0');
    return isInstagram() ? u"aWdf"_s
                               + QString::fromLatin1(unique.toBase64(
                                   QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))
                         : u"m_"_s + QString::fromLatin1(unique);
}

void MessagingApi::handle(const SimRequest& request, const Respond& respond) {
    if (GraphDesk::isFile(request)) {
        respond(desk_.download(request));
        return;
    }
    const auto call = desk_.take(request);
    SimResponse response = call ? route(*call) : call.error();
    desk_.addUsage(response, asset(), "messenger");
    respond(response);
}

SimResponse MessagingApi::route(const GraphCall& call) {
    const QString id = call.node();
    if (id == u"debug_token" && !isLogin()) {
        return desk_.debugToken(call, u"PAGE"_s, {u"pages_messaging"_s});
    }
    if (id == u"refresh_access_token" && isLogin()) {
        return refresh(call);
    }
    const bool us = id == u"me" || id == asset();
    if (us && call.path.size() > 1) {
        return edge(call, call.path[1]);
    }
    if (us || id == options_.account()) {
        return account(call);
    }
    return node(call);
}

SimResponse MessagingApi::edge(const GraphCall& call, const QString& edge) {
    const bool post = call.isPost();
    if (edge == u"messages" && post) {
        return messages(call);
    }
    if (edge == u"message_attachments" && post) {
        return upload(call);
    }
    if (edge == u"conversations" && !post) {
        return conversations(call);
    }
    if (edge == u"subscribed_apps") {
        return desk_.subscription(call);
    }
    if (edge == u"take_thread_control" && post) {
        standby_ = false;
        return succeeded();
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse MessagingApi::account(const GraphCall& call) const {
    const QString fields = call.parameters.text(u"fields");
    const bool isAccount =
        call.path.first() != u"me" ? call.path.first() == options_.account() : true;
    QJsonObject node{{u"id"_s, isAccount ? options_.account() : options_.page}};
    for (const auto& [key, value] :
         {std::pair(u"name"_s, options_.name), {u"username"_s, options_.userName}}) {
        if (fields.split(u',').contains(key)) {
            node.insert(key, value);
        }
    }
    return jsonResponse(200, node);
}

SimResponse MessagingApi::refresh(const GraphCall& call) {
    if (call.parameters.text(u"grant_type") != u"ig_refresh_token") {
        return toResponse(graphError(100, u"grant_type must be ig_refresh_token"_s));
    }
    const Time now = clock_.now();
    const Time born = desk_.endOf(call.token).value_or(now) - Millis(options_.tokenLives);
    if (now - born < kTokenAge) {
        return toResponse(graphError(100, u"The access token is too young to be refreshed"_s));
    }
    newestToken_ = "IGAA" + QByteArray::number(random_.generate64(), 16);
    desk_.addToken(newestToken_, now + Millis(options_.tokenLives));
    const qint64 lives =
        std::chrono::duration_cast<std::chrono::seconds>(options_.tokenLives).count();
    return jsonResponse(200, {{u"access_token"_s, QString::fromLatin1(newestToken_)},
                              {u"token_type"_s, u"bearer"_s},
                              {u"expires_in"_s, lives}});
}

SimResponse MessagingApi::upload(const GraphCall& call) {
    const QJsonObject attachment = call.parameters.nested(u"message")[u"attachment"].toObject();
    const QString type = attachment.value(u"type").toString();
    const auto file = call.parameters.files.constFind(u"filedata"_s);
    static const QStringList kTypes{u"image"_s, u"video"_s, u"audio"_s, u"file"_s};
    if (!kTypes.contains(type) || file == call.parameters.files.constEnd()) {
        return toResponse(graphError(100, u"message and filedata are required"_s));
    }
    if (options_.kind == MessagingKind::InstagramByPage
        && call.parameters.text(u"platform") != u"instagram") {
        return toResponse(graphError(100, u"platform must be instagram"_s));
    }
    if (isLogin() && type != u"image") {
        return toResponse(graphError(100, 2018047, u"Only images can be uploaded"_s));
    }
    if (type != u"file" && !file->mime.startsWith(type + u'/')) {
        return toResponse(graphError(100, 2018047, u"Upload attachment failure."_s));
    }
    const qsizetype most = isInstagram() && type == u"image" ? 8LL * 1024 * 1024 : kFileMax;
    if (file->bytes.size() > most) {
        return toResponse(graphError(100, 2018109, u"Attachment size exceeds allowable limit"_s));
    }
    return jsonResponse(
        200, {{u"attachment_id"_s, desk_.keep({file->bytes, file->mime, file->fileName, type})}});
}

SimResponse MessagingApi::node(const GraphCall& call) {
    const QString id = call.path.first();
    if (const Guest* guest = find(id); guest != nullptr && call.path.size() == 1) {
        return jsonResponse(200, personJson(guest));
    }
    for (const auto& [key, guest] : guests_) {
        if (id == u"t_"_s + key) {
            return jsonResponse(200, conversationJson(guest, call.parameters.text(u"fields"), 0));
        }
        for (std::size_t i = 0; i < guest.said.size(); ++i) {
            if (guest.said[i].id != id) {
                continue;
            }
            if (i + 20 < guest.said.size()) { // of the newest 20 alone there is more than the id
                return toResponse(graphError(9000001, u"This message has been deleted"_s));
            }
            return jsonResponse(200, messageJson(guest, guest.said[i]));
        }
    }
    return toResponse(noSuchNode(id));
}

} // namespace comanda::practice
