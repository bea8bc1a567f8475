// Texts that a platform has approved beforehand: the only thing that may still be said when the
// reply window is closed. Pure.
//
//   text = ( letters | hole )*        hole = "{{" name "}}"    name = "1", "2", … or a word
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace comanda {

enum class TemplateHeader { None, Text, Image, Video, Document };

struct TemplateButton {
    QString title;
    QString url; // empty: not a link. With a hole: who sends it says how the address ends

    bool operator==(const TemplateButton&) const = default;
};

struct MessageTemplate {
    QString name, language;
    QString category;   // "utility", "marketing": what it costs
    bool named = false; // its holes have names, not numbers
    TemplateHeader header = TemplateHeader::None;
    QString headerText, body, footer;
    QMap<QString, QString> headerExamples, bodyExamples; // by hole, as the platform was shown them
    std::vector<TemplateButton> buttons;
    QString unfit; // id of why it cannot be sent from here; empty: it can

    bool operator==(const MessageTemplate&) const = default;
};

// One filled hole.
struct TemplateValue {
    QString hole, text;

    bool operator==(const TemplateValue&) const = default;
};

// A template on its way out: all that a connector needs to write it. The file of a header is the
// message's own.
struct TemplateUse {
    QString name, language;
    bool named = false;
    TemplateHeader header = TemplateHeader::None;
    std::vector<TemplateValue> headerValues, bodyValues; // in the order of the holes
    std::vector<std::pair<int, QString>> linkEnds;       // by the button's place, from 0

    bool operator==(const TemplateUse&) const = default;
};

// What whoever sends it typed.
struct TemplateFilling {
    QMap<QString, QString> header, body; // by hole
    QMap<int, QString> linkEnds;         // by the button's place
    bool withFile = false;               // a file for the header was chosen
};

// The names of the holes, each once, in the order in which they stand there.
[[nodiscard]] QStringList holesIn(const QString& text);
// Filled holes carry their value, the others stay as they are.
[[nodiscard]] QString filledIn(const QString& text, const QMap<QString, QString>& values);
// As the customer will read it: header, body and footer.
[[nodiscard]] QString textOf(const MessageTemplate& of, const TemplateFilling& filling);
// Fails with Invalid: what `unfit` says, "template.hole_empty" (params "hole"),
// "template.hole_breaks" (a value may not have a line break, a tab or more than four blanks in a
// row), "template.no_file", "template.link_empty", or "template.too_long".
[[nodiscard]] Result<TemplateUse> fill(const MessageTemplate& of, const TemplateFilling& filling);

[[nodiscard]] QString toWord(TemplateHeader header);
[[nodiscard]] QJsonObject toJson(const MessageTemplate& one);
[[nodiscard]] MessageTemplate messageTemplateFrom(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const TemplateUse& use);
[[nodiscard]] TemplateUse templateUseFrom(const QJsonObject& json);

} // namespace comanda
