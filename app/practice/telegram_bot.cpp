#include "app/practice/telegram_bot.h"

#include <QJsonArray>
#include <QTimer>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTokenMax = 80;
constexpr qsizetype kDownloadMax = 20 * 1024 * 1024;
constexpr int kConflictSeconds = 3;
constexpr qint64 kBotId = 7'123'456'789;

TelegramOptions completed(TelegramOptions options) {
    if (options.seed == 0) {
        options.seed = QRandomGenerator::global()->generate();
    }
    if (options.token.isEmpty()) {
        QRandomGenerator random(options.seed);
        options.token = QByteArray::number(kBotId + random.bounded(1'000'000)) + ":AA"
                        + randomText(random, 33).toLatin1();
    }
    return options;
}

QJsonObject meJson(qint64 id, const TelegramOptions& options) {
    return {{u"id"_s, id},
            {u"is_bot"_s, true},
            {u"first_name"_s, options.name},
            {u"username"_s, options.userName},
            {u"can_join_groups"_s, true},
            {u"can_read_all_group_messages"_s, false},
            {u"supports_inline_queries"_s, false},
            {u"can_connect_to_business"_s, true},
            {u"has_main_web_app"_s, false}};
}

QJsonObject shortBot(const QJsonObject& me) {
    return {{u"id"_s, me[u"id"]},
            {u"is_bot"_s, true},
            {u"first_name"_s, me[u"first_name"]},
            {u"username"_s, me[u"username"]}};
}

} // namespace

SimResponse toResponse(const BotReply& reply) {
    QJsonObject body{{u"ok"_s, reply.code == 200}};
    if (reply.code == 200) {
        body.insert(u"result"_s, reply.result);
    } else {
        body.insert(u"error_code"_s, reply.code);
    }
    if (!reply.description.isEmpty()) {
        body.insert(u"description"_s, reply.description);
    }
    SimResponse response;
    if (reply.retryAfter > 0) {
        body.insert(u"parameters"_s, QJsonObject{{u"retry_after"_s, reply.retryAfter}});
    }
    response = jsonResponse(reply.code, body);
    if (reply.retryAfter > 0) {
        response.headers.emplace_back("Retry-After", QByteArray::number(reply.retryAfter));
    }
    return response;
}

TelegramBot::TelegramBot(TelegramOptions options, TelegramSending::Announce announce)
    : options_(completed(std::move(options))),
      clock_(options_.clock != nullptr ? *options_.clock : systemClock_),
      random_(options_.seed),
      botId_(options_.token.left(options_.token.indexOf(':')).toLongLong()),
      me_(meJson(botId_, options_)),
      queue_(random_, options_.second),
      sending_(options_, clock_, chats_, random_, me_, std::move(announce)) {
    chats_.nextMessage = random_.bounded(100, 5000);
}

void TelegramBot::handle(const SimRequest& request, const Respond& respond) {
    const bool isFile = request.path.startsWith("/file/bot");
    if (!isFile && !request.path.startsWith("/bot")) {
        respond(toResponse(refused(404, u"Not Found"_s)));
        return;
    }
    const QByteArray rest = QByteArray::fromPercentEncoding(request.path)
                                .mid(isFile ? 9 : 4); // behind "/file/bot", "/bot"
    const qsizetype slash = rest.indexOf('/');
    if (slash < 0) {
        respond(toResponse(refused(404, u"Not Found"_s)));
        return;
    }
    if (const auto refusal = refuseToken(rest.left(slash))) {
        respond(*refusal);
    } else if (isFile) {
        respond(download(rest.mid(slash + 1)));
    } else {
        callMethod(QString::fromUtf8(rest.mid(slash + 1)).toLower(), request, respond);
    }
}

std::optional<SimResponse> TelegramBot::refuseToken(const QByteArray& token) const {
    if (token == options_.token && !revoked_) {
        return std::nullopt;
    }
    const qsizetype colon = token.indexOf(':');
    if (colon < 1) {
        return toResponse(refused(404, u"Not Found"_s));
    }
    const bool possible =
        token.size() <= kTokenMax && token[0] != '0' && token.left(colon).toLongLong() > 0;
    return toResponse(
        refused(401, possible ? u"Unauthorized"_s : u"Unauthorized: invalid token specified"_s));
}

void TelegramBot::callMethod(const QString& method, const SimRequest& request,
                             const Respond& respond) {
    ++calls_[method];
    const std::optional<Parameters> parameters = parametersOf(request);
    if (!parameters) {
        respond(toResponse(badRequest(u"can't parse request body"_s)));
    } else if (method == u"getupdates") {
        getUpdates(*parameters, respond);
    } else if (const auto reply = sending_.handle(method, *parameters)) {
        respond(toResponse(*reply));
    } else {
        respond(toResponse(account(method, *parameters)));
    }
}

BotReply TelegramBot::account(const QString& method, const Parameters& parameters) {
    if (method == u"getme") {
        return done(me_);
    }
    if (method == u"getfile") {
        return getFile(parameters);
    }
    if (method == u"setwebhook") {
        return setWebhook(parameters);
    }
    if (method == u"deletewebhook") {
        return deleteWebhook(parameters);
    }
    if (method == u"getwebhookinfo") {
        return webhookInfo();
    }
    if (method == u"getbusinessconnection") {
        return businessConnection(parameters);
    }
    if (method == u"setmycommands") {
        return parameters.nested(u"commands").toArray().size() <= 100
                   ? done(true)
                   : badRequest(u"BOT_COMMANDS_TOO_MUCH"_s);
    }
    return refused(404, u"Not Found: method not found"_s);
}

void TelegramBot::getUpdates(const Parameters& parameters, const Respond& respond) {
    if (!hook_.isEmpty()) {
        respond(toResponse(
            refused(409, u"Conflict: can't use getUpdates method while webhook is active; "
                         "use deleteWebhook to delete the webhook first"_s)));
        return;
    }
    UpdateQueue::Ask ask;
    ask.offset = parameters.integer(u"offset");
    ask.limit = parameters.integer(u"limit").value_or(100);
    ask.timeout = parameters.integer(u"timeout").value_or(0);
    if (parameters.values.contains(u"allowed_updates")) {
        ask.allowed = parameters.nested(u"allowed_updates").toArray();
    }
    const UpdateQueue::Terms terms = queue_.arrive(ask, clock_.now(), clock_.monotonic());
    lastPollSeconds_ = terms.timeout;
    if (!silent_ && !queue_.isEmpty()) {
        SimResponse response;
        response.body = queue_.answer(terms.limit, clock_.now());
        respond(response);
        return;
    }
    conflict();
    if (terms.timeout == 0) {
        respond(toResponse(done(QJsonArray())));
        return;
    }
    poll_ = Poll{++lastSerial_, terms.limit, respond};
    QTimer::singleShot(terms.timeout * options_.second, context_, [this, serial = lastSerial_] {
        if (poll_ && poll_->serial == serial) {
            endPoll(done(QJsonArray()));
        }
    });
}

void TelegramBot::endPoll(const BotReply& reply) {
    const Respond respond = std::move(poll_->respond);
    poll_.reset();
    respond(toResponse(reply));
}

void TelegramBot::conflict() {
    if (!poll_) {
        return;
    }
    const BotReply reply =
        refused(409, u"Conflict: terminated by other getUpdates request; make sure "
                     "that only one bot instance is running"_s);
    const Monotonic now = clock_.monotonic();
    const bool again = lastConflict_ && now - *lastConflict_ < kConflictSeconds * options_.second;
    lastConflict_ = now;
    if (!again) {
        endPoll(reply);
        return;
    }
    const Respond respond = std::move(poll_->respond);
    poll_.reset();
    QTimer::singleShot(kConflictSeconds * options_.second, context_,
                       [respond, reply] { respond(toResponse(reply)); });
}

void TelegramBot::wake() {
    if (!poll_ || silent_ || queue_.isEmpty()) {
        return;
    }
    SimResponse response;
    response.body = queue_.answer(poll_->limit, clock_.now());
    const Respond respond = std::move(poll_->respond);
    poll_.reset();
    respond(response);
}

void TelegramBot::push(const QString& kind, const QJsonObject& body, Time date, qint64 message) {
    if (queue_.push(kind, {{kind, body}}, date, message)) {
        wake();
    }
}

void TelegramBot::setSilent(bool on) {
    silent_ = on;
    wake();
}

void TelegramBot::setRevoked(bool on) {
    revoked_ = on;
    if (on && poll_) {
        endPoll(refused(401, u"Unauthorized"_s));
    }
}

void TelegramBot::setHook(const QString& url) {
    hook_ = url;
    if (!url.isEmpty() && poll_) {
        endPoll(refused(409, u"Conflict: terminated by setWebhook request"_s));
    }
}

BotReply TelegramBot::getFile(const Parameters& parameters) const {
    const QString id = parameters.text(u"file_id");
    const auto file = chats_.files.constFind(id);
    if (file == chats_.files.constEnd()) {
        return badRequest(u"wrong file_id or the file is temporarily unavailable"_s);
    }
    if (file->bytes.size() > kDownloadMax) {
        return badRequest(u"file is too big"_s);
    }
    QJsonObject json = fileJson(id, *file);
    json.insert(u"file_path"_s, file->path);
    return done(json);
}

SimResponse TelegramBot::download(const QByteArray& path) const {
    const QString wanted = QString::fromUtf8(path);
    for (const StoredFile& file : chats_.files) {
        if (file.path == wanted) {
            SimResponse response;
            response.contentType = "application/octet-stream"; // as there: the kind is lost
            response.body = file.bytes;
            return response;
        }
    }
    return toResponse(refused(404, u"Not Found"_s));
}

BotReply TelegramBot::setWebhook(const Parameters& parameters) {
    const QString url = parameters.text(u"url");
    if (url.isEmpty()) {
        return deleteWebhook(parameters);
    }
    if (!url.startsWith(u"https://")) {
        return badRequest(u"bad webhook: An HTTPS URL must be provided for webhook"_s);
    }
    setHook(url);
    return done(true, u"Webhook was set"_s);
}

BotReply TelegramBot::deleteWebhook(const Parameters& parameters) {
    if (parameters.flag(u"drop_pending_updates")) {
        queue_.clear();
    }
    const bool was = !hook_.isEmpty();
    hook_.clear();
    return done(true, was ? u"Webhook was deleted"_s : u"Webhook is already deleted"_s);
}

BotReply TelegramBot::webhookInfo() const {
    QJsonObject info{{u"url"_s, hook_},
                     {u"has_custom_certificate"_s, false},
                     {u"pending_update_count"_s, queue_.size()}};
    if (!queue_.allowed().isEmpty()) {
        info.insert(u"allowed_updates"_s, queue_.allowed());
    }
    return done(info);
}

QJsonObject TelegramBot::memberJson(const QString& status) const {
    QJsonObject member{{u"status"_s, status}, {u"user"_s, shortBot(me_)}};
    if (status == u"kicked") {
        member.insert(u"until_date"_s, 0);
    }
    return member;
}

} // namespace comanda::practice
