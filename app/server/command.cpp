#include "app/server/command.h"

#include "app/text/words.h"

#include <cstdio>

namespace comanda::server {

void printLine(const QString& text) {
    const QByteArray line = text.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void note(const QString& text) {
    std::fprintf(stderr, "comanda-server: %s\n", qUtf8Printable(text));
}

int failed(const Error& error) {
    const QString detail =
        error.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.detail);
    note(text::describe(error) + detail);
    return kFailed;
}

int wrongUsage(const QString& why) {
    std::fprintf(stderr, "comanda-server: %s\nTry 'comanda-server --help'.\n", qUtf8Printable(why));
    return kUsage;
}

} // namespace comanda::server
