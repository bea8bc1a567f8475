// Finds the sentence of an id and fills its holes.
#include "app/text/channel_sentences.h"
#include "app/text/meta_sentences.h"
#include "app/text/sentences.h"
#include "app/text/signal_sentences.h"
#include "app/text/template_sentences.h"
#include "app/text/waiting_phrases.h"
#include "app/text/way_sentences.h"
#include "app/text/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace comanda::text {
namespace {

using namespace Qt::StringLiterals;

template <typename Table>
const Sentence* findIn(const Table& table, const QByteArray& id) {
    const auto* const end = table.data() + table.size();
    const auto* const found = std::find_if(
        table.data(), end, [&](const Sentence& sentence) { return id == sentence.id; });
    return found == end ? nullptr : found;
}

const Sentence* sentenceFor(const QString& id) {
    const QByteArray key = id.toLatin1();
    const Sentence* sentence = findIn(kSentences, key);
    sentence = sentence != nullptr ? sentence : findIn(kChannelSentences, key);
    sentence = sentence != nullptr ? sentence : findIn(kMetaSentences, key);
    sentence = sentence != nullptr ? sentence : findIn(kTemplateSentences, key);
    sentence = sentence != nullptr ? sentence : findIn(kWaySentences, key);
    return sentence != nullptr ? sentence : findIn(kSignalSentences, key);
}

QString filled(const Sentence& sentence, const QMap<QString, QString>& params) {
    QString text = QCoreApplication::translate("words", sentence.text);
    for (auto it = params.begin(); it != params.end(); ++it) {
        text.replace(u'{' + it.key() + u'}', it.value());
    }
    return text;
}

} // namespace

QString describe(const QString& id, const QMap<QString, QString>& params) {
    const Sentence* sentence = sentenceFor(id);
    return sentence != nullptr ? filled(*sentence, params) : id;
}

QString describe(const Error& error) {
    if (sentenceFor(error.id) != nullptr) {
        return describe(error.id, error.params);
    }
    return error.detail.isEmpty() ? error.id : error.id + u": "_s + error.detail;
}

QString waitingPhrase(const QString& id, Platform platform) {
    const QMap<QString, QString> params{{u"platform"_s, platformName(platform)}};
    const Sentence* phrase = findIn(kWaitingPhrases, id.toLatin1());
    return phrase != nullptr ? filled(*phrase, params) : describe(id, params);
}

} // namespace comanda::text
