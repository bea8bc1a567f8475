#include "core/domain/message_template.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kBodyMax = 1024; // code points, with its values
constexpr qsizetype kHeaderMax = 60;

constexpr std::array kHeaders{
    std::pair{TemplateHeader::None, "none"}, std::pair{TemplateHeader::Text, "text"},
    std::pair{TemplateHeader::Image, "image"}, std::pair{TemplateHeader::Video, "video"},
    std::pair{TemplateHeader::Document, "document"}};

const QRegularExpression& hole() {
    static const QRegularExpression pattern(u"\\{\\{\\s*([A-Za-z0-9_]{1,64})\\s*\\}\\}"_s);
    return pattern;
}

bool breaksALine(const QString& value) {
    return value.contains(u'\n') || value.contains(u'\r') || value.contains(u'\t')
           || value.contains(u"     "_s);
}

Result<std::vector<TemplateValue>> valuesFor(const QString& text,
                                             const QMap<QString, QString>& typed) {
    std::vector<TemplateValue> values;
    for (const QString& name : holesIn(text)) {
        const QString value = typed.value(name).trimmed();
        if (value.isEmpty()) {
            return fail(ErrorKind::Invalid, u"template.hole_empty"_s, {}, {{u"hole"_s, name}});
        }
        if (breaksALine(value)) {
            return fail(ErrorKind::Invalid, u"template.hole_breaks"_s);
        }
        values.push_back({name, value});
    }
    return values;
}

bool wantsFile(TemplateHeader header) {
    return header != TemplateHeader::None && header != TemplateHeader::Text;
}

bool tooLong(const QString& text, const QMap<QString, QString>& values, qsizetype limit) {
    return filledIn(text, values).toUcs4().size() > limit;
}

QMap<QString, QString> trimmed(QMap<QString, QString> values) {
    for (QString& value : values) {
        value = value.trimmed();
    }
    return values;
}

QJsonObject jsonOf(const QMap<QString, QString>& values) {
    QJsonObject json;
    for (auto it = values.begin(); it != values.end(); ++it) {
        json.insert(it.key(), it.value());
    }
    return json;
}

QMap<QString, QString> mapFrom(const QJsonObject& json) {
    QMap<QString, QString> values;
    for (auto it = json.begin(); it != json.end(); ++it) {
        values.insert(it.key(), it.value().toString());
    }
    return values;
}

QJsonArray jsonOf(const std::vector<TemplateValue>& values) {
    QJsonArray json;
    for (const TemplateValue& value : values) {
        json.append(QJsonArray{value.hole, value.text});
    }
    return json;
}

std::vector<TemplateValue> valuesFrom(const QJsonArray& json) {
    std::vector<TemplateValue> values;
    for (const QJsonValue value : json) {
        values.push_back({value[0].toString(), value[1].toString()});
    }
    return values;
}

TemplateHeader headerFrom(const QString& word) {
    const auto* const found = std::find_if(kHeaders.begin(), kHeaders.end(), [&](const auto& one) {
        return word == QLatin1StringView(one.second);
    });
    return found == kHeaders.end() ? TemplateHeader::None : found->first;
}

} // namespace

QStringList holesIn(const QString& text) {
    QStringList names;
    for (auto it = hole().globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

QString filledIn(const QString& text, const QMap<QString, QString>& values) {
    QString filled;
    qsizetype from = 0;
    for (auto it = hole().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString value = values.value(match.captured(1));
        filled += text.sliced(from, match.capturedStart() - from);
        filled += value.isEmpty() ? match.captured() : value;
        from = match.capturedEnd();
    }
    return filled + text.sliced(from);
}

QString textOf(const MessageTemplate& of, const TemplateFilling& filling) {
    QStringList parts;
    if (of.header == TemplateHeader::Text) {
        parts << filledIn(of.headerText, trimmed(filling.header));
    }
    parts << filledIn(of.body, trimmed(filling.body)) << of.footer;
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

Result<TemplateUse> fill(const MessageTemplate& of, const TemplateFilling& filling) {
    if (!of.unfit.isEmpty()) {
        return fail(ErrorKind::Invalid, of.unfit);
    }
    TemplateUse use{of.name, of.language, of.named, of.header, {}, {}, {}};
    if (of.header == TemplateHeader::Text) {
        auto values = valuesFor(of.headerText, filling.header);
        if (!values) {
            return fail(values.error());
        }
        use.headerValues = std::move(*values);
    } else if (wantsFile(of.header) && !filling.withFile) {
        return fail(ErrorKind::Invalid, u"template.no_file"_s);
    }
    auto values = valuesFor(of.body, filling.body);
    if (!values) {
        return fail(values.error());
    }
    use.bodyValues = std::move(*values);
    if (tooLong(of.body, trimmed(filling.body), kBodyMax)
        || tooLong(of.headerText, trimmed(filling.header), kHeaderMax)) {
        return fail(ErrorKind::Invalid, u"template.too_long"_s);
    }
    for (int i = 0; i < static_cast<int>(of.buttons.size()); ++i) {
        if (holesIn(of.buttons[static_cast<std::size_t>(i)].url).isEmpty()) {
            continue;
        }
        const QString end = filling.linkEnds.value(i).trimmed();
        if (end.isEmpty() || end.contains(u' ')) {
            return fail(ErrorKind::Invalid, u"template.link_empty"_s);
        }
        use.linkEnds.emplace_back(i, end);
    }
    return use;
}

QString toWord(TemplateHeader header) {
    const auto* const found = std::find_if(kHeaders.begin(), kHeaders.end(),
                                           [&](const auto& one) { return one.first == header; });
    return QString::fromLatin1(found->second);
}

QJsonObject toJson(const MessageTemplate& one) {
    QJsonArray buttons;
    for (const TemplateButton& button : one.buttons) {
        buttons.append(QJsonObject{{u"title"_s, button.title}, {u"url"_s, button.url}});
    }
    return {{u"name"_s, one.name},
            {u"language"_s, one.language},
            {u"category"_s, one.category},
            {u"named"_s, one.named},
            {u"header"_s, toWord(one.header)},
            {u"header_text"_s, one.headerText},
            {u"body"_s, one.body},
            {u"footer"_s, one.footer},
            {u"header_examples"_s, jsonOf(one.headerExamples)},
            {u"body_examples"_s, jsonOf(one.bodyExamples)},
            {u"buttons"_s, buttons},
            {u"unfit"_s, one.unfit}};
}

MessageTemplate messageTemplateFrom(const QJsonObject& json) {
    MessageTemplate one;
    one.name = json.value("name"_L1).toString();
    one.language = json.value("language"_L1).toString();
    one.category = json.value("category"_L1).toString();
    one.named = json.value("named"_L1).toBool();
    one.header = headerFrom(json.value("header"_L1).toString());
    one.headerText = json.value("header_text"_L1).toString();
    one.body = json.value("body"_L1).toString();
    one.footer = json.value("footer"_L1).toString();
    one.headerExamples = mapFrom(json.value("header_examples"_L1).toObject());
    one.bodyExamples = mapFrom(json.value("body_examples"_L1).toObject());
    for (const QJsonValue button : json.value("buttons"_L1).toArray()) {
        one.buttons.push_back({button["title"_L1].toString(), button["url"_L1].toString()});
    }
    one.unfit = json.value("unfit"_L1).toString();
    return one;
}

QJsonObject toJson(const TemplateUse& use) {
    QJsonArray ends;
    for (const auto& [button, end] : use.linkEnds) {
        ends.append(QJsonArray{button, end});
    }
    return {{u"name"_s, use.name},
            {u"language"_s, use.language},
            {u"named"_s, use.named},
            {u"header"_s, toWord(use.header)},
            {u"header_values"_s, jsonOf(use.headerValues)},
            {u"body_values"_s, jsonOf(use.bodyValues)},
            {u"link_ends"_s, ends}};
}

TemplateUse templateUseFrom(const QJsonObject& json) {
    TemplateUse use;
    use.name = json.value("name"_L1).toString();
    use.language = json.value("language"_L1).toString();
    use.named = json.value("named"_L1).toBool();
    use.header = headerFrom(json.value("header"_L1).toString());
    use.headerValues = valuesFrom(json.value("header_values"_L1).toArray());
    use.bodyValues = valuesFrom(json.value("body_values"_L1).toArray());
    for (const QJsonValue end : json.value("link_ends"_L1).toArray()) {
        use.linkEnds.emplace_back(end[0].toInt(), end[1].toString());
    }
    return use;
}

} // namespace comanda
