// comandactl replay: reads what a platform sends and prints the events, without a store.
#include "app/ctl/command.h"
#include "core/connectors/registry.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

#include <cstdio>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kFileMax = qint64{64} * 1024 * 1024;

Result<QByteArray> readFile(const QString& path) {
    QFile file;
    bool open = false;
    if (path == "-"_L1) {
        open = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        open = file.open(QIODevice::ReadOnly);
    }
    if (!open) {
        return fail(ErrorKind::NotFound, u"replay.cannot_read"_s, file.errorString(),
                    {{u"file"_s, path}});
    }
    QByteArray bytes = file.read(kFileMax + 1);
    if (bytes.size() > kFileMax) {
        return fail(ErrorKind::Invalid, u"replay.too_large"_s, {}, {{u"file"_s, path}});
    }
    return bytes;
}

void printEvents(const connect::PlatformModule& module, const QString& file, const QByteArray& body,
                 const QString& account) {
    for (const Event& event : module.read(body, account)) {
        QJsonObject line = toJson(event, module.descriptor.platform);
        line.insert(u"file"_s, file);
        printJson(line);
    }
}

int replay(const Invocation& invocation) {
    QStringList rest = invocation.arguments;
    QString account;
    const qsizetype option = rest.indexOf(u"--account"_s);
    if (option >= 0) {
        if (option + 1 >= rest.size()) {
            return wrongUsage(u"--account needs a value"_s);
        }
        account = rest[option + 1];
        rest.remove(option, 2);
    }
    for (const QString& word : rest) {
        if (word.startsWith("--"_L1)) {
            return wrongUsage(u"unknown option "_s + word);
        }
    }
    if (rest.size() < 2) {
        return wrongUsage(u"replay needs a channel and at least one file"_s);
    }
    const auto platform = platformFrom(rest.takeFirst());
    const connect::PlatformModule* module = platform ? connectors::find(*platform) : nullptr;
    if (!module) {
        return wrongUsage(u"that channel is not built in"_s);
    }
    int exit = kDone;
    for (const QString& path : rest) {
        const auto body = readFile(path);
        if (!body) {
            exit = failed(body.error());
            continue;
        }
        printEvents(*module, path, *body, account);
    }
    return exit;
}

} // namespace

std::vector<Command> replayCommands() {
    return {
        {u"replay"_s, u"CHANNEL [--account ID] FILE…"_s,
         u"the events in what a platform sent, one JSON object a line (FILE - is standard input)"_s,
         replay}};
}

} // namespace comanda::ctl
