// The command line of comanda, an outside contract.
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace comanda::desktop {

struct Options {
    QString dataDir, configFile;
    bool practice = false;
    QString language;   // "es", "en", "pt"; empty: preferences, then the system
    QString screenshot; // file; empty: none
    QString view = QStringLiteral("queue");
    QSize size;               // empty: the usual
    QString look;             // "light" or "dark"; empty: preferences
    bool reportStart = false; // print when the window is complete and what memory it took, quit
    bool help = false, version = false;

    // Nobody sits here: no question may be asked.
    [[nodiscard]] bool unattended() const { return reportStart || !screenshot.isEmpty(); }
};

// Fails with "desktop.usage" (detail: what is wrong).
[[nodiscard]] Result<Options> parseOptions(const QStringList& arguments);
[[nodiscard]] QString helpText();

} // namespace comanda::desktop
