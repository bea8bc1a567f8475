#include "core/domain/key_end.h"

#include <algorithm>
#include <array>

namespace comanda {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr Millis kDay = 24h;

struct Word {
    KeyLife life;
    QLatin1StringView word;
};
constexpr std::array kWords{Word{KeyLife::Lasting, "lasting"_L1},
                            Word{KeyLife::Renewed, "renewed"_L1},
                            Word{KeyLife::Ending, "ending"_L1}};

struct Warning {
    Millis left;
    const char16_t* id;
};
constexpr std::array kWarnings{
    Warning{0h, u"meta.key_ended"}, Warning{2 * kDay, u"meta.key_ends_2"},
    Warning{7 * kDay, u"meta.key_ends_7"}, Warning{14 * kDay, u"meta.key_ends_14"}};

} // namespace

void putKeyEnd(QJsonObject& facts, const KeyEnd& end) {
    for (const Word& word : kWords) {
        if (word.life == end.life) {
            facts.insert(u"key_life"_s, word.word);
        }
    }
    if (end.ends) {
        facts.insert(u"token_ends"_s, toIsoUtc(*end.ends));
    }
    if (!end.mark.isEmpty()) {
        facts.insert(u"key_mark"_s, end.mark);
    }
}

KeyEnd keyEndIn(const QJsonObject& facts) {
    KeyEnd end;
    end.ends = fromIso(facts.value("token_ends"_L1).toString());
    end.mark = facts.value("key_mark"_L1).toString();
    const QString life = facts.value("key_life"_L1).toString();
    const auto* const known = std::find_if(kWords.begin(), kWords.end(),
                                           [&](const Word& one) { return life == one.word; });
    if (known != kWords.end()) {
        end.life = known->life;
    } else if (end.ends) {
        end.life = KeyLife::Ending;
    }
    return end;
}

KeyEnd keyEndOf(const ChannelConfig& channel) {
    return keyEndIn(channel.settings.value("facts"_L1).toObject());
}

QString keyWarning(const KeyEnd& end, Time now) {
    if (!end.ends) {
        return {};
    }
    const Millis left = *end.ends - now;
    const auto* const found = std::find_if(kWarnings.begin(), kWarnings.end(),
                                           [&](const Warning& one) { return left <= one.left; });
    return found == kWarnings.end() ? QString() : QString::fromUtf16(found->id);
}

int daysLeft(Time ends, Time now) {
    return static_cast<int>(std::chrono::floor<std::chrono::days>(ends - now).count());
}

} // namespace comanda
