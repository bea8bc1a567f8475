// comandactl search TEXT
#include "app/ctl/store_access.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr int kHitsMax = 200;

int search(const Invocation& invocation) {
    if (invocation.arguments.isEmpty()) {
        return wrongUsage(u"search needs a text"_s);
    }
    const QString text = invocation.arguments.join(u' ');
    const auto hits = ask<std::vector<store::SearchHit>>(
        invocation, [&](store::Reader& reader) { return reader.search(text, kHitsMax); });
    if (!hits) {
        return failed(hits.error());
    }
    QJsonArray array;
    for (const store::SearchHit& hit : *hits) {
        if (!invocation.json) {
            printLine(u"%1  %2  %3: %4"_s.arg(toIsoUtc(hit.at), toWord(hit.platform),
                                              displayLine(hit.name), displayLine(hit.text)));
            continue;
        }
        array.append(QJsonObject{{u"message"_s, static_cast<qint64>(hit.message.value())},
                                 {u"conversation"_s, static_cast<qint64>(hit.conversation.value())},
                                 {u"channel"_s, toWord(hit.platform)},
                                 {u"name"_s, hit.name},
                                 {u"text"_s, hit.text},
                                 {u"timestamp_utc"_s, toIsoUtc(hit.at)}});
    }
    if (invocation.json) {
        printJson(array);
    }
    return kDone;
}

} // namespace

std::vector<Command> searchCommands() {
    return {{u"search"_s, u"TEXT"_s,
             u"messages with these words, newest first; the last word may be a beginning"_s,
             search}};
}

} // namespace comanda::ctl
