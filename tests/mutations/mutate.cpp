#include "tests/mutations/mutate.h"

#include "core/base/json.h"

#include <algorithm>
#include <vector>

namespace comanda::test {
namespace {

struct Member {
    qsizetype key = 0; // where its first quote stands
    qsizetype value = 0, end = 0;
};

int below(qsizetype limit, QRandomGenerator& random) {
    return limit > 0 ? random.bounded(static_cast<int>(limit)) : 0;
}

// Every `"key":value` of the text, however deep, by its quotes and colons alone.
std::vector<Member> membersOf(const QByteArray& text) {
    std::vector<Member> members;
    qsizetype key = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            key = at;
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                at += text[at] == '\\' ? 1 : 0;
            }
        } else if (text[at] == ':' && key >= 0) {
            qsizetype value = at + 1;
            while (value < text.size() && text[value] == ' ') {
                ++value;
            }
            const auto end = value < text.size() ? endOfValue(text, value) : std::nullopt;
            if (end) {
                members.push_back({key, value, *end});
            }
            key = -1;
        } else if (text[at] != ' ') {
            key = -1;
        }
    }
    return members;
}

QByteArray stranger(QRandomGenerator& random) {
    static const std::array<QByteArray, 18> kStrangers{
        "null",  "true",        "false",  "0",           "-1",          "7",
        "1e308", "-1.5",        "\"\"",   "\"x\"",       "[]",          "{}",
        "[[]]",  "{\"id\":{}}", "[null]", "\"\\u0000\"", "\"\\ud83d\"", "99999999999999999999"};
    return kStrangers.at(static_cast<std::size_t>(below(kStrangers.size(), random)));
}

QByteArray hugeText(QRandomGenerator& random) {
    static const std::array<QByteArray, 4> kPieces{"a", "\\u00f1", "\\ud83c\\udf55", "\\\\"};
    const QByteArray piece = kPieces.at(static_cast<std::size_t>(below(kPieces.size(), random)));
    // Mostly longer than any platform allows, at times as long as a body may be.
    const qsizetype size = below(20, random) == 0 ? 2'000'000 : 5'000 + below(60'000, random);
    return '"' + piece.repeated(size / piece.size()) + '"';
}

QByteArray nested(const QByteArray& value, QRandomGenerator& random) {
    const bool lists = below(2, random) == 0;
    const int farDown = lists ? 50'000 : 1'000; // every key on the way is looked at again
    const int depth = below(10, random) == 0 ? farDown : 1 + below(100, random);
    return (lists ? QByteArray("[") : QByteArray("{\"id\":")).repeated(depth) + value
           + QByteArray(lists ? "]" : "}").repeated(depth);
}

QByteArray flipped(QByteArray body, QRandomGenerator& random) {
    for (int times = 1 + below(6, random); times > 0 && !body.isEmpty(); --times) {
        char& byte = body[below(body.size(), random)];
        byte = static_cast<char>(byte ^ (1 << below(8, random)));
    }
    return body;
}

QByteArray noisy(QByteArray body, QRandomGenerator& random) {
    QByteArray noise(1 + below(40, random), '\0');
    for (char& byte : noise) {
        byte = static_cast<char>(below(256, random));
    }
    return body.insert(below(body.size() + 1, random), noise);
}

// What is done to one member of the body.
QByteArray changed(QByteArray body, const Member& one, const Member& other, Mutation mutation,
                   QRandomGenerator& random) {
    const QByteArray value = body.mid(one.value, one.end - one.value);
    switch (mutation) {
    case Mutation::SwapType:
        return body.replace(one.value, value.size(), stranger(random));
    case Mutation::DuplicateKey: {
        const QByteArray key = body.mid(one.key, one.value - one.key);
        return body.insert(one.end, ',' + key + stranger(random));
    }
    case Mutation::DropMember:
        return body.replace(one.key, one.end - one.key, "\"dropped\":0");
    case Mutation::MoveValue:
        return body.replace(one.value, value.size(),
                            QByteArray(body.mid(other.value, other.end - other.value)));
    case Mutation::Nest:
        return body.replace(one.value, value.size(), nested(value, random));
    case Mutation::HugeText:
        return body.replace(one.value, value.size(), hugeText(random));
    case Mutation::Truncate:
    case Mutation::FlipBits:
    case Mutation::Noise:
        break;
    }
    return body;
}

} // namespace

const char* nameOf(Mutation mutation) {
    switch (mutation) {
    case Mutation::Truncate:
        return "cut";
    case Mutation::FlipBits:
        return "bits flipped";
    case Mutation::SwapType:
        return "another type";
    case Mutation::DuplicateKey:
        return "key twice";
    case Mutation::DropMember:
        return "member gone";
    case Mutation::MoveValue:
        return "value moved";
    case Mutation::Nest:
        return "nested deep";
    case Mutation::HugeText:
        return "huge text";
    case Mutation::Noise:
        return "noise";
    }
    return "";
}

QByteArray mutated(const QByteArray& body, Mutation mutation, QRandomGenerator& random) {
    if (mutation == Mutation::Truncate) {
        return body.first(below(body.size() + 1, random));
    }
    if (mutation == Mutation::FlipBits) {
        return flipped(body, random);
    }
    const std::vector<Member> members = membersOf(body);
    if (mutation == Mutation::Noise || members.empty()) {
        return noisy(body, random);
    }
    const auto any = [&]() -> const Member& {
        return members[static_cast<std::size_t>(
            below(static_cast<qsizetype>(members.size()), random))];
    };
    const Member& one = any();
    return changed(body, one, any(), mutation, random);
}

} // namespace comanda::test
