// One sentence per id: what stopped, and what to do.
#include "app/text/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace comanda::text {
namespace {

using namespace Qt::StringLiterals;

struct Sentence {
    const char* id;
    const char* text; // {name} is filled from the error's parameters
};

// Grouped by what they speak of.
constexpr std::array kSentences{
#include "app/text/sentences.inc"
};

const Sentence* find(const QString& id) {
    const QByteArray key = id.toLatin1();
    for (const Sentence& sentence : kSentences) {
        if (key == sentence.id) {
            return &sentence;
        }
    }
    return nullptr;
}

} // namespace

QString describe(const QString& id, const QMap<QString, QString>& params) {
    const Sentence* sentence = find(id);
    if (!sentence) {
        return id;
    }
    QString text = QCoreApplication::translate("words", sentence->text);
    for (auto it = params.begin(); it != params.end(); ++it) {
        text.replace(u'{' + it.key() + u'}', it.value());
    }
    return text;
}

QString describe(const Error& error) {
    if (find(error.id)) {
        return describe(error.id, error.params);
    }
    return error.detail.isEmpty() ? error.id : error.id + u": "_s + error.detail;
}

} // namespace comanda::text
