#include "core/hub/sniff.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

struct Magic {
    qsizetype at;
    QByteArrayView bytes;
    const char* extension;
};

// https://www.iana.org/assignments/media-types and each format's own description.
constexpr std::array kMagic{
    Magic{0, "\xFF\xD8\xFF", "jpg"}, Magic{0, "\x89PNG\r\n\x1A\n", "png"},
    Magic{0, "GIF87a", "gif"},       Magic{0, "GIF89a", "gif"},
    Magic{0, "%PDF-", "pdf"},        Magic{0, "ID3", "mp3"},
};

bool hasAt(QByteArrayView head, qsizetype at, QByteArrayView bytes) {
    return head.size() >= at + bytes.size() && head.sliced(at, bytes.size()) == bytes;
}

// Ogg: the first packet of the first page names its codec.
QString ofOgg(QByteArrayView head) {
    constexpr qsizetype kFirstPacket = 28;
    return hasAt(head, kFirstPacket, "OpusHead") ? u"opus"_s : u"ogg"_s;
}

// ISO base media: the major brand stands behind the box "ftyp".
QString ofBrand(QByteArrayView head) {
    if (hasAt(head, 8, "M4A ") || hasAt(head, 8, "M4B ")) {
        return u"m4a"_s;
    }
    // Pictures in the same container are shown by few programs: kept, but not opened by us.
    constexpr std::array kPictures{"heic", "heix", "mif1", "msf1", "avif", "crx "};
    for (const char* brand : kPictures) {
        if (hasAt(head, 8, brand)) {
            return {};
        }
    }
    return u"mp4"_s;
}

// MPEG audio without a tag: eleven bits of frame sync, then version, layer III and a bit rate.
bool isMpegAudio(QByteArrayView head) {
    if (head.size() < 3) {
        return false;
    }
    const auto second = static_cast<unsigned char>(head[1]);
    const auto third = static_cast<unsigned char>(head[2]);
    return static_cast<unsigned char>(head[0]) == 0xFF && (second & 0xE6) == 0xE2
           && (second & 0x18) != 0x08 && (third & 0xF0) != 0xF0 && (third & 0x0C) != 0x0C;
}

// Without a character of UTF-8 that the end of the head cut in two.
QByteArrayView wholeCharacters(QByteArrayView head) {
    for (qsizetype back = 1; back <= 3 && back <= head.size(); ++back) {
        const auto byte = static_cast<unsigned char>(head[head.size() - back]);
        if ((byte & 0xC0) == 0x80) {
            continue; // goes on from a byte before
        }
        const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? head.chopped(back) : head;
    }
    return head;
}

// Plain text: valid UTF-8 without control characters, and nothing that a program would run or
// render as a page.
bool isPlainText(QByteArrayView head) {
    if (head.isEmpty() || head.startsWith("#!") || head.startsWith('<')) {
        return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(wholeCharacters(head));
    return !decoder.hasError() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == QChar::ReplacementCharacter
               || (c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t');
    });
}

} // namespace

QString extensionFor(QByteArrayView head) {
    for (const Magic& magic : kMagic) {
        if (hasAt(head, magic.at, magic.bytes)) {
            return QString::fromLatin1(magic.extension);
        }
    }
    if (hasAt(head, 0, "RIFF") && hasAt(head, 8, "WEBP")) {
        return u"webp"_s;
    }
    if (hasAt(head, 0, "OggS")) {
        return ofOgg(head);
    }
    if (hasAt(head, 4, "ftyp")) {
        return ofBrand(head);
    }
    if (isMpegAudio(head)) {
        return u"mp3"_s;
    }
    return isPlainText(head) ? u"txt"_s : QString();
}

} // namespace comanda::hub
