#include "core/base/text.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

TEST_CASE("Folding forgives case, accents and width", "[base][text]") {
    const std::vector<std::pair<QString, QString>> cases{
        {u"Piñón"_s, u"pinon"_s},
        {u"CAFÉ"_s, u"cafe"_s},
        {u"São João"_s, u"sao joao"_s},
        {u"Straße"_s, u"strasse"_s},
        {u"ＡＢＣ１２"_s, u"abc12"_s},
        {u"ﬁn"_s, u"fin"_s},
        {u"Ærø Łódź"_s, u"aero lodz"_s},
        {u"a\u202Eb\u200Bc"_s, u"abc"_s},
        {u"🍕 x"_s, u"🍕 x"_s},
    };
    for (const auto& [text, folded] : cases) {
        CAPTURE(text);
        CHECK(fold(text) == folded);
        CHECK(fold(fold(text)) == fold(text));
    }
    CHECK(foldedWords(u"¡2 Piñas, por-favor! 🍕")
          == QStringList{u"2"_s, u"pinas"_s, u"por"_s, u"favor"_s});
    CHECK(foldedWords(u"a b c d", 2).size() == 2);
}

TEST_CASE("A stranger's text is harmless on the screen", "[base][text]") {
    CHECK(displayText(u"<b>hola</b>") == u"<b>hola</b>"_s); // plain text stays as written
    CHECK(displayText(u"abc\u202Ecba") == u"abccba"_s);
    CHECK(displayText(u"a\u0000b\u0007c\u0085d"_s) == u"abcd"_s);
    CHECK(displayText(u"a\u2028b") == u"a\nb"_s);
    CHECK(displayText(QString(QChar(0xD800)) + u'x') == QString(QChar(0xFFFD)) + u'x');
    CHECK(displayText(u"👩‍🍳 🇩🇪")
          == u"👩‍🍳 🇩🇪"_s); // joiners of emoji stay

    const QString tower = u'e' + QString(4000, QChar(0x0301));
    CHECK(displayText(tower).size() == 1 + kCombiningMarksMax);
    CHECK(kCombiningMarksMax == 4);
    QString parted(u'e');
    for (int i = 0; i < 40; ++i) {
        parted += u"\u0301\u200D"_s; // a joiner between marks starts no new base
    }
    CHECK(displayText(parted).count(QChar(0x0301)) == kCombiningMarksMax);

    const QString word(1'000'000, u'x');
    CHECK(displayText(word).size() == kShownTextMax + 1);
    CHECK(displayText(word).endsWith(u'…'));

    CHECK(displayLine(u"  a\n\tb\u200B  ") == u"a b"_s);
    CHECK(displayLine(QString(500, u'x')).size() == 200);
}

TEST_CASE("A name that shows nothing is none", "[base][text]") {
    for (const QString& blank : {u""_s, u" \t\n"_s, u"\u200E"_s, u"\u3164"_s, u"\u115F\u1160"_s,
                                 u"\uFFA0"_s, u"\u2800 \u2800"_s, u"\u00AD"_s, u"\u200B\u2060"_s,
                                 u"\u200D"_s, u"\uFE0F"_s, u"\u00A0"_s, u"\u034F"_s}) {
        CAPTURE(blank);
        CHECK(displayLine(blank).isEmpty());
        CHECK(firstShown({blank, u"57300"_s}) == u"57300"_s);
    }
    CHECK(displayLine(u"\u3164Ana\u2800Paz\u3164") == u"Ana Paz"_s);
    CHECK(displayLine(u"❤️") == u"❤️"_s);
    CHECK(displayLine(u"한국") == u"한국"_s);
    CHECK(firstShown({u" Ana "_s, u"57300"_s}) == u" Ana "_s);
    CHECK(firstShown({u"\u3164"_s, u""_s}).isEmpty());
}

TEST_CASE("A file name cannot leave its folder or pose as another kind", "[base][text]") {
    const std::vector<std::pair<QString, QString>> cases{
        {u"menu.pdf"_s, u"menu.pdf"_s},
        {u"../../etc/passwd"_s, u"_.._etc_passwd"_s},
        {u"C:\\x\\y.exe"_s, u"C__x_y.exe"_s},
        {u"invoice\u202Efdp.exe"_s, u"invoicefdp.exe"_s},
        {u"CON"_s, u"_CON"_s},
        {u"com1.txt"_s, u"_com1.txt"_s},
        {u"name. . ."_s, u"name"_s},
        {u"..."_s, u"file"_s},
        {u""_s, u"file"_s},
        {u"a:b|c?*"_s, u"a_b_c__"_s},
    };
    for (const auto& [name, safe] : cases) {
        CAPTURE(name);
        CHECK(safeFileName(name) == safe);
    }
    CHECK(safeFileName(QString(500, u'x')).size() == 120);
}

TEST_CASE("Cutting never splits what a person sees as one character", "[base][text]") {
    const QString family = u"👨‍👩‍👧"_s; // 8 units
    const QString flag = u"🇩🇪"_s;                   // 4 units
    CHECK(cutAtGrapheme(u"ab"_s + family, 5) == u"ab"_s);
    CHECK(cutAtGrapheme(flag + flag, 6) == flag);
    CHECK(cutAtGrapheme(u"e\u0301x", 1) == u"e"_s); // nothing whole fits: cut all the same
    CHECK(cutAtGrapheme(u"abc", 10) == u"abc"_s);
}
