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

// What an option without a value sets; null: there is no such option.
bool* flag(Options& options, const QString& name) {
    if (name == "--practice"_L1) {
        return &options.practice;
    }
    if (name == "--report-start"_L1) {
        return &options.reportStart;
    }
    if (name == "--help"_L1 || name == "-h"_L1) {
        return &options.help;
    }
    return name == "--version"_L1 ? &options.version : nullptr;
}

bool takesValue(const QString& name) {
    static const QStringList names{u"--data"_s, u"--config"_s, u"--language"_s, u"--screenshot"_s,
                                   u"--look"_s, u"--view"_s,   u"--size"_s};
    return names.contains(name);
}

Result<> takeOneOf(const QStringList& words, const QString& value, QString& where,
                   const QString& complaint) {
    if (!words.contains(value)) {
        return usage(complaint);
    }
    where = value;
    return Done{};
}

Result<> takeSize(const QString& value, QSize& where) {
    static const QRegularExpression size(u"^(\\d{3,5})x(\\d{3,5})$"_s);
    const auto match = size.match(value);
    if (!match.hasMatch()) {
        return usage(u"the size is written 1366x768"_s);
    }
    where = {match.captured(1).toInt(), match.captured(2).toInt()};
    return std::max(where.width(), where.height()) > kSideMax
               ? Result<>(usage(u"the size is at most %1 a side"_s.arg(kSideMax)))
               : Result<>(Done{});
}

// `name` is one that takes a value.
Result<> take(Options& options, const QString& name, const QString& value) {
    if (value.isEmpty()) {
        return usage(name + u" needs a value"_s);
    }
    if (name == "--language"_L1) {
        return takeOneOf({u"es"_s, u"en"_s, u"pt"_s}, value, options.language,
                         u"the language is es, en or pt"_s);
    }
    if (name == "--look"_L1) {
        return takeOneOf({u"light"_s, u"dark"_s}, value, options.look,
                         u"the look is light or dark"_s);
    }
    if (name == "--view"_L1) {
        return takeOneOf({u"queue"_s, u"inbox"_s, u"settings"_s, u"practice"_s}, value,
                         options.view, u"the view is queue, inbox, settings or practice"_s);
    }
    if (name == "--size"_L1) {
        return takeSize(value, options.size);
    }
    QString& file = name == "--data"_L1     ? options.dataDir
                    : name == "--config"_L1 ? options.configFile
                                            : options.screenshot;
    file = value;
    return Done{};
}

} // namespace

Result<Options> parseOptions(const QStringList& given) {
    const QStringList arguments = separated(given);
    Options options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& name = arguments[i];
        if (bool* chosen = flag(options, name)) {
            *chosen = true;
            continue;
        }
        if (!takesValue(name)) {
            return usage(u"unknown option "_s + name);
        }
        if (const auto taken = take(options, name, arguments.value(++i)); !taken) {
            return fail(taken.error());
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
