#include "app/desktop/options.h"

#include "app/process/arguments.h"
#include "core/hub/places.h"

#include <QRegularExpression>

#include <algorithm>

namespace comanda::desktop {
namespace {

using namespace Qt::StringLiterals;

tl::unexpected<Error> usage(const QString& what) {
    return fail(ErrorKind::Invalid, u"desktop.usage"_s, what);
}

constexpr int kSideMax =
    16384; // of the window; what lies beyond no screen has and no picture holds

bool takesValue(const QString& name) {
    static const QStringList names{u"--data"_s, u"--config"_s, u"--language"_s, u"--screenshot"_s,
                                   u"--look"_s, u"--view"_s,   u"--size"_s};
    return names.contains(name);
}

// `name` is one that takes a value.
Result<> take(Options& options, const QString& name, const QString& value) {
    static const QRegularExpression size(u"^(\\d{3,5})x(\\d{3,5})$"_s);
    if (name == "--data"_L1) {
        options.dataDir = value;
    } else if (name == "--config"_L1) {
        options.configFile = value;
    } else if (name == "--language"_L1) {
        if (!QStringList{u"es"_s, u"en"_s, u"pt"_s}.contains(value)) {
            return usage(u"the language is es, en or pt"_s);
        }
        options.language = value;
    } else if (name == "--screenshot"_L1) {
        options.screenshot = value;
    } else if (name == "--look"_L1) {
        if (value != "light"_L1 && value != "dark"_L1) {
            return usage(u"the look is light or dark"_s);
        }
        options.look = value;
    } else if (name == "--view"_L1) {
        if (!QStringList{u"queue"_s, u"inbox"_s, u"settings"_s, u"practice"_s}.contains(value)) {
            return usage(u"the view is queue, inbox, settings or practice"_s);
        }
        options.view = value;
    } else {
        const auto match = size.match(value);
        if (!match.hasMatch()) {
            return usage(u"the size is written 1366x768"_s);
        }
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (std::max(options.size.width(), options.size.height()) > kSideMax) {
            return usage(u"the size is at most %1 a side"_s.arg(kSideMax));
        }
    }
    return Done{};
}

} // namespace

Result<Options> parseOptions(const QStringList& given) {
    const QStringList arguments = separated(given);
    Options options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& name = arguments[i];
        if (name == "--practice"_L1) {
            options.practice = true;
        } else if (name == "--report-start"_L1) {
            options.reportStart = true;
        } else if (name == "--help"_L1 || name == "-h"_L1) {
            options.help = true;
        } else if (name == "--version"_L1) {
            options.version = true;
        } else if (!takesValue(name)) {
            return usage(u"unknown option "_s + name);
        } else {
            const QString value = arguments.value(++i);
            if (value.isEmpty()) {
                return usage(name + u" needs a value"_s);
            }
            if (const auto taken = take(options, name, value); !taken) {
                return fail(taken.error());
            }
        }
    }
    if (options.view == "practice"_L1 && !options.practice) {
        return usage(u"the view practice needs --practice"_s);
    }
    if (options.dataDir.isEmpty()) {
        options.dataDir = hub::defaultDataDir(options.practice);
    }
    return options;
}

QString helpText() {
    return u"comanda [options]\n\n"
           "  --practice          a practice restaurant with simulated customers; nothing leaves "
           "this machine\n"
           "  --data DIR          where the store is (default: %1)\n"
           "  --config FILE       scripted set-up\n"
           "  --language LANG     es, en or pt\n"
           "  --look LOOK         light or dark\n"
           "  --screenshot FILE   open, wait until the view is complete, save a picture, quit\n"
           "  --view NAME         queue, inbox, settings or practice (with --practice)\n"
           "  --size WxH          of the window\n"
           "  --report-start      print when the window is complete and its memory, quit\n"
           "  --help, --version"_s.arg(hub::defaultDataDir());
}

} // namespace comanda::desktop
