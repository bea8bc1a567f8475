// What every comandactl command is given and gives back.
#pragma once

#include "core/base/result.h"

#include <QJsonValue>
#include <QStringList>

#include <functional>

namespace comanda::ctl {

struct Invocation {
    QStringList arguments; // after the command's own words
    QString dataDir, configFile;
    bool json = false;
};

// Exit status by contract: 0 done, 1 the work failed, 2 wrong usage.
constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

struct Command {
    QString words;    // "orders list"
    QString synopsis; // what follows the words
    QString purpose;
    std::function<int(const Invocation&)> run;
};

// Standard output carries only the answer.
void printLine(const QString& text);
void printJson(const QJsonValue& value);
void printBytes(const QByteArray& bytes);
[[nodiscard]] bool flushed(); // what was printed has arrived
// One line on standard error: what, why, what to do.
int failed(const QString& why);
int failed(const Error& error);
int wrongUsage(const QString& why);

[[nodiscard]] std::vector<Command> replayCommands();
[[nodiscard]] std::vector<Command> orderCommands();
[[nodiscard]] std::vector<Command> searchCommands();
[[nodiscard]] std::vector<Command> channelCommands();
[[nodiscard]] std::vector<Command> linkCommands();
[[nodiscard]] std::vector<Command> doctorCommands();

} // namespace comanda::ctl
