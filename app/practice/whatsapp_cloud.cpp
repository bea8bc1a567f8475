#include "app/practice/whatsapp_cloud.h"

#include "app/practice/whatsapp_checks.h"
#include "app/practice/whatsapp_templates.h"

#include <QCryptographicHash>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours kUploadKept{30 * 24};
constexpr std::chrono::minutes kUrlLives{5};
constexpr auto kAttachments = "/whatsapp_business/attachments/";

QJsonObject picked(const QJsonObject& all, const QString& fields) {
    if (fields.isEmpty()) {
        return all;
    }
    QJsonObject some{{u"id"_s, all.value(u"id")}};
    for (const QString& field : fields.split(u',')) {
        const QString name = field.section(u'{', 0, 0).trimmed();
        if (all.contains(name)) {
            some.insert(name, all.value(name));
        }
    }
    return some;
}

SimResponse success() {
    return succeeded();
}

} // namespace

WhatsAppCloud::WhatsAppCloud(const WhatsAppOptions& options, Announce announce)
    : options_(options),
      clock_(options_.clock != nullptr ? *options_.clock : systemClock_),
      random_(options_.seed),
      people_(random_),
      announce_(std::move(announce)),
      desk_({options_.appId, options_.appSecret, options_.proofDemanded}, clock_) {
    desk_.addToken(options_.accessToken,
                   options_.tokenEnds == 0 ? std::nullopt
                                           : std::optional(fromMillis(options_.tokenEnds * 1000)));
}

void WhatsAppCloud::attach(QObject* context, const QUrl& base) {
    context_ = context;
    base_ = base;
    sender_ = new WebhookSender(options_.hooks, options_.appSecret, options_.seed + 1, context);
}

void WhatsAppCloud::handle(const SimRequest& request, const Respond& respond) {
    if (request.path.startsWith(kAttachments)) {
        respond(download(request));
        return;
    }
    const auto call = desk_.take(request);
    if (!call) {
        respond(call.error());
        return;
    }
    const bool waits = options_.statusFirst && call->edge() == u"messages";
    const SimResponse response = route(*call);
    if (waits) {
        later(0.5, [respond, response] { respond(response); }); // the status overtakes the answer
    } else {
        respond(response);
    }
}

SimResponse WhatsAppCloud::route(const Call& call) {
    const QString node = call.path.first();
    const QString edge = call.path.value(1);
    if (node == u"me") {
        return jsonResponse(200, {{u"id"_s, u"122000000000001"_s}, {u"name"_s, u"Comanda"_s}});
    }
    if (node == u"debug_token") {
        return desk_.debugToken(
            call, u"SYSTEM_USER"_s,
            {u"whatsapp_business_messaging"_s, u"whatsapp_business_management"_s});
    }
    if (node == options_.phoneNumberId) {
        if (edge == u"messages" && call.method == "POST") {
            return messages(call);
        }
        if (edge == u"media" && call.method == "POST") {
            return upload(call);
        }
        if (edge == u"smb_app_data" && call.method == "POST") {
            return appData(call);
        }
        return number(call);
    }
    if (node == options_.businessAccount) {
        return account(call);
    }
    if (node == options_.catalogue && edge == u"products") {
        return products(call);
    }
    return mediaNode(call);
}

SimResponse WhatsAppCloud::number(const Call& call) const {
    const QString edge = call.path.value(1);
    if (edge == u"register" && call.method == "POST") {
        return success();
    }
    if (edge == u"whatsapp_commerce_settings") {
        return jsonResponse(200,
                            {{u"data"_s, QJsonArray{QJsonObject{{u"is_cart_enabled"_s, true},
                                                                {u"is_catalog_visible"_s, true},
                                                                {u"id"_s, options_.catalogue}}}}});
    }
    if (!edge.isEmpty()) {
        return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
    }
    if (call.method == "POST") {
        return success(); // webhook_configuration and the like
    }
    const QJsonObject healthy{{u"entity_type"_s, u"PHONE_NUMBER"_s},
                              {u"id"_s, options_.phoneNumberId},
                              {u"can_send_message"_s, u"AVAILABLE"_s}};
    const QJsonObject all{
        {u"id"_s, options_.phoneNumberId},
        {u"verified_name"_s, options_.verifiedName},
        {u"display_phone_number"_s, options_.displayNumber},
        {u"quality_rating"_s, u"GREEN"_s},
        {u"platform_type"_s, u"CLOUD_API"_s},
        {u"code_verification_status"_s, u"VERIFIED"_s},
        {u"name_status"_s, u"APPROVED"_s},
        {u"status"_s, u"CONNECTED"_s},
        {u"is_on_biz_app"_s, options_.onBizApp},
        {u"throughput"_s, QJsonObject{{u"level"_s, u"STANDARD"_s}}},
        {u"webhook_configuration"_s, QJsonObject{{u"application"_s, sender_->url().toString()}}},
        {u"health_status"_s, QJsonObject{{u"can_send_message"_s, u"AVAILABLE"_s},
                                         {u"entities"_s, QJsonArray{healthy}}}}};
    return jsonResponse(200, picked(all, call.parameters.text(u"fields")));
}

SimResponse WhatsAppCloud::account(const Call& call) {
    const QString edge = call.path.value(1);
    if (edge.isEmpty()) {
        return jsonResponse(200, picked({{u"id"_s, options_.businessAccount},
                                         {u"name"_s, options_.verifiedName},
                                         {u"currency"_s, u"COP"_s}},
                                        call.parameters.text(u"fields")));
    }
    if (edge == u"subscribed_apps") {
        if (call.method != "GET") {
            options_.subscribed = call.method == "POST";
            return success();
        }
        if (!options_.subscribed) {
            return jsonResponse(200, {{u"data"_s, QJsonArray{}}});
        }
        const QJsonObject app{{u"id"_s, options_.appId}, {u"name"_s, u"Comanda"_s}};
        return jsonResponse(
            200, {{u"data"_s, QJsonArray{QJsonObject{{u"whatsapp_business_api_data"_s, app}}}}});
    }
    if (edge == u"message_templates") {
        return templatePage(options_.templates, call.parameters,
                            QUrl(base_.toString() + u"/v25.0/"_s + call.path.join(u'/')));
    }
    if (edge == u"phone_numbers") {
        return jsonResponse(
            200,
            {{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, options_.phoneNumberId},
                                                {u"verified_name"_s, options_.verifiedName},
                                                {u"display_phone_number"_s, options_.displayNumber},
                                                {u"quality_rating"_s, u"GREEN"_s}}}}});
    }
    if (edge == u"product_catalogs") {
        return jsonResponse(200, {{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, options_.catalogue},
                                                                     {u"name"_s, u"Menu"_s}}}}});
    }
    return toResponse(graphError(100, u"Tried accessing nonexisting field (%1)"_s.arg(edge)));
}

SimResponse WhatsAppCloud::products(const Call& call) const {
    const qint64 limit = std::clamp<qint64>(call.parameters.integer(u"limit").value_or(25), 1, 100);
    const qint64 from =
        QByteArray::fromBase64(call.parameters.text(u"after").toLatin1()).toLongLong();
    QJsonArray data;
    qint64 at = std::max<qint64>(from, 0);
    for (; at < qint64(options_.products.size()) && data.size() < limit; ++at) {
        const Product& product = options_.products[std::size_t(at)];
        data.append(picked({{u"id"_s, QString::number(700'000'000'000 + at)},
                            {u"retailer_id"_s, product.sku},
                            {u"name"_s, product.name},
                            {u"price"_s, product.currency + product.price},
                            {u"currency"_s, product.currency},
                            {u"availability"_s, u"in stock"_s}},
                           call.parameters.text(u"fields")));
    }
    const QString after = QString::fromLatin1(QByteArray::number(at).toBase64());
    QJsonObject paging{{u"cursors"_s, QJsonObject{{u"after"_s, after}}}};
    if (at < qint64(options_.products.size())) {
        paging.insert(u"next"_s,
                      base_.toString()
                          + u"/v25.0/%1/products?limit=%2&after=%3"_s.arg(options_.catalogue)
                                .arg(limit)
                                .arg(QString::fromLatin1(QUrl::toPercentEncoding(after))));
    }
    return jsonResponse(200, {{u"data"_s, data}, {u"paging"_s, paging}});
}

SimResponse WhatsAppCloud::upload(const Call& call) {
    const auto file = call.parameters.files.constFind(u"file"_s);
    if (call.parameters.text(u"messaging_product") != u"whatsapp"
        || file == call.parameters.files.constEnd()) {
        return toResponse(
            graphError(100, u"The parameters messaging_product and file are required"_s));
    }
    const QString declared = call.parameters.text(u"type");
    const QString mime = declared.isEmpty() ? file->mime : declared;
    if (const auto problem = uploadProblem(mime, file->bytes.size())) {
        return toResponse(*problem);
    }
    const QString id =
        people_.keep({file->bytes, mime, file->fileName, clock_.now() + Millis(kUploadKept)});
    return jsonResponse(200, {{u"id"_s, id}});
}

QString WhatsAppCloud::mediaUrl(const QString& id) const {
    const QByteArray until = QByteArray::number(unixSeconds(clock_.now() + Millis(kUrlLives)));
    const QByteArray hash = hexHmac(id.toLatin1() + until, options_.appSecret).left(24);
    return base_.toString()
           + QString::fromLatin1(kAttachments + QByteArray("?mid=") + id.toLatin1()
                                 + "&source=webhook&ext=" + until + "&hash=" + hash);
}

SimResponse WhatsAppCloud::mediaNode(const Call& call) {
    const QString id = call.path.first();
    const auto media = people_.media(id, clock_.now());
    if (!media || call.path.size() > 1) {
        return toResponse(noSuchNode(id));
    }
    if (call.method == "DELETE") {
        people_.drop(id);
        return success();
    }
    const QByteArray digest = QCryptographicHash::hash(media->bytes, QCryptographicHash::Sha256);
    return jsonResponse(200, {{u"messaging_product"_s, u"whatsapp"_s},
                              {u"url"_s, mediaUrl(id)},
                              {u"mime_type"_s, media->mime},
                              {u"sha256"_s, QString::fromLatin1(digest.toHex())},
                              {u"file_size"_s, media->bytes.size()},
                              {u"id"_s, id}});
}

SimResponse WhatsAppCloud::download(const SimRequest& request) const {
    if (!desk_.admits(request)) {
        return htmlError(401);
    }
    const std::optional<Parameters> parameters = parametersOf(request);
    const QString id = parameters ? parameters->text(u"mid") : QString();
    const QByteArray until = parameters ? parameters->text(u"ext").toLatin1() : QByteArray();
    const QByteArray hash = parameters ? parameters->text(u"hash").toLatin1() : QByteArray();
    const auto media = people_.media(id, clock_.now());
    if (!media || until.toLongLong() < unixSeconds(clock_.now())
        || hash != hexHmac(id.toLatin1() + until, options_.appSecret).left(24)) {
        return htmlError(404);
    }
    SimResponse response;
    response.contentType = media->mime.toLatin1();
    response.body = media->bytes;
    return response;
}

} // namespace comanda::practice
