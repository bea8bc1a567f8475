#include "app/practice/page_api.h"

#include <QJsonDocument>

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

} // namespace

PageApi::PageApi(const PageOptions& options, Announce announce)
    : options_(options),
      clock_(options_.clock != nullptr ? *options_.clock : systemClock_),
      announce_(std::move(announce)),
      desk_({options_.appId, options_.appSecret, options_.proofDemanded}, clock_) {
    desk_.setFields(kFields);
    desk_.addToken(options_.accessToken, clock_.now() + Millis(options_.tokenLives));
}

void PageApi::attach(QObject* context, const QUrl& base) {
    desk_.setBase(base);
    sender_ = new WebhookSender(options_.hooks, options_.appSecret, options_.seed + 1, context);
}

void PageApi::handle(const SimRequest& request, const Respond& respond) {
    if (GraphDesk::isFile(request)) {
        respond(desk_.download(request));
        return;
    }
    ++calls_[QString::fromLatin1(request.method + ' '
                                 + request.path.mid(request.path.lastIndexOf('/') + 1))];
    const auto call = desk_.take(request);
    SimResponse response = call ? route(*call) : call.error();
    desk_.addUsage(response, options_.page, "pages");
    respond(response);
}

int PageApi::calls(const QByteArray& method, const QString& lastPart) const {
    return calls_.value(QString::fromLatin1(method) + u' ' + lastPart);
}

SimResponse PageApi::route(const GraphCall& call) {
    const QString id = call.node();
    const QString edge = call.edge();
    if (id == u"debug_token") {
        return desk_.debugToken(call, u"PAGE"_s, {u"pages_manage_engagement"_s});
    }
    if (id == u"me" || id == options_.page) {
        return edge.isEmpty() ? account(call) : pageEdge(call, edge);
    }
    return nodeEdge(call, id, edge);
}

SimResponse PageApi::nodeEdge(const GraphCall& call, const QString& id, const QString& edge) {
    PageComment* comment = find(id);
    if (comment == nullptr && findPost(id) == nullptr) {
        return toResponse(noSuchNode(id));
    }
    if (edge == u"comments") {
        return call.isPost() ? say(call) : commentsOf(call, id);
    }
    if (edge == u"likes" && call.isPost()) {
        return like(id);
    }
    if (edge.isEmpty() && comment != nullptr) {
        return call.method == "GET" ? commentNode(call, *comment) : change(call, *comment);
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse PageApi::pageEdge(const GraphCall& call, const QString& edge) {
    const bool post = call.isPost();
    if (edge == u"feed" && !post) {
        return feed(call);
    }
    if (edge == u"subscribed_apps") {
        return desk_.subscription(call);
    }
    if (edge == u"messages" && post) {
        return answerPrivately(call);
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse PageApi::account(const GraphCall& call) const {
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

std::vector<Received> PageApi::inbox(const QString& person) const {
    const auto found = people_.find(person);
    return found == people_.end() ? std::vector<Received>() : found->second.inbox;
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
    if (!desk_.subscribed().contains(field)) {
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
