#include "core/hub/media_fetcher.h"
#include "core/hub/sniff.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace comanda::hub;
using namespace Qt::StringLiterals;

TEST_CASE("A file is what its first bytes say") {
    struct Case {
        QByteArray head;
        QString extension;
    };
    const auto c =
        GENERATE(Case{QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF", 10), u"jpg"_s},
                 Case{"\x89PNG\r\n\x1A\n", u"png"_s}, Case{"GIF89a....", u"gif"_s},
                 Case{QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), u"webp"_s},
                 Case{QByteArray("\0\0\0\x18"
                                 "ftypisom",
                                 12),
                      u"mp4"_s},
                 Case{QByteArray("\0\0\0\x18"
                                 "ftypM4A ",
                                 12),
                      u"m4a"_s},
                 Case{QByteArray("OggS") + QByteArray(24, '\0') + "OpusHead", u"opus"_s},
                 Case{QByteArray("OggS") + QByteArray(24, '\0') + "\x01vorbis", u"ogg"_s},
                 Case{"ID3\x04", u"mp3"_s}, Case{"\xFF\xFB\x90\x64", u"mp3"_s},
                 Case{"%PDF-1.7\n", u"pdf"_s}, Case{"Dos hamburguesas, por favor ñ\n", u"txt"_s},
                 // Cut inside a character.
                 Case{QByteArray("ma\xC3\xB1"
                                 "ana")
                          .first(3),
                      u"txt"_s},
                 // What could be run or rendered as a page gets no extension.
                 Case{"<!DOCTYPE html><script>", {}}, Case{"<svg onload=…>", {}},
                 Case{"#!/bin/sh\nrm", {}}, Case{"MZ\x90\0", {}},
                 Case{QByteArray("\x7F"
                                 "ELF\2\1\1\0",
                                 8),
                      {}},
                 Case{QByteArray("PK\3\4\0\0", 6), {}},
                 Case{QByteArray("\0\0\0\x18"
                                 "ftypheic",
                                 12),
                      {}},
                 Case{"", {}}, Case{QByteArray(64, '\xFF'), {}}, Case{"caf\xE9 solo", {}});
    INFO(c.head.toHex().toStdString());
    CHECK(extensionFor(c.head) == c.extension);
}

TEST_CASE("A fetch that fails is tried ever more seldom") {
    using namespace std::chrono_literals;
    CHECK(fetchBackoff(1) == Millis(30s));
    CHECK(fetchBackoff(2) == Millis(60s));
    CHECK(fetchBackoff(50) == Millis(1h));
}
