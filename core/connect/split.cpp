#include "core/connect/split.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace comanda::connect {
namespace {

// Of the character that begins at `at`, and how many UTF-16 units it has.
struct Character {
    qsizetype units, cost;
};

Character characterAt(TextUnit unit, QStringView text, qsizetype at) {
    const bool pair =
        text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const qsizetype units = pair ? 2 : 1;
    switch (unit) {
    case TextUnit::Utf16:
        return {units, units};
    case TextUnit::CodePoints:
        return {units, 1};
    case TextUnit::Bytes:
        break;
    }
    const char16_t first = text[at].unicode();
    return {units, pair ? 4 : first < 0x80 ? 1 : first < 0x800 ? 2 : 3};
}

// How many UTF-16 units fit; at least one character.
qsizetype unitsWithin(TextUnit unit, QStringView text, qsizetype limit) {
    qsizetype at = 0;
    qsizetype spent = 0;
    while (at < text.size()) {
        const Character next = characterAt(unit, text, at);
        if (at > 0 && spent + next.cost > limit) {
            break;
        }
        at += next.units;
        spent += next.cost;
    }
    return at;
}

qsizetype afterLast(QStringView piece, qsizetype from, bool (*fits)(QChar)) {
    for (qsizetype at = piece.size(); at > from; --at) {
        if (fits(piece[at - 1])) {
            return at;
        }
    }
    return 0;
}

// Where a piece that may not grow beyond `limit` ends. `window` begins at a grapheme.
qsizetype cutIn(QStringView window, qsizetype limit) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, window);
    finder.setPosition(limit);
    qsizetype end = finder.isAtBoundary() ? limit : finder.toPreviousBoundary();
    if (end <= 0) { // one grapheme longer than a whole message
        return window[limit - 1].isHighSurrogate() ? limit - 1 : limit;
    }
    const QStringView piece = window.left(end);
    const auto isLine = [](QChar c) { return c == u'\n'; };
    const auto isSpace = [](QChar c) { return c.isSpace(); };
    // "\r\n" is one grapheme and ends with the line feed; a space may carry a mark, then the cut
    // would part them.
    for (const auto fits : {+isLine, +isSpace}) {
        const qsizetype nice = afterLast(piece, end / 2, fits);
        finder.setPosition(nice);
        if (nice > 0 && finder.isAtBoundary()) {
            return nice;
        }
    }
    return end;
}

// Without blanks at the end and line breaks at the beginning, which platforms drop anyway.
QString tidy(QStringView text) {
    while (!text.isEmpty() && text.back().isSpace()) {
        text.chop(1);
    }
    while (!text.isEmpty() && (text.front() == u'\n' || text.front() == u'\r')) {
        text = text.mid(1);
    }
    return text.toString();
}

} // namespace

qsizetype lengthIn(TextUnit unit, QStringView text) {
    qsizetype length = 0;
    for (qsizetype at = 0; at < text.size();) {
        const Character next = characterAt(unit, text, at);
        at += next.units;
        length += next.cost;
    }
    return length;
}

QStringList splitText(const QString& text, qsizetype limit, TextUnit unit) {
    QStringList pieces;
    QStringView rest(text);
    while (!rest.isEmpty()) {
        const qsizetype most = unitsWithin(unit, rest, limit);
        // The character beyond the limit shows whether the cut would part a grapheme.
        const qsizetype end = rest.size() <= most ? rest.size() : cutIn(rest.left(most + 2), most);
        const QString piece = tidy(rest.left(end));
        if (!piece.isEmpty()) {
            pieces << piece;
        }
        rest = rest.mid(end);
    }
    return pieces;
}

} // namespace comanda::connect
