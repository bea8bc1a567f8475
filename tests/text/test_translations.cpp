// The translations are complete, keep the holes of their sources, and say what the design says.
#include "tests/support/catch.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString state; // "unfinished", "vanished", "obsolete"; empty when done
    bool plural = false;
    QStringList forms; // one, or one for each plural form
};

void readTranslation(QXmlStreamReader& xml, Message& message) {
    message.state = xml.attributes().value("type"_L1).toString();
    QString text;
    while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)
           && !xml.atEnd()) {
        if (xml.isStartElement() && xml.name() == "numerusform"_L1) {
            message.forms.append(xml.readElementText());
        } else if (xml.isCharacters()) {
            text += xml.text();
        }
    }
    if (!message.plural) {
        message.forms.append(text);
    }
}

std::vector<Message> readTs(const QString& language) {
    QFile file(QStringLiteral(COMANDA_SOURCE_DIR "/resources/i18n/comanda_%1.ts").arg(language));
    REQUIRE(file.open(QIODevice::ReadOnly));
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            const bool plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
            messages.push_back({context, {}, {}, plural, {}});
        } else if (xml.name() == "source"_L1) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, messages.back());
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return messages;
}

QStringList holesIn(const QString& text) {
    static const QRegularExpression kHole(u"%L?[0-9]+|%n|\\{[a-z]+\\}"_s);
    QStringList holes;
    for (auto it = kHole.globalMatch(text); it.hasNext();) {
        holes.append(it.next().captured());
    }
    holes.sort();
    return holes;
}

QString edges(const QString& text) { // what is joined to something else keeps its blanks
    return (text.startsWith(u' ') ? u"<"_s : QString())
           + (text.endsWith(u' ') ? u">"_s : QString());
}

// "context|source" -> translation, of those that have one form.
QMap<QString, QString> asMap(const std::vector<Message>& messages) {
    QMap<QString, QString> map;
    for (const Message& message : messages) {
        map.insert(message.context + u'|' + message.source, message.forms.value(0));
    }
    return map;
}

} // namespace

TEST_CASE("Every translation is finished and keeps the holes of its source") {
    for (const QString& language : {u"es"_s, u"pt"_s, u"en"_s}) {
        const std::vector<Message> messages = readTs(language);
        REQUIRE(messages.size() > (language == u"en"_s ? 5 : 500)); // English has only plurals
        for (const Message& message : messages) {
            INFO(QString(language + u' ' + message.context + u": "_s + message.source)
                     .toStdString());
            CHECK(message.state == QString());
            CHECK(message.forms.size() == (message.plural ? 2 : 1));
            for (const QString& form : message.forms) {
                INFO(form.toStdString());
                CHECK_FALSE(form.trimmed().isEmpty());
                CHECK(holesIn(form) == holesIn(message.source));
                CHECK(edges(form) == edges(message.source));
                CHECK(form.count(u'&') == message.source.count(u'&'));
                CHECK(form.endsWith(u'.') == message.source.endsWith(u'.'));
            }
        }
    }
}

TEST_CASE("The contexts are those that the program asks for at run time") {
    // Qt asks by the full class name; a scan without the include path drops the namespaces.
    for (const QString& language : {u"es"_s, u"pt"_s, u"en"_s}) {
        for (const Message& message : readTs(language)) {
            INFO(message.context.toStdString());
            const bool full = message.context.startsWith("comanda::"_L1);
            CHECK((full || message.context == "words"_L1));
        }
    }
}

TEST_CASE("All languages have the same messages") {
    CHECK(asMap(readTs(u"es"_s)).keys() == asMap(readTs(u"pt"_s)).keys());
}

TEST_CASE("The words of the queue and of the messages are the agreed ones") {
    struct Case {
        const char* source;
        const char* es;
        const char* pt;
    };
    const Case cases[]{
        {"To accept", "Por aceptar", "A aceitar"},
        {"Accepted", "Aceptado", "Aceito"},
        {"Cooking", "En cocina", "Preparando"},
        {"Ready", "Listo", "Pronto"},
        {"Handed over", "Entregado", "Entregue"},
        {"Rejected", "Rechazado", "Recusado"},
        {"Cancelled", "Cancelado", "Cancelado"},
        {"Accept", "Aceptar", "Aceitar"},
        {"To kitchen", "A cocina", "Para a cozinha"},
        {"CHANGE ASKED", "PIDE CAMBIO", "PEDE MUDANÇA"},
        {"To collect", "Por cobrar", "A cobrar"},
        {"waiting: %1", "espera: %1", "espera: %1"},
        {"not sent, tap to retry", "no salió, tocar para reintentar",
         "não saiu, toque para repetir"},
        {"may not have arrived", "no es seguro que llegó", "não é certo que chegou"},
    };
    const QMap<QString, QString> spanish = asMap(readTs(u"es"_s));
    const QMap<QString, QString> portuguese = asMap(readTs(u"pt"_s));
    for (const Case& one : cases) {
        const QString key = u"words|"_s + QString::fromUtf8(one.source);
        CHECK(spanish.value(key) == QString::fromUtf8(one.es));
        CHECK(portuguese.value(key) == QString::fromUtf8(one.pt));
    }
}

TEST_CASE("Staff are not spoken to about machinery, nor shouted at") {
    const QRegularExpression machinery(
        u"\\b(token|api|endpoint|time-?out|sincroniz\\w*|sesi[oó]n|sess[aã]o|tú|tu|vos)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (const QString& language : {u"es"_s, u"pt"_s}) {
        for (const Message& message : readTs(language)) {
            INFO(message.source.toStdString());
            QString words = message.forms.join(u'\n');
            words.remove(u"API Setup"_s); // the label on the platform's own page
            INFO(words.toStdString());
            CHECK_FALSE(machinery.match(words).hasMatch());
            CHECK_FALSE(words.contains(u'!'));
        }
    }
}
