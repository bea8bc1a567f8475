#include "core/connect/split.h"
#include "tests/support/catch.h"

#include <QTextBoundaryFinder>

using namespace comanda;
using namespace Qt::StringLiterals;

TEST_CASE("Long texts are cut where people would cut them") {
    const auto split = [](const QString& text, qsizetype limit) {
        return connect::splitText(text, limit, TextUnit::Utf16);
    };
    const QString word = u"palabra "_s;
    CHECK(split(u"corto"_s, 10) == QStringList{u"corto"_s});
    CHECK(split(u"uno dos tres"_s, 8) == QStringList{u"uno dos"_s, u"tres"_s});
    CHECK(split(u"uno dos\ntres cuatro"_s, 12) == QStringList{u"uno dos"_s, u"tres cuatro"_s});
    CHECK(split(u"abcdefghij"_s, 4) == QStringList{u"abcd"_s, u"efgh"_s, u"ij"_s});
    CHECK(split(u"a\n\n\n\n\n\n\n\n\n\nb"_s, 4) == QStringList{u"a"_s, u"b"_s});
    CHECK(split(QString(4096, u'x'), 4096).size() == 1);
    CHECK(split(QString(4097, u'x'), 4096).size() == 2);
    CHECK(split(word.repeated(2000), 4096).size() == 4);
}

TEST_CASE("Platforms count in units of their own") {
    const QString text = u"aé한🌮"_s;
    CHECK(connect::lengthIn(TextUnit::Utf16, text) == 5);
    CHECK(connect::lengthIn(TextUnit::CodePoints, text) == 4);
    CHECK(connect::lengthIn(TextUnit::Bytes, text) == text.toUtf8().size());
}

TEST_CASE("No cut parts a grapheme, and nothing but blanks is lost") {
    const TextUnit unit = GENERATE(TextUnit::Utf16, TextUnit::CodePoints, TextUnit::Bytes);
    const QStringList units{
        u"x"_s,        u"🌮"_s, u"é"_s, u"é"_s,      u"👩‍👩‍👧‍👦"_s,
        u"🇲🇽"_s,       u"\r\n"_s, u" "_s, u"ñandú "_s, u"\n"_s,
        u"👍🏽"_s, u"한"_s};
    for (const qsizetype limit : {27, 31, 64}) {
        for (qsizetype start = 0; start < units.size(); ++start) {
            QString whole;
            for (qsizetype i = 0; i < 120; ++i) {
                whole += units[(start + i * (start + 1)) % units.size()];
            }
            const QStringList pieces = connect::splitText(whole, limit, unit);
            QString joined;
            qsizetype at = 0;
            for (const QString& piece : pieces) {
                CAPTURE(limit, start, piece);
                CHECK(connect::lengthIn(unit, piece) <= limit);
                CHECK_FALSE(piece.trimmed().isEmpty());
                at = whole.indexOf(piece, at);
                REQUIRE(at >= 0);
                QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, whole);
                finder.setPosition(at);
                CHECK(finder.isAtBoundary());
                at += piece.size();
                finder.setPosition(at);
                CHECK(finder.isAtBoundary());
                joined += piece;
            }
            const auto dense = [](QString text) {
                return text.remove(u' ').remove(u'\n').remove(u'\r');
            };
            CHECK(dense(joined) == dense(whole));
        }
    }
    // One grapheme longer than a message: cut all the same, but no surrogate pair.
    const QString monster = u"🌮"_s + QString(9000, QChar(0x301));
    for (const QString& piece : connect::splitText(monster, 4095, unit)) {
        CHECK(connect::lengthIn(unit, piece) <= 4095);
        CHECK_FALSE(piece.back().isHighSurrogate());
    }
}
