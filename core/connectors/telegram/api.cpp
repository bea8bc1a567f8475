#include "core/connectors/telegram/api.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

// In forms a nested value is JSON text in its field.
QByteArray fieldValue(const QJsonValue& value) {
    if (value.isString()) {
        return value.toString().toUtf8();
    }
    if (value.isBool()) {
        return value.toBool() ? "true" : "false";
    }
    if (value.isObject()) {
        return toCompactJson(value.toObject());
    }
    if (value.isArray()) {
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    }
    const QString whole = idText(value);
    return whole.isEmpty() ? QByteArray::number(value.toDouble(), 'g', 12) : whole.toLatin1();
}

std::vector<net::FormPart> formOf(const ApiCall& call) {
    std::vector<net::FormPart> form;
    for (auto it = call.parameters.begin(); it != call.parameters.end(); ++it) {
        net::FormPart part;
        part.name = it.key().toUtf8();
        part.value = fieldValue(*it);
        form.push_back(std::move(part));
    }
    net::FormPart file;
    file.name = call.fileField.toUtf8();
    file.fileName = call.fileName.toUtf8();
    file.contentType = call.mime.isEmpty() ? "application/octet-stream" : call.mime.toUtf8();
    file.filePath = call.filePath;
    form.push_back(std::move(file));
    return form;
}

net::HttpRequest requestFor(const Access& access, const ApiCall& call, const CallLimits& limits) {
    net::HttpRequest request;
    request.method = "POST";
    request.url = access.method(call.method);
    request.maxBody = limits.maxBody;
    if (call.filePath.isEmpty()) {
        request.headers = {{"Content-Type", "application/json"}};
        request.body = toCompactJson(call.parameters);
        request.deadline = limits.deadline;
    } else {
        request.form = formOf(call);
        request.deadline = limits.uploadDeadline;
    }
    return request;
}

} // namespace

bool Access::isUsable() const {
    static const QRegularExpression form(uR"(^[1-9][0-9]*:[A-Za-z0-9_-]+$)"_s);
    constexpr qsizetype kTokenMax = 80; // bytes, as the server checks
    return token.reveal().size() <= kTokenMax
           && form.match(QString::fromLatin1(token.reveal())).hasMatch();
}

QString Access::botId() const {
    const QByteArray& text = token.reveal();
    return isUsable() ? QString::fromLatin1(text.left(text.indexOf(':'))) : QString();
}

QUrl Access::method(const QString& name) const {
    return QUrl(base + "/bot"_L1 + QString::fromLatin1(token.reveal()) + u'/' + name);
}

QUrl Access::file(const QString& path) const {
    QUrl url(base);
    url.setPath(url.path() + "/file/bot"_L1 + QString::fromLatin1(token.reveal()) + u'/' + path,
                QUrl::DecodedMode);
    return url;
}

// Another server decides for itself below that: it refuses what it cannot take.
qint64 Access::uploadMax() const {
    return base == QLatin1StringView(kDefaultBase) ? kUploadMax : kOwnServerUploadMax;
}

Access accessFrom(const QJsonObject& settings, const Secret& token) {
    QString base = settings.value("api_base_url"_L1).toString().trimmed();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    return {base.isEmpty() ? QString::fromLatin1(kDefaultBase) : base,
            Secret(token.reveal().trimmed())};
}

quint64 callApiRaw(net::HttpClient& client, const Access& access, const ApiCall& call,
                   const CallLimits& limits, QObject* receiver, RawAnswered answered) {
    return client.send(requestFor(access, call, limits), receiver,
                       [answered = std::move(answered)](const net::HttpResult& result) {
                           answered(readAnswer(result), result ? result->body : QByteArray());
                       });
}

quint64 callApi(net::HttpClient& client, const Access& access, const ApiCall& call,
                const CallLimits& limits, QObject* receiver, Answered answered) {
    return callApiRaw(client, access, call, limits, receiver,
                      [answered = std::move(answered)](ApiAnswer answer, const QByteArray&) {
                          answered(std::move(answer));
                      });
}

} // namespace comanda::telegram
