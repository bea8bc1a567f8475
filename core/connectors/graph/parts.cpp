#include "core/connectors/graph/parts.h"

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

constexpr QChar kPartMark = u'#'; // in no reference of ours

} // namespace

QString partReference(const QString& reference, std::size_t part, std::size_t parts) {
    return part == parts ? reference : reference + kPartMark + QString::number(part);
}

PartReference partFrom(const QString& carried) {
    const qsizetype mark = carried.lastIndexOf(kPartMark);
    const QStringView number = QStringView(carried).mid(mark + 1);
    const bool isPart = mark > 0 && !number.isEmpty()
                        && std::all_of(number.begin(), number.end(),
                                       [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
    return isPart ? PartReference{carried.left(mark), false} : PartReference{carried, true};
}

QString withChoices(const QString& text, const std::vector<Button>& buttons) {
    QString all = text;
    int number = 0;
    for (const Button& button : buttons) {
        if (number == 0 && !all.isEmpty()) {
            all += u'\n';
        }
        all +=
            (all.isEmpty() ? u""_s : u"\n"_s) + QString::number(++number) + u". "_s + button.title;
    }
    return all;
}

} // namespace comanda::graph
