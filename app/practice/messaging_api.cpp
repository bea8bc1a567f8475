#include "app/practice/messaging_api.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTimer>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kTokenAge{24}; // a younger one is not renewed
constexpr std::chrono::hours kUrlLives{24};
constexpr qsizetype kFileMax = 25LL * 1024 * 1024;
constexpr auto kFiles = "/cdn/";

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

QByteArray hexHmac(const QByteArray& message, const QByteArray& key) {
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex();
}

QByteArray bearer(const SimRequest& request) {
    const QByteArray header = request.header("authorization");
    return header.startsWith("Bearer ") ? header.mid(7).trimmed() : QByteArray();
}

GraphError noSuchObject(const QString& id) {
    GraphError error = messagingError(
        100, 33,
        u"Unsupported request. Object with ID '%1' does not exist, cannot be loaded due to missing "
        "permissions, or does not support this operation"_s.arg(id));
    error.type = u"GraphMethodException"_s;
    return error;
}

} // namespace

GraphError messagingError(int code, int subcode, const QString& message) {
    GraphError error = graphError(code, message);
    error.subcode = subcode;
    return error;
}

MessagingApi::MessagingApi(const MessagingOptions& options, Announce announce)
    : options_(options),
      clock_(options_.clock != nullptr ? *options_.clock : systemClock_),
      random_(options_.seed),
      announce_(std::move(announce)),
      newestToken_(options_.accessToken),
      subscribed_(isLogin() ? kInstagramFields : kPageFields) {
    tokens_.insert(options_.accessToken, clock_.now() + Millis(options_.tokenLives));
}

void MessagingApi::attach(QObject* context, const QUrl& base) {
    context_ = context;
    base_ = base;
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

void MessagingApi::addUsage(SimResponse& response) const {
    if (usage_ > 0) {
        const QByteArray figures = QByteArray::number(usage_);
        response.headers.emplace_back("X-Business-Use-Case-Usage",
                                      "{\"" + asset().toLatin1() + "\":[{\"type\":\"messenger\","
                                          + "\"call_count\":" + figures
                                          + ",\"total_cputime\":20,\"total_time\":20,"
                                          + "\"estimated_time_to_regain_access\":0}]}");
    }
}

void MessagingApi::handle(const SimRequest& request, const Respond& respond) {
    if (request.path.startsWith(kFiles)) {
        respond(download(request));
        return;
    }
    static const QRegularExpression version(u"^v\\d+\\.\\d+$"_s);
    Call call;
    call.method = request.method;
    call.path = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path))
                    .split(u'/', Qt::SkipEmptyParts);
    if (!call.path.isEmpty() && version.match(call.path.first()).hasMatch()) {
        call.path.removeFirst();
    }
    const std::optional<Parameters> parameters = parametersOf(request);
    if (!parameters || call.path.isEmpty()) {
        respond(toResponse(graphError(100, u"The request cannot be read"_s)));
        return;
    }
    call.parameters = *parameters;
    call.token = bearer(request);
    if (call.token.isEmpty()) {
        call.token = parameters->text(u"access_token").toUtf8();
    }
    const auto refusal = refuseToken(call);
    SimResponse response = refusal ? toResponse(*refusal) : route(call);
    addUsage(response);
    respond(response);
}

std::optional<GraphError> MessagingApi::refuseToken(const Call& call) const {
    GraphError error;
    error.status = 401;
    error.code = 190;
    const auto known = tokens_.constFind(call.token);
    if (call.token.isEmpty() || known == tokens_.constEnd()) {
        error.message = u"Invalid OAuth access token - Cannot parse access token"_s;
        return error;
    }
    if (revoked_ != 0 || *known <= clock_.now()) {
        error.message = u"Error validating access token: The session is not valid any more."_s;
        error.subcode = revoked_ != 0 ? revoked_ : 463;
        return error;
    }
    const QByteArray proof = call.parameters.text(u"appsecret_proof").toLatin1();
    if (proof.isEmpty() && options_.proofDemanded) {
        return graphError(100, u"API calls from the server require an appsecret_proof argument"_s);
    }
    if (!proof.isEmpty() && proof != hexHmac(call.token, options_.appSecret)) {
        return graphError(100, u"Invalid appsecret_proof provided in the API argument"_s);
    }
    return std::nullopt;
}

SimResponse MessagingApi::route(const Call& call) {
    const QString id = call.path.first();
    if (id == u"debug_token" && !isLogin()) {
        return debugToken(call);
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

SimResponse MessagingApi::edge(const Call& call, const QString& edge) {
    const bool post = call.method == "POST";
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
        return apps(call);
    }
    if (edge == u"take_thread_control" && post) {
        standby_ = false;
        return jsonResponse(200, {{u"success"_s, true}});
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse MessagingApi::account(const Call& call) const {
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

SimResponse MessagingApi::apps(const Call& call) {
    if (call.method == "DELETE") {
        unsubscribe();
        return jsonResponse(200, {{u"success"_s, true}});
    }
    if (call.method == "POST") {
        const QStringList wanted =
            call.parameters.text(u"subscribed_fields").split(u',', Qt::SkipEmptyParts);
        const QStringList& allowed = isLogin() ? kInstagramFields : kPageFields;
        for (const QString& field : wanted) {
            if (!allowed.contains(field)) {
                return toResponse(graphError(
                    100, u"Param subscribed_fields[0] must be one of {%1} - got \"%2\"."_s.arg(
                             allowed.join(u", "_s), field)));
            }
        }
        if (wanted.isEmpty()) {
            return toResponse(graphError(100, u"The parameter subscribed_fields is required"_s));
        }
        subscribed_ = wanted;
        return jsonResponse(200, {{u"success"_s, true}});
    }
    QJsonArray data;
    if (!subscribed_.isEmpty()) {
        data.append(QJsonObject{{u"id"_s, options_.appId},
                                {u"name"_s, u"Comanda"_s},
                                {u"subscribed_fields"_s, QJsonArray::fromStringList(subscribed_)}});
    }
    return jsonResponse(200, {{u"data"_s, data}});
}

SimResponse MessagingApi::debugToken(const Call& call) const {
    const auto known = tokens_.constFind(call.parameters.text(u"input_token").toUtf8());
    const bool valid = known != tokens_.constEnd() && revoked_ == 0 && *known > clock_.now();
    const qint64 ends = known == tokens_.constEnd() ? 0 : unixSeconds(*known);
    return jsonResponse(
        200, {{u"data"_s, QJsonObject{{u"app_id"_s, options_.appId},
                                      {u"type"_s, u"PAGE"_s},
                                      {u"is_valid"_s, valid},
                                      {u"expires_at"_s, ends},
                                      {u"data_access_expires_at"_s, 0},
                                      {u"scopes"_s, QJsonArray{u"pages_messaging"_s}}}}});
}

SimResponse MessagingApi::refresh(const Call& call) {
    if (call.parameters.text(u"grant_type") != u"ig_refresh_token") {
        return toResponse(graphError(100, u"grant_type must be ig_refresh_token"_s));
    }
    const Time now = clock_.now();
    const Time born = tokens_.value(call.token) - Millis(options_.tokenLives);
    if (now - born < kTokenAge) {
        return toResponse(graphError(100, u"The access token is too young to be refreshed"_s));
    }
    newestToken_ = "IGAA" + QByteArray::number(random_.generate64(), 16);
    tokens_.insert(newestToken_, now + Millis(options_.tokenLives));
    const qint64 lives =
        std::chrono::duration_cast<std::chrono::seconds>(options_.tokenLives).count();
    return jsonResponse(200, {{u"access_token"_s, QString::fromLatin1(newestToken_)},
                              {u"token_type"_s, u"bearer"_s},
                              {u"expires_in"_s, lives}});
}

SimResponse MessagingApi::upload(const Call& call) {
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
        return toResponse(messagingError(100, 2018047, u"Only images can be uploaded"_s));
    }
    if (type != u"file" && !file->mime.startsWith(type + u'/')) {
        return toResponse(messagingError(100, 2018047, u"Upload attachment failure."_s));
    }
    const qsizetype most = isInstagram() && type == u"image" ? 8LL * 1024 * 1024 : kFileMax;
    if (file->bytes.size() > most) {
        return toResponse(
            messagingError(100, 2018109, u"Attachment size exceeds allowable limit"_s));
    }
    return jsonResponse(
        200, {{u"attachment_id"_s, keep({file->bytes, file->mime, file->fileName, type})}});
}

QString MessagingApi::keep(const Kept& file) {
    const QString id = QString::number(++lastFile_);
    files_[id] = file;
    return id;
}

// Given out to whoever has the address, for a time.
QString MessagingApi::urlOf(const QString& file) const {
    const QByteArray until = QByteArray::number(unixSeconds(clock_.now() + Millis(kUrlLives)));
    const QByteArray hash = hexHmac(file.toLatin1() + until, options_.appSecret).left(24);
    return base_.toString()
           + QString::fromLatin1(kFiles + file.toLatin1() + "?oe=" + until + "&oh=" + hash);
}

SimResponse MessagingApi::download(const SimRequest& request) const {
    const std::optional<Parameters> parameters = parametersOf(request);
    const QByteArray id = request.path.mid(qsizetype(qstrlen(kFiles)));
    const QByteArray until = parameters ? parameters->text(u"oe").toLatin1() : QByteArray();
    const QByteArray hash = parameters ? parameters->text(u"oh").toLatin1() : QByteArray();
    const auto file = files_.find(QString::fromLatin1(id));
    if (file == files_.end()) {
        return htmlError(404);
    }
    if (until.toLongLong() < unixSeconds(clock_.now())
        || hash != hexHmac(id + until, options_.appSecret).left(24)
        || !request.header("authorization").isEmpty()) { // a token has no business here
        return htmlError(403);
    }
    SimResponse response;
    response.contentType = file->second.mime.toLatin1();
    response.body = file->second.bytes;
    return response;
}

SimResponse MessagingApi::node(const Call& call) {
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
    return toResponse(noSuchObject(id));
}

} // namespace comanda::practice
