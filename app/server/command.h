// What the commands of comanda-server are given and give back.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace comanda::server {

struct Invocation {
    QString dataDir, configFile;
};

// Exit status by contract: 0 done, 1 the work failed, 2 wrong usage.
constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;

void printLine(const QString& text); // standard output: the answer only
void note(const QString& text);      // standard error
int failed(const Error& error);      // one line: what, why, what to do
int wrongUsage(const QString& why);

} // namespace comanda::server
