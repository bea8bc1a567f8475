#include "app/practice/whatsapp_checks.h"

#include <QJsonArray>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTextMax = 4096;
constexpr qsizetype kCaptionMax = 1024;
constexpr qsizetype kInteractiveBodyMax = 1024;
constexpr qsizetype kHeaderMax = 60;
constexpr qsizetype kButtonsMax = 3;
constexpr qsizetype kButtonTitleMax = 20;
constexpr qsizetype kButtonIdMax = 256;
constexpr qsizetype kRowsMax = 10;
constexpr qsizetype kRowIdMax = 200;
constexpr qsizetype kRowTitleMax = 24;
constexpr qsizetype kRowDescriptionMax = 72;
constexpr qsizetype kContactsMax = 257;
constexpr qsizetype kMegabyte = 1024 * 1024;

using Problem = std::optional<GraphError>;

Problem missing(const QString& what) {
    return graphError(131008, errorTitle(131008), u"The parameter %1 is required."_s.arg(what));
}

Problem invalid(const QString& details) {
    return graphError(131009, errorTitle(131009), details);
}

qsizetype length(const QString& text) {
    return text.toUcs4().size();
}

Problem tooLong(const QString& text, qsizetype limit, const QString& what) {
    return length(text) > limit ? Problem(
               graphError(100, u"Invalid parameter"_s,
                          u"Param %1 must be at most %2 characters long."_s.arg(what).arg(limit)))
                                : std::nullopt;
}

Problem textProblem(const QJsonObject& content) {
    const QString body = content.value(u"body").toString();
    return body.isEmpty() ? missing(u"text['body']"_s) : tooLong(body, kTextMax, u"text['body']"_s);
}

Problem mediaProblem(const QJsonObject& content) {
    if (content.value(u"id").toString().isEmpty() && content.value(u"link").toString().isEmpty()) {
        return missing(u"id or link"_s);
    }
    return tooLong(content.value(u"caption").toString(), kCaptionMax, u"caption"_s);
}

Problem buttonsProblem(const QJsonArray& buttons) {
    if (buttons.isEmpty() || buttons.size() > kButtonsMax) {
        return invalid(u"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"_s);
    }
    QSet<QString> ids;
    QSet<QString> titles;
    for (const QJsonValue button : buttons) {
        const QString id = button[u"reply"][u"id"].toString();
        const QString title = button[u"reply"][u"title"].toString();
        if (id.isEmpty() || id != id.trimmed() || length(id) > kButtonIdMax) {
            return invalid(u"Button id is not valid"_s);
        }
        if (title.isEmpty() || length(title) > kButtonTitleMax) {
            return invalid(u"Button title length invalid. Min length: 1, Max length: 20"_s);
        }
        if (ids.contains(id) || titles.contains(title)) {
            return invalid(u"Button ids and titles must be unique"_s);
        }
        ids.insert(id);
        titles.insert(title);
    }
    return std::nullopt;
}

Problem rowProblem(const QJsonValue& row) {
    const QString title = row[u"title"].toString();
    if (row[u"id"].toString().isEmpty() || length(row[u"id"].toString()) > kRowIdMax) {
        return invalid(u"Row id is not valid"_s);
    }
    if (title.isEmpty() || length(title) > kRowTitleMax) {
        return invalid(u"Row title is too long. Max length is 24"_s);
    }
    return length(row[u"description"].toString()) > kRowDescriptionMax
               ? invalid(u"Row description is too long. Max length is 72"_s)
               : std::nullopt;
}

Problem listProblem(const QJsonObject& action) {
    const QJsonArray sections = action.value(u"sections").toArray();
    qsizetype rows = 0;
    if (length(action.value(u"button").toString()) > kButtonTitleMax || sections.isEmpty()) {
        return invalid(u"List button or sections are not valid"_s);
    }
    for (const QJsonValue section : sections) {
        if (sections.size() > 1 && section[u"title"].toString().isEmpty()) {
            return invalid(u"Section title is required when there is more than one section"_s);
        }
        for (const QJsonValue row : section[u"rows"].toArray()) {
            ++rows;
            if (auto problem = rowProblem(row)) {
                return problem;
            }
        }
    }
    return rows < 1 || rows > kRowsMax ? invalid(u"Total row count exceed max allowed count: 10"_s)
                                       : std::nullopt;
}

Problem interactiveProblem(const QJsonObject& content) {
    const QString type = content.value(u"type").toString();
    const QString body = content[u"body"][u"text"].toString();
    if (body.isEmpty()) {
        return missing(u"interactive['body']"_s);
    }
    if (auto problem = tooLong(body, kInteractiveBodyMax, u"interactive['body']['text']"_s)) {
        return problem;
    }
    if (length(content[u"header"][u"text"].toString()) > kHeaderMax
        || length(content[u"footer"][u"text"].toString()) > kHeaderMax) {
        return invalid(u"Header or footer is longer than 60 characters"_s);
    }
    const QJsonObject action = content.value(u"action").toObject();
    if (type == u"button") {
        return buttonsProblem(action.value(u"buttons").toArray());
    }
    if (type == u"list") {
        return listProblem(action);
    }
    static const QSet<QString> kOthers{u"location_request_message"_s,
                                       u"cta_url"_s,
                                       u"catalog_message"_s,
                                       u"product"_s,
                                       u"product_list"_s,
                                       u"contact_request"_s};
    return kOthers.contains(type) ? std::nullopt : invalid(u"interactive['type'] is not valid"_s);
}

Problem locationProblem(const QJsonObject& content) {
    return content.value(u"latitude").isUndefined() || content.value(u"longitude").isUndefined()
               ? missing(u"location['latitude']"_s)
               : std::nullopt;
}

Problem reactionProblem(const QJsonObject& content) {
    return content.value(u"message_id").toString().isEmpty() ? missing(u"reaction['message_id']"_s)
                                                             : std::nullopt;
}

Problem templateProblem(const QJsonObject& content) {
    return content.value(u"name").toString().isEmpty()
                   || content[u"language"][u"code"].toString().isEmpty()
               ? missing(u"template['name']"_s)
               : std::nullopt;
}

} // namespace

bool isMediaType(QStringView type) {
    return type == u"image" || type == u"video" || type == u"audio" || type == u"document"
           || type == u"sticker";
}

std::optional<GraphError> contentProblem(const QJsonObject& body) {
    const QString type = body.value(u"type").toString(u"text"_s);
    if (type == u"contacts") {
        const QJsonArray people = body.value(type).toArray();
        return people.isEmpty() || people.size() > kContactsMax ? missing(u"contacts"_s)
                                                                : std::nullopt;
    }
    if (!body.value(type).isObject()) {
        return missing(type);
    }
    const QJsonObject content = body.value(type).toObject();
    if (isMediaType(type)) {
        return mediaProblem(content);
    }
    using Check = Problem (*)(const QJsonObject&);
    static const QHash<QString, Check> kChecks{
        {u"text"_s, textProblem},         {u"interactive"_s, interactiveProblem},
        {u"location"_s, locationProblem}, {u"reaction"_s, reactionProblem},
        {u"template"_s, templateProblem},
    };
    const Check check = kChecks.value(type, nullptr);
    return check == nullptr ? Problem(graphError(131051, errorTitle(131051))) : check(content);
}

QString shownText(const QJsonObject& body) {
    const QString type = body.value(u"type").toString(u"text"_s);
    const QJsonObject content = body.value(type).toObject();
    if (type == u"text") {
        return content.value(u"body").toString();
    }
    if (type == u"interactive") {
        return content[u"body"][u"text"].toString();
    }
    if (type == u"reaction") {
        return content.value(u"emoji").toString();
    }
    return type == u"template" ? content.value(u"name").toString()
                               : content.value(u"caption").toString();
}

QStringList shownButtons(const QJsonObject& body) {
    QStringList ids;
    const QJsonValue action = body[u"interactive"][u"action"];
    for (const QJsonValue button : action[u"buttons"].toArray()) {
        ids += button[u"reply"][u"id"].toString();
    }
    for (const QJsonValue section : action[u"sections"].toArray()) {
        for (const QJsonValue row : section[u"rows"].toArray()) {
            ids += row[u"id"].toString();
        }
    }
    return ids;
}

std::optional<GraphError> uploadProblem(const QString& mime, qsizetype size) {
    static const QHash<QString, qsizetype> kLimits{
        {u"image/jpeg"_s, 5 * kMegabyte},  {u"image/png"_s, 5 * kMegabyte},
        {u"video/mp4"_s, 16 * kMegabyte},  {u"video/3gpp"_s, 16 * kMegabyte},
        {u"audio/aac"_s, 16 * kMegabyte},  {u"audio/amr"_s, 16 * kMegabyte},
        {u"audio/mpeg"_s, 16 * kMegabyte}, {u"audio/mp4"_s, 16 * kMegabyte},
        {u"audio/ogg"_s, 16 * kMegabyte},  {u"image/webp"_s, kMegabyte / 2},
    };
    const QString plain = mime.section(u';', 0, 0).trimmed();
    const bool isDocument = plain.startsWith(u"application/") || plain.startsWith(u"text/");
    const qsizetype limit = kLimits.value(plain, isDocument ? 100 * kMegabyte : 0);
    if (limit == 0) {
        return graphError(100, u"Param file must be a file with one of the supported types. "
                               "Received file of type '%1'."_s.arg(plain));
    }
    return size > limit || size == 0 ? Problem(
               graphError(131053, errorTitle(131053), u"The file's size is not allowed."_s))
                                     : std::nullopt;
}

} // namespace comanda::practice
