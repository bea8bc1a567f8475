// comandactl: the command line for installers, owners' scripts and checks.
#include "comanda_version.h"

#include "app/ctl/command.h"
#include "app/process/arguments.h"
#include "core/hub/places.h"

#include <QCoreApplication>

#include <cstdio>

using namespace comanda::ctl;
using namespace Qt::StringLiterals;

namespace {

std::vector<Command> allCommands() {
    std::vector<Command> all;
    for (const auto& group : {replayCommands(), orderCommands(), searchCommands(),
                              channelCommands(), linkCommands(), doctorCommands()}) {
        all.insert(all.end(), group.begin(), group.end());
    }
    return all;
}

int help(const std::vector<Command>& commands) {
    printLine(u"comandactl [--data DIR] [--config FILE] [--json] COMMAND …"_s);
    printLine({});
    for (const Command& command : commands) {
        printLine(u"  %1 %2"_s.arg(command.words, command.synopsis));
        printLine(u"      "_s + command.purpose);
    }
    printLine({});
    printLine(
        u"  --data DIR     where the store is (default: %1)"_s.arg(comanda::hub::defaultDataDir()));
    printLine(u"  --config FILE  settings (default: config.json there, if there is one)"_s);
    printLine(u"  --json         the answer as JSON"_s);
    printLine(u"  --help, --version"_s);
    return kDone;
}

struct Parsed {
    Invocation invocation;
    QStringList words;
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

// The three common options may stand anywhere; what a command does not know, it refuses itself.
Parsed parse(const QStringList& given, const std::vector<Command>& commands) {
    const QStringList arguments = comanda::separated(given);
    Parsed parsed;
    parsed.invocation.dataDir = comanda::hub::defaultDataDir();
    for (qsizetype i = 1; i < arguments.size() && !parsed.exit; ++i) {
        const QString& argument = arguments[i];
        if (argument == "--help"_L1 || argument == "-h"_L1) {
            parsed.exit = help(commands);
        } else if (argument == "--version"_L1) {
            printLine(u"comandactl " COMANDA_VERSION ""_s);
            parsed.exit = kDone;
        } else if (argument == "--json"_L1) {
            parsed.invocation.json = true;
        } else if (argument == "--data"_L1 || argument == "--config"_L1) {
            parsed.exit = take(parsed.invocation, argument, arguments.value(++i));
        } else {
            parsed.words.append(argument);
        }
    }
    return parsed;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"comandactl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(COMANDA_VERSION));
    const std::vector<Command> commands = allCommands();
    Parsed parsed = parse(QCoreApplication::arguments(), commands);
    if (parsed.exit) {
        return *parsed.exit;
    }
    for (const Command& command : commands) {
        const QStringList words = command.words.split(u' ');
        if (parsed.words.mid(0, words.size()) == words) {
            parsed.invocation.arguments = parsed.words.mid(words.size());
            const int exit = command.run(parsed.invocation);
            // An answer that was cut short must not look complete.
            return flushed() ? exit : failed(u"the answer could not be written"_s);
        }
    }
    return wrongUsage(parsed.words.isEmpty() ? u"no command given"_s
                                             : u"unknown command: "_s + parsed.words.first());
}
