#include "app/practice/graph_desk.h"

#include "app/practice/received.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kUrlLives{24};
constexpr auto kFiles = "/cdn/";

QByteArray bearer(const SimRequest& request) {
    const QByteArray header = request.header("authorization");
    return header.startsWith("Bearer ") ? header.mid(7).trimmed() : QByteArray();
}

GraphError unauthorized(const QString& message, int subcode = 0) {
    GraphError error;
    error.status = 401;
    error.code = 190;
    error.message = message;
    error.subcode = subcode;
    return error;
}

} // namespace

QByteArray hexHmac(const QByteArray& message, const QByteArray& key) {
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256).toHex();
}

QByteArray randomHex(QRandomGenerator& random, int words) {
    QByteArray text;
    for (int i = 0; i < words; ++i) {
        text += QByteArray::number(random.generate(), 16).rightJustified(8, '0');
    }
    return text;
}

tl::expected<GraphCall, SimResponse> GraphDesk::take(const SimRequest& request) const {
    static const QRegularExpression version(u"^v\\d+\\.\\d+$"_s);
    GraphCall call;
    call.method = request.method;
    call.path = QString::fromUtf8(QByteArray::fromPercentEncoding(request.path))
                    .split(u'/', Qt::SkipEmptyParts);
    if (!call.path.isEmpty() && version.match(call.path.first()).hasMatch()) {
        call.path.removeFirst();
    }
    const std::optional<Parameters> parameters = parametersOf(request);
    if (!parameters || call.path.isEmpty()) {
        return tl::unexpected(toResponse(graphError(100, u"The request cannot be read"_s)));
    }
    call.parameters = *parameters;
    call.token = bearer(request);
    if (call.token.isEmpty()) {
        call.token = parameters->text(u"access_token").toUtf8();
    }
    if (const auto refusal = refuseToken(call)) {
        return tl::unexpected(toResponse(*refusal));
    }
    return call;
}

std::optional<GraphError> GraphDesk::refuseToken(const GraphCall& call) const {
    if (call.node() == u"debug_token" && call.token == app_.id.toLatin1() + '|' + app_.secret) {
        return std::nullopt;
    }
    if (auto problem = tokenProblem(call.token)) {
        return problem;
    }
    const QByteArray proof = call.parameters.text(u"appsecret_proof").toLatin1();
    if (proof.isEmpty() && app_.proofDemanded) {
        return graphError(100, u"API calls from the server require an appsecret_proof argument"_s);
    }
    return proof.isEmpty() || proof == hexHmac(call.token, app_.secret)
               ? std::nullopt
               : std::optional(
                   graphError(100, u"Invalid appsecret_proof provided in the API argument"_s));
}

std::optional<GraphError> GraphDesk::tokenProblem(const QByteArray& token) const {
    if (token.isEmpty()) {
        return unauthorized(u"An access token is required to request this resource."_s);
    }
    const auto known = tokens_.constFind(token);
    if (known == tokens_.constEnd()) {
        return unauthorized(u"Invalid OAuth access token - Cannot parse access token"_s);
    }
    const bool over = *known && **known <= clock_.now();
    if (revoked_ == 0 && !over) {
        return std::nullopt;
    }
    return unauthorized(u"Error validating access token: The session is not valid any more."_s,
                        revoked_ != 0 ? revoked_ : 463);
}

bool GraphDesk::admits(const SimRequest& request) const {
    return !tokenProblem(bearer(request));
}

void GraphDesk::addToken(const QByteArray& token, std::optional<Time> ends) {
    tokens_.insert(token, ends);
}

std::optional<Time> GraphDesk::endOf(const QByteArray& token) const {
    return tokens_.value(token);
}

SimResponse GraphDesk::debugToken(const GraphCall& call, const QString& type,
                                  const QStringList& scopes) const {
    const QByteArray token = call.parameters.text(u"input_token").toUtf8();
    const std::optional<Time> ends = endOf(token);
    const bool valid = tokens_.contains(token) && revoked_ == 0 && (!ends || *ends > clock_.now());
    return jsonResponse(
        200, {{u"data"_s, QJsonObject{{u"app_id"_s, app_.id},
                                      {u"type"_s, type},
                                      {u"is_valid"_s, valid},
                                      {u"expires_at"_s, ends ? unixSeconds(*ends) : 0},
                                      {u"data_access_expires_at"_s, 0},
                                      {u"scopes"_s, QJsonArray::fromStringList(scopes)}}}});
}

SimResponse GraphDesk::subscription(const GraphCall& call) {
    if (call.method == "DELETE") {
        subscribed_.clear();
        return succeeded();
    }
    if (call.isPost()) {
        const QStringList wanted =
            call.parameters.text(u"subscribed_fields").split(u',', Qt::SkipEmptyParts);
        for (const QString& field : wanted) {
            if (!known_.contains(field)) {
                return toResponse(graphError(
                    100, u"Param subscribed_fields[0] must be one of {%1} - got \"%2\"."_s.arg(
                             known_.join(u", "_s), field)));
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
        return succeeded();
    }
    QJsonArray data;
    if (!subscribed_.isEmpty()) {
        data.append(QJsonObject{{u"id"_s, app_.id},
                                {u"name"_s, u"Comanda"_s},
                                {u"subscribed_fields"_s, QJsonArray::fromStringList(subscribed_)}});
    }
    return jsonResponse(200, {{u"data"_s, data}});
}

void GraphDesk::addUsage(SimResponse& response, const QString& asset,
                         const QByteArray& type) const {
    if (usage_ > 0) {
        response.headers.emplace_back("X-Business-Use-Case-Usage",
                                      "{\"" + asset.toLatin1() + "\":[{\"type\":\"" + type
                                          + "\",\"call_count\":" + QByteArray::number(usage_)
                                          + ",\"total_cputime\":20,\"total_time\":20,"
                                          + "\"estimated_time_to_regain_access\":0}]}");
    }
}

void GraphDesk::failNext(int code, int subcode, int times) {
    failures_.insert(failures_.end(), std::size_t(std::max(times, 0)), {code, subcode});
}

std::optional<GraphError> GraphDesk::nextFailure() {
    if (failures_.empty()) {
        return std::nullopt;
    }
    const auto [code, subcode] = failures_.front();
    failures_.pop_front();
    return graphError(code, subcode, u"As was asked for"_s);
}

QString GraphDesk::keep(const GraphFile& file) {
    QString id = QString::number(++lastFile_);
    files_[id] = file;
    return id;
}

const GraphFile* GraphDesk::file(const QString& id) const {
    const auto found = files_.find(id);
    return found == files_.end() ? nullptr : &found->second;
}

QString GraphDesk::urlOf(const QString& file) const {
    const QByteArray until = QByteArray::number(unixSeconds(clock_.now() + Millis(kUrlLives)));
    const QByteArray hash = hexHmac(file.toLatin1() + until, app_.secret).left(24);
    return base_.toString()
           + QString::fromLatin1(kFiles + file.toLatin1() + "?oe=" + until + "&oh=" + hash);
}

bool GraphDesk::isFile(const SimRequest& request) {
    return request.path.startsWith(kFiles);
}

SimResponse GraphDesk::download(const SimRequest& request) const {
    const std::optional<Parameters> parameters = parametersOf(request);
    const QByteArray id = request.path.mid(qsizetype(qstrlen(kFiles)));
    const QByteArray until = parameters ? parameters->text(u"oe").toLatin1() : QByteArray();
    const QByteArray hash = parameters ? parameters->text(u"oh").toLatin1() : QByteArray();
    const GraphFile* kept = file(QString::fromLatin1(id));
    if (kept == nullptr) {
        return htmlError(404);
    }
    if (until.toLongLong() < unixSeconds(clock_.now())
        || hash != hexHmac(id + until, app_.secret).left(24)
        || !request.header("authorization").isEmpty()) {
        return htmlError(403);
    }
    SimResponse response;
    response.contentType = kept->mime.toLatin1();
    response.body = kept->bytes;
    return response;
}

} // namespace comanda::practice
