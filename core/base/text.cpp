#include "core/base/text.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

bool isBidiControl(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E
           || c == 0x200F || c == 0x061C;
}

bool isLineEnd(char32_t c) {
    return c == U'\n' || c == 0x2028 || c == 0x2029;
}

// What a stranger's text has no business to bring onto a screen.
bool isHidden(char32_t c) {
    const bool isControl = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
    return isControl || isBidiControl(c);
}

// Invisible, and not needed to build an emoji or a word of a script that joins its letters.
bool isInvisible(char32_t c) {
    const bool hangulFiller = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    return hangulFiller || c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x180E
           || (c >= 0x2061 && c <= 0x2064) || (c >= 0xFFF9 && c <= 0xFFFB);
}

// A letter of Braille without dots is as good as a space, and is no space to Unicode.
bool isBlank(char32_t c) {
    return c == U'\n' || c == U'\t' || c == 0x2800;
}

bool isMark(char32_t c) {
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

// Joiners, selectors and marks show only beside something else.
bool showsAlone(char32_t c) {
    return !isMark(c) && QChar::category(c) != QChar::Other_Format && !QChar::isSpace(c);
}

// U+FFFD in place of half a surrogate pair.
char32_t nextCodePoint(QStringView text, qsizetype& at) {
    const QChar first = text[at++];
    if (!first.isSurrogate()) {
        return first.unicode();
    }
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text[at++]);
    }
    return QChar::ReplacementCharacter;
}

void append(QString& out, char32_t c) {
    if (QChar::requiresSurrogates(c)) {
        out += QChar(QChar::highSurrogate(c));
        out += QChar(QChar::lowSurrogate(c));
    } else {
        out += QChar(static_cast<char16_t>(c));
    }
}

bool isReservedDosName(const QString& stem) {
    static const QStringList names{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString lower = stem.toLower();
    const bool numbered = lower.size() == 4 && lower[3].isDigit()
                          && (lower.startsWith("com"_L1) || lower.startsWith("lpt"_L1));
    return numbered || names.contains(lower);
}

} // namespace

QString fold(QStringView text) {
    const QString plain = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(plain.size());
    for (qsizetype at = 0; at < plain.size();) {
        const char32_t c = nextCodePoint(plain, at);
        if (isMark(c) || isBidiControl(c) || isInvisible(c)) {
            continue;
        }
        switch (c) { // letters that decomposition leaves alone
        case 0x00DF:
            out += "ss"_L1;
            break;
        case 0x00F8:
            append(out, U'o');
            break;
        case 0x0111:
            append(out, U'd');
            break;
        case 0x0142:
            append(out, U'l');
            break;
        case 0x0131:
            append(out, U'i');
            break;
        case 0x00E6:
            out += "ae"_L1;
            break;
        case 0x0153:
            out += "oe"_L1;
            break;
        default:
            append(out, c);
        }
    }
    return out;
}

QStringList foldedWords(QStringView text, int limit) {
    const QString folded = fold(text);
    QStringList words;
    QString word;
    for (qsizetype at = 0; at <= folded.size() && words.size() < limit;) {
        const char32_t c = at < folded.size() ? nextCodePoint(folded, at) : (++at, U' ');
        if (QChar::isLetterOrNumber(c)) {
            append(word, c);
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    return words;
}

QString displayText(QStringView text, qsizetype limit) {
    QString out;
    out.reserve(std::min(text.size(), limit));
    int marks = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (out.size() >= limit) {
            out = cutAtGrapheme(out, limit) + u'…';
            break;
        }
        const char32_t c = nextCodePoint(text, at);
        if (isHidden(c)) {
            continue;
        }
        if (isMark(c)) {
            ++marks;
        } else if (QChar::category(c) != QChar::Other_Format) { // which would not part the tower
            marks = 0;
        }
        if (marks <= kCombiningMarksMax) {
            append(out, isLineEnd(c) ? U'\n' : c);
        }
    }
    return out;
}

QString displayLine(QStringView text, qsizetype limit) {
    QString line;
    bool shows = false;
    const QString shown = displayText(text.left(limit * 4), limit * 4);
    for (qsizetype at = 0; at < shown.size();) {
        const char32_t c = nextCodePoint(shown, at);
        if (!isInvisible(c)) {
            append(line, isBlank(c) ? U' ' : c);
            shows = shows || (!isBlank(c) && showsAlone(c));
        }
    }
    if (!shows) {
        return {};
    }
    line = line.simplified();
    return line.size() > limit ? cutAtGrapheme(line, limit - 1) + u'…' : line;
}

QString firstShown(std::initializer_list<QString> texts) {
    const auto* const found = std::find_if(texts.begin(), texts.end(), [](const QString& text) {
        return !displayLine(text).isEmpty();
    });
    return found == texts.end() ? QString() : *found;
}

QString safeFileName(QStringView name) {
    QString clean;
    for (const QChar c : displayLine(name, 240)) {
        static constexpr QStringView forbidden = u"/\\:*?\"<>|";
        clean += forbidden.contains(c) ? u'_' : c;
    }
    while (clean.startsWith(u'.')) {
        clean.remove(0, 1);
    }
    clean = cutAtGrapheme(clean, 120);
    while (clean.endsWith(u'.') || clean.endsWith(u' ')) {
        clean.chop(1);
    }
    if (isReservedDosName(clean.section(u'.', 0, 0))) {
        clean.prepend(u'_');
    }
    return clean.isEmpty() ? u"file"_s : clean;
}

QString cutAtGrapheme(QStringView text, qsizetype limit) {
    if (text.size() <= limit) {
        return text.toString();
    }
    // A little beyond the limit is enough to know where the grapheme at the limit begins.
    const QString head = text.left(limit + 64).toString();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, head);
    finder.setPosition(limit);
    const qsizetype cut = finder.isAtBoundary() ? limit : finder.toPreviousBoundary();
    return head.left(cut > 0 ? cut : limit);
}

} // namespace comanda
