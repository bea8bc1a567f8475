#include "app/ctl/command.h"
#include "app/text/words.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace comanda::ctl {

using namespace Qt::StringLiterals;

void printBytes(const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

bool flushed() {
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

void printLine(const QString& text) {
    QString line = displayText(text); // a customer's name must not steer somebody's terminal
    line.replace(u'\n', u' ');
    printBytes(line.toUtf8() + '\n');
}

void printJson(const QJsonValue& value) {
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    printBytes(document.toJson(QJsonDocument::Compact) + '\n');
}

int failed(const QString& why) {
    std::fprintf(stderr, "comandactl: %s\n", qUtf8Printable(why.simplified()));
    return kFailed;
}

int failed(const Error& error) {
    const QString words = text::describe(error);
    return failed(error.detail.isEmpty() ? words : words + u" ("_s + error.detail + u')');
}

int wrongUsage(const QString& why) {
    std::fprintf(stderr, "comandactl: %s\nTry 'comandactl --help'.\n", qUtf8Printable(why));
    return kUsage;
}

} // namespace comanda::ctl
