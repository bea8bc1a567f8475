#include "app/practice/page_api.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

// What an app can subscribe to on a page.
const QStringList kFields{u"messages"_s,
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

QByteArray bearer(const SimRequest& request) {
    const QByteArray header = request.header("authorization");
    return header.startsWith("Bearer ") ? header.mid(7).trimmed() : QByteArray();
}

SimResponse success() {
    return jsonResponse(200, {{u"success"_s, true}});
}

} // namespace

GraphError pageError(int code, int subcode, const QString& message) {
    GraphError error = graphError(code, message);
    error.subcode = subcode;
    return error;
}

GraphError noSuchNode(const QString& id) {
    GraphError error =
        pageError(100, 33,
                  u"Unsupported request. Object with ID '%1' does not exist, cannot be loaded due "
                  "to missing permissions, or does not support this operation"_s.arg(id));
    error.type = u"GraphMethodException"_s;
    return error;
}

PageApi::PageApi(const PageOptions& options)
    : options_(options),
      clock_(options_.clock != nullptr ? *options_.clock : systemClock_),
      subscribed_(kFields),
      tokenEnds_(clock_.now() + Millis(options_.tokenLives)) {}

void PageApi::attach(QObject* context) {
    sender_ = new WebhookSender(options_.hooks, options_.appSecret, options_.seed + 1, context);
}

void PageApi::addUsage(SimResponse& response) const {
    if (usage_ > 0) {
        const QByteArray figures = QByteArray::number(usage_);
        response.headers.emplace_back("X-Business-Use-Case-Usage",
                                      "{\"" + options_.page.toLatin1() + "\":[{\"type\":\"pages\","
                                          + "\"call_count\":" + figures
                                          + ",\"total_cputime\":20,\"total_time\":20,"
                                          + "\"estimated_time_to_regain_access\":0}]}");
    }
}

void PageApi::handle(const SimRequest& request, const Respond& respond) {
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
    ++calls_[QString::fromLatin1(call.method) + u' ' + call.path.last()];
    const auto refusal = refuseToken(call);
    SimResponse response = refusal ? toResponse(*refusal) : route(call);
    addUsage(response);
    respond(response);
}

int PageApi::calls(const QByteArray& method, const QString& lastPart) const {
    return calls_.value(QString::fromLatin1(method) + u' ' + lastPart);
}

std::optional<GraphError> PageApi::refuseToken(const Call& call) const {
    GraphError error;
    error.status = 401;
    error.code = 190;
    if (call.token != options_.accessToken) {
        error.message = u"Invalid OAuth access token - Cannot parse access token"_s;
        return error;
    }
    if (revoked_ != 0 || tokenEnds_ <= clock_.now()) {
        error.message = u"Error validating access token: The session is not valid any more."_s;
        error.subcode = revoked_ != 0 ? revoked_ : 463;
        return error;
    }
    const QByteArray proof = call.parameters.text(u"appsecret_proof").toLatin1();
    if (proof.isEmpty() && options_.proofDemanded) {
        return graphError(100, u"API calls from the server require an appsecret_proof argument"_s);
    }
    const QByteArray right =
        QMessageAuthenticationCode::hash(call.token, options_.appSecret, QCryptographicHash::Sha256)
            .toHex();
    return proof.isEmpty() || proof == right
               ? std::nullopt
               : std::optional(
                   graphError(100, u"Invalid appsecret_proof provided in the API argument"_s));
}

SimResponse PageApi::route(const Call& call) {
    const QString id = call.path.first();
    const QString edge = call.path.value(1);
    if (id == u"debug_token") {
        return debugToken(call);
    }
    if (id == u"me" || id == options_.page) {
        return edge.isEmpty() ? account(call) : pageEdge(call, edge);
    }
    PageComment* comment = find(id);
    if (comment == nullptr && findPost(id) == nullptr) {
        return toResponse(noSuchNode(id));
    }
    const bool post = call.method == "POST";
    if (edge == u"comments") {
        return post ? say(call) : commentsOf(call, id);
    }
    if (edge == u"likes" && post) {
        return like(id);
    }
    if (edge.isEmpty() && comment != nullptr) {
        return call.method == "GET" ? commentNode(call, *comment) : change(call, *comment);
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse PageApi::pageEdge(const Call& call, const QString& edge) {
    const bool post = call.method == "POST";
    if (edge == u"feed" && !post) {
        return feed(call);
    }
    if (edge == u"subscribed_apps") {
        return apps(call);
    }
    if (edge == u"messages" && post) {
        return answerPrivately(call);
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse PageApi::account(const Call& call) const {
    const QStringList fields = call.parameters.text(u"fields").split(u',');
    QJsonObject node{{u"id"_s, options_.page}};
    for (const auto& [key, value] :
         {std::pair(u"name"_s, options_.name), {u"username"_s, options_.userName}}) {
        if (fields.contains(key)) {
            node.insert(key, value);
        }
    }
    return jsonResponse(200, node);
}

SimResponse PageApi::apps(const Call& call) {
    if (call.method == "DELETE") {
        subscribed_.clear();
        return success();
    }
    if (call.method == "POST") {
        const QStringList wanted =
            call.parameters.text(u"subscribed_fields").split(u',', Qt::SkipEmptyParts);
        for (const QString& field : wanted) {
            if (!kFields.contains(field)) {
                return toResponse(graphError(
                    100, u"Param subscribed_fields[0] must be one of {%1} - got \"%2\"."_s.arg(
                             kFields.join(u", "_s), field)));
            }
            if (refused_.contains(field)) {
                return toResponse(graphError(200, u"To subscribe to the %1 field, one of these "
                                                  "permissions is needed"_s.arg(field)));
            }
        }
        if (wanted.isEmpty()) {
            return toResponse(graphError(100, u"The parameter subscribed_fields is required"_s));
        }
        subscribed_ = wanted; // in place of what was there
        return success();
    }
    QJsonArray data;
    if (!subscribed_.isEmpty()) {
        data.append(QJsonObject{{u"id"_s, options_.appId},
                                {u"name"_s, u"Comanda"_s},
                                {u"subscribed_fields"_s, QJsonArray::fromStringList(subscribed_)}});
    }
    return jsonResponse(200, {{u"data"_s, data}});
}

SimResponse PageApi::debugToken(const Call& call) const {
    const bool known = call.parameters.text(u"input_token").toUtf8() == options_.accessToken;
    return jsonResponse(
        200, {{u"data"_s, QJsonObject{{u"app_id"_s, options_.appId},
                                      {u"type"_s, u"PAGE"_s},
                                      {u"is_valid"_s, known && revoked_ == 0},
                                      {u"expires_at"_s, known ? unixSeconds(tokenEnds_) : 0},
                                      {u"data_access_expires_at"_s, 0},
                                      {u"scopes"_s, QJsonArray{u"pages_manage_engagement"_s}}}}});
}

std::vector<Received> PageApi::inbox(const QString& person) const {
    const auto found = people_.find(person);
    return found == people_.end() ? std::vector<Received>() : found->second.inbox;
}

void PageApi::failNext(int code, int subcode, int times) {
    failures_.insert(failures_.end(), std::size_t(std::max(times, 0)), {code, subcode});
}

QString PageApi::newNumber() {
    return QString::number(++lastNumber_);
}

QString PageApi::nameOf(const QString& author) const {
    const auto found = people_.find(author);
    return found == people_.end() ? options_.name : found->second.name;
}

PageComment* PageApi::find(const QString& comment) {
    const auto found = std::find_if(comments_.begin(), comments_.end(),
                                    [&](const PageComment& one) { return one.id == comment; });
    return found == comments_.end() ? nullptr : &*found;
}

const PageApi::Post* PageApi::findPost(const QString& post) const {
    const auto found =
        std::find_if(posts_.begin(), posts_.end(), [&](const Post& one) { return one.id == post; });
    return found == posts_.end() ? nullptr : &*found;
}

// Of an unsubscribed page nothing leaves, and nothing is kept for later.
void PageApi::push(const QString& field, const QJsonObject& value, const QStringList& ids) {
    if (!subscribed_.contains(field)) {
        return;
    }
    const QJsonObject change{{u"field"_s, field}, {u"value"_s, value}};
    const QJsonObject entry{{u"id"_s, options_.page},
                            {u"time"_s, unixSeconds(clock_.now())},
                            {u"changes"_s, QJsonArray{change}}};
    const QJsonObject body{{u"object"_s, u"page"_s}, {u"entry"_s, QJsonArray{entry}}};
    sender_->post(asciiEscaped(QJsonDocument(body).toJson(QJsonDocument::Compact)), ids);
}

} // namespace comanda::practice
