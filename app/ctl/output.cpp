#include "app/ctl/command.h"
#include "app/text/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace comanda::ctl {

void printBytes(const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

void printLine(const QString& text) {
    printBytes(text.toUtf8() + '\n');
}

void printJson(const QJsonValue& value) {
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    printBytes(document.toJson(QJsonDocument::Compact) + '\n');
}

int failed(const Error& error) {
    std::fprintf(stderr, "comandactl: %s\n", qUtf8Printable(text::describe(error)));
    if (!error.detail.isEmpty()) {
        std::fprintf(stderr, "  (%s)\n", qUtf8Printable(error.detail));
    }
    return kFailed;
}

int wrongUsage(const QString& why) {
    std::fprintf(stderr, "comandactl: %s\nTry 'comandactl --help'.\n", qUtf8Printable(why));
    return kUsage;
}

} // namespace comanda::ctl
