// comanda-server: the core without a window.
#include "comanda_version.h"

#include "app/process/arguments.h"
#include "app/server/hub_command.h"
#include "app/server/mailbox_command.h"
#include "core/hub/places.h"

#include <QCoreApplication>
#include <QStringList>

using namespace comanda::server;
using namespace Qt::StringLiterals;

namespace {

int help() {
    printLine(
        u"comanda-server [--data DIR] [--config FILE] hub | mailbox [--new-keys]\n\n"
        "  hub                 runs channels, outbox and health for several seats\n"
        "  mailbox             receives webhooks and keeps them sealed until the hub collects\n"
        "  mailbox --new-keys  makes a path and tokens for a new mailbox\n\n"
        "  --data DIR          where the store and files live (default: %1)\n"
        "  --config FILE       settings, comanda-config/1 (default: config.json in that folder)\n"
        "  --help, --version\n\n"
        "  hub reads COMANDA_PASSPHRASE or COMANDA_RECOVERY_CODE where its keys need one"_s.arg(
            comanda::hub::defaultDataDir()));
    return kDone;
}

struct Parsed {
    Invocation invocation;
    QStringList words;
    bool newKeys = false;
    std::optional<int> exit;
};

// "--data" or "--config" with what follows it.
std::optional<int> take(Invocation& invocation, const QString& option, const QString& value) {
    if (value.isEmpty()) {
        return wrongUsage(option + u" needs a value"_s);
    }
    (option == "--data"_L1 ? invocation.dataDir : invocation.configFile) = value;
    return std::nullopt;
}

Parsed parse(const QStringList& given) {
    const QStringList arguments = comanda::separated(given);
    Parsed parsed;
    parsed.invocation.dataDir = comanda::hub::defaultDataDir();
    for (qsizetype i = 1; i < arguments.size() && !parsed.exit; ++i) {
        const QString& argument = arguments[i];
        if (argument == "--help"_L1 || argument == "-h"_L1) {
            parsed.exit = help();
        } else if (argument == "--version"_L1) {
            printLine(u"comanda-server " COMANDA_VERSION ""_s);
            parsed.exit = kDone;
        } else if (argument == "--new-keys"_L1) {
            parsed.newKeys = true;
        } else if (argument == "--data"_L1 || argument == "--config"_L1) {
            parsed.exit = take(parsed.invocation, argument, arguments.value(++i));
        } else if (argument.startsWith(u'-')) {
            parsed.exit = wrongUsage(u"unknown option "_s + argument);
        } else {
            parsed.words.append(argument);
        }
    }
    return parsed;
}

int run(const Parsed& parsed) {
    if (parsed.words == QStringList{u"mailbox"_s}) {
        return parsed.newKeys ? makeMailboxKeys(parsed.invocation) : runMailbox(parsed.invocation);
    }
    if (parsed.words == QStringList{u"hub"_s} && !parsed.newKeys) {
        return runHub(parsed.invocation);
    }
    return wrongUsage(parsed.words.isEmpty() ? u"say hub or mailbox"_s
                                             : u"unknown command: "_s + parsed.words.join(u' '));
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"comanda-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(COMANDA_VERSION));
    const Parsed parsed = parse(QCoreApplication::arguments());
    return parsed.exit ? *parsed.exit : run(parsed);
}
