#include "core/connectors/whatsapp/templates.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"

#include <QJsonArray>

namespace comanda::whatsapp {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int kPagesMax = 30;
constexpr int kPageSize = 100;
constexpr auto kReadEvery = 1h;
constexpr auto kTryAgainAfter = 10min;
constexpr auto kAfterChange = 500ms; // several may change at once

// "example" of a text: by place, [["Ana", "41"]] or ["Ana"], or by name.
QMap<QString, QString> examplesIn(const QJsonObject& example, const QString& key) {
    QMap<QString, QString> examples;
    QJsonArray placed = example.value(key).toArray();
    if (placed.first().isArray()) {
        placed = placed.first().toArray();
    }
    for (qsizetype i = 0; i < placed.size(); ++i) {
        examples.insert(QString::number(i + 1), placed[i].toString());
    }
    for (const QJsonValue value : example.value(key + u"_named_params"_s).toArray()) {
        examples.insert(value["param_name"_L1].toString(), value["example"_L1].toString());
    }
    return examples;
}

class Reading {
public:
    explicit Reading(MessageTemplate& into) : into_(into) {}

    void component(const QJsonObject& json) {
        const QString type = json.value(u"type"_s).toString().toUpper();
        if (type == "HEADER"_L1) {
            header(json);
        } else if (type == "BODY"_L1) {
            into_.body = json.value(u"text"_s).toString();
            into_.bodyExamples = examplesIn(json.value(u"example"_s).toObject(), u"body_text"_s);
        } else if (type == "FOOTER"_L1) {
            into_.footer = json.value(u"text"_s).toString();
        } else if (type == "BUTTONS"_L1) {
            for (const QJsonValue value : json.value(u"buttons"_s).toArray()) {
                button(value.toObject());
            }
        } else {
            unfit(); // a carousel, an offer that ends, …
        }
    }

private:
    void header(const QJsonObject& json) {
        const QString format = json.value(u"format"_s).toString().toUpper();
        if (format == "TEXT"_L1) {
            into_.header = TemplateHeader::Text;
            into_.headerText = json.value(u"text"_s).toString();
            into_.headerExamples =
                examplesIn(json.value(u"example"_s).toObject(), u"header_text"_s);
        } else if (format == "IMAGE"_L1) {
            into_.header = TemplateHeader::Image;
        } else if (format == "VIDEO"_L1) {
            into_.header = TemplateHeader::Video;
        } else if (format == "DOCUMENT"_L1) {
            into_.header = TemplateHeader::Document;
        } else {
            unfit();
        }
    }

    void button(const QJsonObject& json) {
        const QString type = json.value(u"type"_s).toString().toUpper();
        if (type != "QUICK_REPLY"_L1 && type != "URL"_L1 && type != "PHONE_NUMBER"_L1) {
            unfit(); // codes, forms and catalogues want values that nobody types here
        }
        into_.buttons.push_back(
            {json.value(u"text"_s).toString(), json.value(u"url"_s).toString()});
    }

    void unfit() { into_.unfit = u"template.unfit"_s; }

    MessageTemplate& into_;
};

} // namespace

std::optional<MessageTemplate> readTemplate(const QJsonObject& json) {
    MessageTemplate one;
    one.name = json.value(u"name"_s).toString();
    one.language = json.value(u"language"_s).toString();
    one.category = json.value(u"category"_s).toString().toLower();
    one.named = json.value(u"parameter_format"_s).toString().toUpper() == "NAMED"_L1;
    Reading reading(one);
    for (const QJsonValue component : json.value(u"components"_s).toArray()) {
        reading.component(component.toObject());
    }
    if (one.category == "authentication"_L1) {
        one.unfit = u"template.unfit"_s;
    }
    const bool approved = json.value(u"status"_s).toString().toUpper() == "APPROVED"_L1;
    const bool whole = !one.name.isEmpty() && !one.language.isEmpty() && !one.body.isEmpty();
    return approved && whole ? std::optional(one) : std::nullopt;
}

TemplateList::TemplateList(graph::Caller& caller, QString businessAccountId,
                           const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      businessAccountId_(std::move(businessAccountId)),
      host_(host),
      again_(this) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &TemplateList::start);
}

void TemplateList::start() {
    if (businessAccountId_.isEmpty() || !host_.learnTemplates || reading_ || stopped_) {
        return;
    }
    if (caller_.shouldSlowDown()) {
        again_.start(kTryAgainAfter);
        return;
    }
    reading_ = true;
    found_.clear();
    readFrom({}, 1);
}

void TemplateList::stop() {
    stopped_ = true;
    again_.stop();
}

void TemplateList::changed() {
    if (!businessAccountId_.isEmpty() && !stopped_) {
        again_.start(kAfterChange);
    }
}

void TemplateList::readFrom(const QString& cursor, int page) {
    graph::Query query{
        {u"fields"_s, u"name,language,status,category,parameter_format,components"_s},
        {u"limit"_s, QString::number(kPageSize)}};
    if (!cursor.isEmpty()) {
        query.emplace_back(u"after"_s, cursor);
    }
    caller_.get(
        businessAccountId_ + u"/message_templates"_s, query,
        [this, cursor, page](const net::HttpResult& result) { pageRead(result, cursor, page); });
}

void TemplateList::pageRead(const net::HttpResult& result, const QString& cursor, int page) {
    if (stopped_) {
        return;
    }
    const Result<QJsonObject> answer = graph::readAnswer(result, host_.clock->now());
    if (!answer) {
        reading_ = false;
        again_.start(kTryAgainAfter);
        return;
    }
    for (const QJsonValue value : answer->value(u"data"_s).toArray()) {
        if (auto one = readTemplate(value.toObject())) {
            found_.push_back(std::move(*one));
        }
    }
    const QJsonObject paging = answer->value(u"paging"_s).toObject();
    const QString next = paging.value(u"cursors"_s).toObject().value(u"after"_s).toString();
    const bool more = paging.contains(u"next"_s) && !next.isEmpty() && next != cursor;
    if (more && page < kPagesMax) {
        readFrom(next, page + 1);
        return;
    }
    reading_ = false;
    host_.learnTemplates(std::exchange(found_, {}));
    again_.start(kReadEvery);
}

} // namespace comanda::whatsapp
