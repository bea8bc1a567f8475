#include "core/connectors/whatsapp/catalogue.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"

#include <QJsonArray>

namespace comanda::whatsapp {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int kPagesMax = 50;
constexpr int kPageSize = 200;
constexpr auto kReadEvery = 6h;
constexpr auto kTryAgainAfter = 10min;

} // namespace

Catalogue::Catalogue(graph::Caller& caller, QString catalogueId, const connect::Host& host,
                     QObject* parent)
    : QObject(parent),
      caller_(caller),
      catalogueId_(std::move(catalogueId)),
      host_(host),
      again_(this) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &Catalogue::start);
}

void Catalogue::start() {
    if (catalogueId_.isEmpty()) {
        return;
    }
    if (caller_.shouldSlowDown()) {
        again_.start(kTryAgainAfter);
        return;
    }
    names_.clear();
    readFrom({}, 1);
}

void Catalogue::stop() {
    again_.stop();
}

void Catalogue::readFrom(const QString& cursor, int page) {
    graph::Query query{{u"fields"_s, u"retailer_id,name"_s},
                       {u"limit"_s, QString::number(kPageSize)}};
    if (!cursor.isEmpty()) {
        query.emplace_back(u"after"_s, cursor);
    }
    caller_.get(
        catalogueId_ + u"/products"_s, query,
        [this, cursor, page](const net::HttpResult& result) { pageRead(result, cursor, page); });
}

void Catalogue::pageRead(const net::HttpResult& result, const QString& cursor, int page) {
    const Result<QJsonObject> answer = graph::readAnswer(result, host_.clock->now());
    if (!answer) {
        finish(false);
        return;
    }
    for (const QJsonValue value : answer->value(u"data"_s).toArray()) {
        const QJsonObject product = value.toObject();
        const QString sku = idText(product.value(u"retailer_id"_s));
        const QString name = product.value(u"name"_s).toString();
        if (!sku.isEmpty() && !name.isEmpty()) {
            names_.insert(sku, name);
        }
    }
    const QJsonObject paging = answer->value(u"paging"_s).toObject();
    const QString next = paging.value(u"cursors"_s).toObject().value(u"after"_s).toString();
    const bool more = paging.contains(u"next"_s) && !next.isEmpty() && next != cursor;
    if (more && page < kPagesMax) {
        readFrom(next, page + 1);
    } else {
        finish(true);
    }
}

void Catalogue::finish(bool complete) {
    if (!names_.isEmpty() && host_.learnProducts) {
        host_.learnProducts(names_);
    }
    if (complete) {
        again_.start(kReadEvery);
    } else {
        again_.start(kTryAgainAfter);
    }
}

} // namespace comanda::whatsapp
