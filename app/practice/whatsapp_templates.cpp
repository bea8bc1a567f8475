#include "app/practice/whatsapp_templates.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

using Problem = std::optional<GraphError>;

const QRegularExpression& hole() {
    static const QRegularExpression pattern(u"\\{\\{\\s*(\\w+)\\s*\\}\\}"_s);
    return pattern;
}

QStringList holesOf(const QString& text) {
    QStringList names;
    for (auto it = hole().globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name)) {
            names += name;
        }
    }
    return names;
}

QJsonObject named(const QJsonArray& templates, const QJsonObject& content) {
    for (const QJsonValue one : templates) {
        if (one[u"name"] == content.value(u"name")
            && one[u"language"].toString() == content[u"language"][u"code"].toString()) {
            return one.toObject();
        }
    }
    return {};
}

QJsonObject componentOf(const QJsonObject& of, const QString& type) {
    for (const QJsonValue component : of.value(u"components").toArray()) {
        if (component[u"type"].toString().compare(type, Qt::CaseInsensitive) == 0) {
            return component.toObject();
        }
    }
    return {};
}

QJsonArray parametersOf(const QJsonObject& content, const QString& type, int index = -1) {
    for (const QJsonValue component : content.value(u"components").toArray()) {
        const bool its = index < 0 || component[u"index"].toVariant().toInt() == index;
        if (component[u"type"].toString() == type && its) {
            return component[u"parameters"].toArray();
        }
    }
    return {};
}

Problem mismatch(const QString& details) {
    return graphError(
        132000, u"Number of parameters does not match the expected number of params"_s, details);
}

Problem format(const QString& details) {
    return graphError(132012, u"Parameter format does not match format in the created template"_s,
                      details);
}

Problem textsProblem(const QString& text, const QJsonArray& parameters, bool byName) {
    const QStringList holes = holesOf(text);
    if (holes.size() != parameters.size()) {
        return mismatch(u"number of localizable_params (%1) does not match the expected number of "
                        "params (%2)"_s.arg(parameters.size())
                            .arg(holes.size()));
    }
    for (const QJsonValue parameter : parameters) {
        const QString value = parameter[u"text"].toString();
        if (parameter[u"type"] != u"text"_s || value.isEmpty()) {
            return format(u"a parameter is not a text"_s);
        }
        if (value.contains(u'\n') || value.contains(u'\t') || value.contains(u"     ")) {
            return format(u"Param text cannot have new-line/tab characters or more than 4 "
                          "consecutive spaces"_s);
        }
        if (byName && !holes.contains(parameter[u"parameter_name"].toString())) {
            return format(u"parameter_name is not one of the template's"_s);
        }
    }
    return std::nullopt;
}

Problem headerProblem(const QJsonObject& header, const QJsonArray& parameters, bool byName) {
    const QString kind = header.value(u"format").toString().toLower();
    if (header.isEmpty() || kind == u"text") {
        return textsProblem(header.value(u"text").toString(), parameters, byName);
    }
    const QJsonValue media = parameters.first()[kind];
    return media[u"id"].toString().isEmpty() && media[u"link"].toString().isEmpty()
               ? format(u"header: Format mismatch, expected %1"_s.arg(kind.toUpper()))
               : std::nullopt;
}

Problem buttonsProblem(const QJsonObject& buttons, const QJsonObject& content) {
    const QJsonArray all = buttons.value(u"buttons").toArray();
    for (int i = 0; i < int(all.size()); ++i) {
        const bool open = !holesOf(all[i][u"url"].toString()).isEmpty();
        const QJsonArray given = parametersOf(content, u"button"_s, i);
        if (open == given.isEmpty()) {
            return mismatch(u"Button at index %1 of type Url"_s.arg(i));
        }
    }
    return std::nullopt;
}

QString filledWith(QString text, const QJsonArray& parameters, bool byName) {
    const QStringList holes = holesOf(text);
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const QString name = byName ? parameters[i][u"parameter_name"].toString() : holes.value(i);
        text.replace(u"{{"_s + name + u"}}"_s, parameters[i][u"text"].toString());
    }
    return text;
}

QJsonObject body(const QString& text, const QStringList& examples) {
    QJsonObject body{{u"type"_s, u"BODY"_s}, {u"text"_s, text}};
    if (!examples.isEmpty()) {
        body.insert(u"example"_s, QJsonObject{{u"body_text"_s,
                                               QJsonArray{QJsonArray::fromStringList(examples)}}});
    }
    return body;
}

QJsonObject made(const QString& name, const QString& language, const QString& status,
                 const QString& category, const QJsonArray& components,
                 const QString& parameterFormat = u"POSITIONAL"_s) {
    return {{u"id"_s, QString::number(qHash(name + language) % 1'000'000'000ULL + 594'000'000ULL)},
            {u"name"_s, name},
            {u"language"_s, language},
            {u"status"_s, status},
            {u"category"_s, category},
            {u"parameter_format"_s, parameterFormat},
            {u"components"_s, components}};
}

QJsonArray readyTexts() {
    QJsonArray texts;
    for (const auto& [language, text] :
         {std::pair(u"es"_s, u"Hola {{1}}, su pedido {{2}} está listo."_s),
          {u"en"_s, u"Hello {{1}}, your order {{2}} is ready."_s},
          {u"pt_BR"_s, u"Olá {{1}}, seu pedido {{2}} está pronto."_s}}) {
        texts.append(made(u"pedido_listo"_s, language, u"APPROVED"_s, u"UTILITY"_s,
                          {body(text, {u"Ana"_s, u"41"_s}),
                           QJsonObject{{u"type"_s, u"FOOTER"_s}, {u"text"_s, u"La Esquina"_s}}}));
    }
    return texts;
}

} // namespace

QJsonArray practiceTemplates() {
    QJsonArray all = readyTexts();
    const QJsonObject quick{{u"type"_s, u"QUICK_REPLY"_s}, {u"text"_s, u"Quiero pedir"_s}};
    const QJsonObject follow{{u"type"_s, u"URL"_s},
                             {u"text"_s, u"Ver el pedido"_s},
                             {u"url"_s, u"https://la-esquina.example/p/{{1}}"_s},
                             {u"example"_s, QJsonArray{u"https://la-esquina.example/p/41"_s}}};
    all.append(
        made(u"menu_de_hoy"_s, u"es"_s, u"APPROVED"_s, u"MARKETING"_s,
             {QJsonObject{{u"type"_s, u"HEADER"_s}, {u"format"_s, u"IMAGE"_s}},
              QJsonObject{{u"type"_s, u"BODY"_s},
                          {u"text"_s, u"{{nombre}}, hoy tenemos {{plato}}."_s},
                          {u"example"_s,
                           QJsonObject{{u"body_text_named_params"_s,
                                        QJsonArray{QJsonObject{{u"param_name"_s, u"nombre"_s},
                                                               {u"example"_s, u"Ana"_s}},
                                                   QJsonObject{{u"param_name"_s, u"plato"_s},
                                                               {u"example"_s, u"ajiaco"_s}}}}}}},
              QJsonObject{{u"type"_s, u"BUTTONS"_s}, {u"buttons"_s, QJsonArray{quick}}}},
             u"NAMED"_s));
    all.append(
        made(u"seguimiento"_s, u"es"_s, u"APPROVED"_s, u"UTILITY"_s,
             {QJsonObject{{u"type"_s, u"HEADER"_s},
                          {u"format"_s, u"TEXT"_s},
                          {u"text"_s, u"Pedido {{1}}"_s},
                          {u"example"_s, QJsonObject{{u"header_text"_s, QJsonArray{u"41"_s}}}}},
              body(u"Va en camino y llega a las {{1}}."_s, {u"20:15"_s}),
              QJsonObject{{u"type"_s, u"BUTTONS"_s}, {u"buttons"_s, QJsonArray{follow}}}}));
    all.append(made(u"codigo"_s, u"es"_s, u"APPROVED"_s, u"AUTHENTICATION"_s,
                    {body(u"Su código es {{1}}."_s, {u"1234"_s})}));
    all.append(made(u"promo_vieja"_s, u"es"_s, u"PAUSED"_s, u"MARKETING"_s,
                    {body(u"Dos por uno hasta las ocho."_s, {})}));
    all.append(made(u"promo_nueva"_s, u"es"_s, u"PENDING"_s, u"MARKETING"_s,
                    {body(u"Postre gratis el jueves."_s, {})}));
    return all;
}

SimResponse templatePage(const QJsonArray& templates, const Parameters& parameters,
                         const QUrl& edge) {
    const qint64 limit = std::clamp<qint64>(parameters.integer(u"limit").value_or(25), 1, 1000);
    const qint64 from = std::max<qint64>(
        QByteArray::fromBase64(parameters.text(u"after").toLatin1()).toLongLong(), 0);
    QJsonArray data;
    qint64 at = from;
    for (; at < templates.size() && data.size() < limit; ++at) {
        data.append(templates[at]);
    }
    const QString after = QString::fromLatin1(QByteArray::number(at).toBase64());
    QJsonObject paging{{u"cursors"_s, QJsonObject{{u"after"_s, after}}}};
    if (at < templates.size()) {
        paging.insert(u"next"_s, edge.toString() + u"?after="_s + after);
    }
    return jsonResponse(200, {{u"data"_s, data}, {u"paging"_s, paging}});
}

std::optional<GraphError> templateProblem(const QJsonArray& templates, const QJsonObject& content) {
    const QJsonObject of = named(templates, content);
    const QString status = of.value(u"status").toString();
    if (of.isEmpty() || (status != u"APPROVED" && status != u"PAUSED")) {
        return graphError(
            132001, u"Template name does not exist in the translation"_s,
            u"template name (%1) does not exist in %2"_s.arg(
                content.value(u"name").toString(), content[u"language"][u"code"].toString()));
    }
    if (status == u"PAUSED") {
        return graphError(132015, u"Template is Paused"_s);
    }
    const bool byName = of.value(u"parameter_format") == u"NAMED"_s;
    if (auto problem = headerProblem(componentOf(of, u"HEADER"_s),
                                     parametersOf(content, u"header"_s), byName)) {
        return problem;
    }
    if (auto problem = textsProblem(componentOf(of, u"BODY"_s).value(u"text").toString(),
                                    parametersOf(content, u"body"_s), byName)) {
        return problem;
    }
    return buttonsProblem(componentOf(of, u"BUTTONS"_s), content);
}

QString templateText(const QJsonArray& templates, const QJsonObject& content) {
    const QJsonObject of = named(templates, content);
    if (of.isEmpty()) {
        return content.value(u"name").toString();
    }
    const bool byName = of.value(u"parameter_format") == u"NAMED"_s;
    QStringList parts;
    for (const QString& type : {u"header"_s, u"body"_s, u"footer"_s}) {
        parts += filledWith(componentOf(of, type).value(u"text").toString(),
                            parametersOf(content, type), byName);
    }
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

} // namespace comanda::practice
