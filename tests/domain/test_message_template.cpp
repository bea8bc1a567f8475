// Approved texts: their places are found, filled in and checked before anything leaves; and a
// question that ends with its answers.
#include "core/domain/message_template.h"
#include "core/domain/outgoing.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

MessageTemplate ready() {
    MessageTemplate one;
    one.name = u"pedido_listo"_s;
    one.language = u"es"_s;
    one.category = u"utility"_s;
    one.header = TemplateHeader::Text;
    one.headerText = u"Pedido {{1}}"_s;
    one.body = u"Hola {{1}}, su pedido está {{ 2 }}. Gracias, {{1}}."_s;
    one.footer = u"La Esquina"_s;
    one.bodyExamples = {{u"1"_s, u"Ana"_s}, {u"2"_s, u"listo"_s}};
    one.buttons = {{u"Pedir"_s, {}}, {u"Ver"_s, u"https://x.example/{{1}}"_s}};
    return one;
}

TemplateFilling filled() {
    TemplateFilling filling;
    filling.header = {{u"1"_s, u"41"_s}};
    filling.body = {{u"1"_s, u" Ana "_s}, {u"2"_s, u"listo"_s}};
    filling.linkEnds = {{1, u"41"_s}};
    return filling;
}

QString whyNot(const MessageTemplate& of, const TemplateFilling& filling) {
    const auto use = fill(of, filling);
    return use ? QString() : use.error().id;
}

} // namespace

TEST_CASE("the places of an approved text are found once each, in order") {
    CHECK(holesIn(ready().body) == QStringList{u"1"_s, u"2"_s});
    CHECK(holesIn(u"{{nombre}} y {{plato_2}}"_s) == QStringList{u"nombre"_s, u"plato_2"_s});
    CHECK(holesIn(u"{1} {{}} {{a b}} }}{{"_s).isEmpty());
}

TEST_CASE("what is filled in is read as the customer will read it") {
    const auto use = fill(ready(), filled());
    REQUIRE(use);
    CHECK(use->headerValues == std::vector<TemplateValue>{{u"1"_s, u"41"_s}});
    CHECK(use->bodyValues == std::vector<TemplateValue>{{u"1"_s, u"Ana"_s}, {u"2"_s, u"listo"_s}});
    CHECK(use->linkEnds == std::vector<std::pair<int, QString>>{{1, u"41"_s}});
    CHECK(textOf(ready(), filled())
          == u"Pedido 41\n\nHola Ana, su pedido está listo. Gracias, Ana.\n\nLa Esquina"_s);
    TemplateFilling partly = filled();
    partly.body.remove(u"2"_s);
    CHECK(textOf(ready(), partly).contains(u"está {{ 2 }}"_s)); // what is missing is seen
}

TEST_CASE("what a text cannot take is said before it leaves") {
    const auto with = [](const QString& value) {
        TemplateFilling filling = filled();
        filling.body.insert(u"2"_s, value);
        return filling;
    };
    CHECK(whyNot(ready(), with(u"  "_s)) == u"template.hole_empty");
    CHECK(whyNot(ready(), with(u"a\nb"_s)) == u"template.hole_breaks");
    CHECK(whyNot(ready(), with(u"a     b"_s)) == u"template.hole_breaks");
    CHECK(whyNot(ready(), with(u"a    b"_s)).isEmpty());
    CHECK(whyNot(ready(), with(QString(1100, u'a'))) == u"template.too_long");
    TemplateFilling noLink = filled();
    noLink.linkEnds.clear();
    CHECK(whyNot(ready(), noLink) == u"template.link_empty");
    MessageTemplate pictured = ready();
    pictured.header = TemplateHeader::Image;
    CHECK(whyNot(pictured, filled()) == u"template.no_file");
    TemplateFilling file = filled();
    file.withFile = true;
    CHECK(whyNot(pictured, file).isEmpty());
    MessageTemplate carousel = ready();
    carousel.unfit = u"template.unfit"_s;
    CHECK(whyNot(carousel, filled()) == u"template.unfit");
}

TEST_CASE("an approved text and its use come back from the store as they were") {
    CHECK(messageTemplateFrom(toJson(ready())) == ready());
    const auto use = fill(ready(), filled());
    REQUIRE(use);
    CHECK(templateUseFrom(toJson(*use)) == *use);
}

TEST_CASE("a question that ends with its answers offers them") {
    const auto titles = [](const QString& text) {
        QStringList all;
        for (const Button& answer : askedIn(text).answers) {
            all << answer.title;
        }
        return all;
    };
    const QString asked = u"¿Lo recoge o se lo llevamos? [Lo recojo] [A domicilio]"_s;
    CHECK(titles(asked) == QStringList{u"Lo recojo"_s, u"A domicilio"_s});
    CHECK(askedIn(asked).text == u"¿Lo recoge o se lo llevamos?"_s);
    CHECK(titles(u"¿A qué hora?\n[19:00][19:30]\n[20:00]  "_s).size() == 3);
    for (const QString& plain :
         {u"hola"_s, u"vale [sí]"_s, u"[sí] [no]"_s, u"¿va? [sí] [sí]"_s, u"¿va? [] [no]"_s,
          u"¿va? [sí] [no] luego"_s, u"¿va? [un título que no cabe en un botón] [no]"_s,
          u"¿va? [a\nb] [no]"_s, u"¿va? [1] [2] [3] [4] [5] [6] [7] [8] [9] [10] [11]"_s, u"]"_s,
          u""_s}) {
        INFO(plain.toStdString());
        CHECK(askedIn(plain) == Question{plain, {}});
    }
}
