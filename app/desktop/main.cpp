// comanda: the desktop application.
#include "comanda_version.h"

#include "app/desktop/desktop.h"
#include "app/desktop/preferences_file.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
}

// What can be answered without a display is.
std::optional<int> answerAtOnce(const Result<desktop::Options>& options) {
    if (!options) {
        std::fprintf(stderr, "comanda: %s\nTry 'comanda --help'.\n",
                     qUtf8Printable(options.error().detail));
        return 2;
    }
    if (options->help) {
        std::printf("%s\n", qUtf8Printable(desktop::helpText()));
        return 0;
    }
    if (options->version) {
        std::printf("comanda %s\n", COMANDA_VERSION);
        return 0;
    }
    return std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = desktop::parseOptions(argumentsOf(argc, argv));
    if (const auto status = answerAtOnce(options)) {
        return *status;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Comanda"_s);
    QApplication::setApplicationVersion(QStringLiteral(COMANDA_VERSION));
    QApplication::setQuitOnLastWindowClosed(false); // the hub stops first
    QDir().mkpath(options->dataDir);
    ui::Preferences preferences = desktop::readPreferences(options->dataDir);
    if (!options->look.isEmpty()) {
        preferences.look =
            options->look == "dark"_L1 ? ui::Preferences::Look::Dark : ui::Preferences::Look::Light;
    }
    desktop::translate(application,
                       options->language.isEmpty() ? preferences.language : options->language);
    ui::Theme theme;
    theme.setScheme(preferences.look == ui::Preferences::Look::Dark ? ui::Scheme::Dark
                                                                    : ui::Scheme::Light);
    theme.setScale(preferences.scale);
    theme.setReducedMotion(preferences.reducedMotion);
    theme.dress(application);
    desktop::Desktop desktop(*options, preferences, theme);
    QObject::connect(
        &desktop, &desktop::Desktop::finished, &application,
        [](int status) { QApplication::exit(status); }, Qt::QueuedConnection);
    desktop.start();
    return QApplication::exec();
}
