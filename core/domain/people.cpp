#include "core/domain/people.h"

#include "core/base/phone.h"
#include "core/base/text.h"

#include <algorithm>

namespace comanda {

using namespace Qt::StringLiterals;

namespace {

// The first number of `ours` that is also one of `theirs`.
QString common(const QStringList& ours, const QStringList& theirs, const QString& region) {
    const auto found = std::find_if(ours.begin(), ours.end(), [&](const QString& number) {
        return std::any_of(theirs.begin(), theirs.end(), [&](const QString& other) {
            return isSameNumber(number, other, region);
        });
    });
    return found == ours.end() ? QString() : *found;
}

// In either direction.
QString crossed(const QStringList& weak, const QStringList& strong, const QStringList& otherWeak,
                const QStringList& otherStrong, const QString& region) {
    const QString number = common(weak, otherStrong, region);
    return number.isEmpty() ? common(otherWeak, strong, region) : number;
}

bool shareId(const Traits& one, const Traits& other) {
    return std::any_of(one.ids.begin(), one.ids.end(), [&](const auto& id) {
        return std::find(other.ids.begin(), other.ids.end(), id) != other.ids.end();
    });
}

QString commonAddress(const Traits& one, const Traits& other) {
    const bool named = std::any_of(one.names.begin(), one.names.end(), [&](const auto& name) {
        return std::any_of(other.names.begin(), other.names.end(), [&](const auto& another) {
            return isSameName(name.name, another.name);
        });
    });
    if (!named) {
        return {};
    }
    for (const QString& address : other.addresses) {
        const QString key = addressKey(address);
        for (const QString& ours : one.addresses) {
            if (!key.isEmpty() && addressKey(ours) == key) {
                return address;
            }
        }
    }
    return {};
}

// Who comments in public and who writes in private go by the name of one profile.
bool pairs(const Traits::Name& comment, const Traits::Name& chat) {
    const bool facebook =
        comment.platform == Platform::Facebook && chat.platform == Platform::Messenger;
    const bool instagram =
        comment.platform == Platform::Instagram && chat.platform == Platform::Instagram;
    return comment.comments && !chat.comments && (facebook || instagram)
           && !foldedWords(chat.name).isEmpty()
           && foldedWords(comment.name) == foldedWords(chat.name);
}

QString commentName(const Traits& one, const Traits& other) {
    for (const Traits::Name& name : one.names) {
        for (const Traits::Name& another : other.names) {
            if (pairs(name, another) || pairs(another, name)) {
                return another.name;
            }
        }
    }
    return {};
}

// Whole words: garlic ("ajo") does not stand in sesame ("ajonjolí").
bool says(const QString& whole, const QString& part) {
    const QString words = foldedWords(part).join(u' ');
    const QString all = foldedWords(whole).join(u' ');
    return words.isEmpty() ? whole.contains(part)
                           : (u' ' + all + u' ').contains(u' ' + words + u' ');
}

} // namespace

bool CustomerCard::isEmpty() const {
    return *this == CustomerCard();
}

QString together(const QString& one, const QString& other, const QString& between) {
    QString first = one.trimmed();
    QString second = other.trimmed();
    if (second.isEmpty() || says(first, second)) {
        return first;
    }
    return first.isEmpty() || says(second, first) ? second : first + between + second;
}

CustomerCard together(const std::vector<CustomerCard>& cards) {
    CustomerCard all;
    for (const CustomerCard& card : cards) {
        all.address = together(all.address, card.address, u" / "_s);
        all.allergies = together(all.allergies, card.allergies, u", "_s);
        all.notes = together(all.notes, card.notes, u"\n"_s);
    }
    return all;
}

std::vector<SameReason> reasonsFor(const Traits& one, const Traits& other, const QString& region) {
    std::vector<SameReason> reasons;
    const auto add = [&](Sameness why, const QString& what) {
        if (!what.isEmpty()) {
            reasons.push_back({why, what});
        }
    };
    if (shareId(one, other)) {
        add(Sameness::Id, other.names.empty() ? u"?"_s : other.names.front().name);
    }
    const QString number = common(one.numbers, other.numbers, region);
    add(Sameness::Number, number);
    if (number.isEmpty()) {
        QString left =
            crossed(one.orderNumbers, one.numbers, other.orderNumbers, other.numbers, region);
        if (left.isEmpty()) {
            left = common(one.orderNumbers, other.orderNumbers, region);
        }
        add(Sameness::OrderNumber, left);
        add(Sameness::ContactCard,
            crossed(one.cardNumbers, one.numbers + one.orderNumbers, other.cardNumbers,
                    other.numbers + other.orderNumbers, region));
    }
    add(Sameness::NameAndAddress, commonAddress(one, other));
    add(Sameness::CommentName, commentName(one, other));
    return reasons;
}

QString addressKey(QStringView address) {
    const QStringList words = foldedWords(address, 40);
    QStringList numbers;
    for (const QString& word : words) {
        if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); })) {
            numbers << word;
        }
    }
    return (numbers.size() >= 2 ? numbers : words).join(u' ');
}

bool isSameName(QStringView one, QStringView other) {
    QStringList shorter = foldedWords(one, 20);
    QStringList longer = foldedWords(other, 20);
    if (shorter.size() > longer.size()) {
        shorter.swap(longer);
    }
    return !shorter.isEmpty()
           && std::all_of(shorter.begin(), shorter.end(),
                          [&](const QString& word) { return longer.contains(word); });
}

} // namespace comanda
