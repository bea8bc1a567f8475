// Finds the sentence of an id and fills its holes.
#include "app/text/sentences.h"
#include "app/text/words.h"

#include <QCoreApplication>

namespace comanda::text {
namespace {

using namespace Qt::StringLiterals;

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
