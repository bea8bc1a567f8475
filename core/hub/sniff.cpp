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

// Plain text: valid UTF-8 without control characters, and nothing that a program would run or
// render as a page.
bool isPlainText(QByteArrayView head) {
    QByteArrayView text = head;
    if (text.isEmpty() || text.startsWith("#!") || text.startsWith('<')) {
        return false;
    }
    // The cut may fall into a character: up to three bytes at the end are not judged.
    for (int cut = 0; cut <= 3 && cut < text.size(); ++cut) {
        QStringDecoder attempt(QStringDecoder::Utf8);
        const QString decoded = attempt.decode(text.chopped(cut));
        if (attempt.hasError() || decoded.contains(QChar::ReplacementCharacter)) {
            continue;
        }
        return std::none_of(decoded.begin(), decoded.end(), [](QChar c) {
            return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t';
        });
    }
    return false;
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
