#include "app/practice/menu.h"

#include <QtEndian>

#include <array>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kWidth = 160;
constexpr quint32 kHeight = 120;

// As PNG has it: over the chunk's type and content.
quint32 crc32(const QByteArray& bytes) {
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xEDB88320U : crc >> 1U;
        }
    }
    return ~crc;
}

QByteArray bigEndian(quint32 value) {
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray& type, const QByteArray& content) {
    return bigEndian(quint32(content.size())) + type + content + bigEndian(crc32(type + content));
}

} // namespace

QString Dish::name(Tongue tongue) const {
    switch (tongue) {
    case Tongue::Spanish:
        return spanish;
    case Tongue::English:
        return english;
    case Tongue::Portuguese:
        return portuguese;
    }
    return spanish;
}

const std::vector<Dish>& practiceMenu() {
    static const std::vector<Dish> kMenu{
        {u"AJIACO"_s, u"ajiaco santafereño"_s, u"chicken and potato soup"_s, u"sopa ajiaco"_s,
         24000},
        {u"BANDEJA"_s, u"bandeja paisa"_s, u"paisa platter"_s, u"prato paisa"_s, 32000},
        {u"HAMB-DOB"_s, u"hamburguesa doble"_s, u"double burger"_s, u"hambúrguer duplo"_s, 22000},
        {u"HAMB-SEN"_s, u"hamburguesa sencilla"_s, u"single burger"_s, u"hambúrguer simples"_s,
         17000},
        {u"EMP-CARNE"_s, u"empanada de carne"_s, u"beef empanada"_s, u"empanada de carne"_s, 3500},
        {u"EMP-QUESO"_s, u"empanada de queso"_s, u"cheese empanada"_s, u"empanada de queijo"_s,
         3500},
        {u"AREPA-CHOC"_s, u"arepa de chócolo"_s, u"sweet corn arepa"_s, u"arepa de milho doce"_s,
         8000},
        {u"PIZZA-HAW"_s, u"pizza hawaiana mediana"_s, u"medium Hawaiian pizza"_s,
         u"pizza havaiana média"_s, 38000},
        {u"PAPAS"_s, u"papas a la francesa"_s, u"French fries"_s, u"batata frita"_s, 9000},
        {u"COCA-15"_s, u"Coca-Cola 1.5 L"_s, u"Coke 1.5 L"_s, u"Coca-Cola 1,5 L"_s, 9500},
        {u"LIMONADA"_s, u"limonada de coco"_s, u"coconut lemonade"_s, u"limonada de coco"_s, 11000},
        {u"AGUA"_s, u"agua sin gas"_s, u"still water"_s, u"água sem gás"_s, 4500},
        {u"FLAN"_s, u"flan de caramelo"_s, u"caramel flan"_s, u"pudim de leite"_s, 7500},
    };
    return kMenu;
}

QByteArray practicePicture(quint32 number) {
    const std::array<char, 3> base{char(number * 37U), char(number * 91U + 60U),
                                   char(number * 53U + 120U)};
    QByteArray rows;
    rows.reserve(qsizetype(kHeight) * (kWidth * 3 + 1));
    for (quint32 y = 0; y < kHeight; ++y) {
        rows += '\0'; // no filter
        for (quint32 x = 0; x < kWidth; ++x) {
            const char shade = char(((x + y) / 20U) % 2U * 60U);
            rows += char(base[0] + shade);
            rows += char(base[1] + shade);
            rows += char(base[2] + shade);
        }
    }
    // 8 bits a channel, RGB, not interlaced.
    const QByteArray head =
        bigEndian(kWidth) + bigEndian(kHeight) + QByteArray("\x08\x02\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", head)
           + chunk("IDAT", qCompress(rows).mid(4)) // without Qt's length
           + chunk("IEND", {});
}

} // namespace comanda::practice
