#include "app/desktop/preferences_file.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace comanda::desktop {
namespace {

using namespace Qt::StringLiterals;

QString file(const QString& dataDir) {
    return QDir(dataDir).filePath(u"window.ini"_s);
}

} // namespace

ui::Preferences readPreferences(const QString& dataDir) {
    const QSettings settings(file(dataDir), QSettings::IniFormat);
    ui::Preferences preferences;
    preferences.language = settings.value(u"language"_s).toString();
    preferences.look = settings.value(u"look"_s).toString() == "dark"_L1
                           ? ui::Preferences::Look::Dark
                           : ui::Preferences::Look::Light;
    preferences.scale = settings.value(u"scale"_s, 100).toInt();
    preferences.reducedMotion = settings.value(u"reduced_motion"_s, false).toBool();
    return preferences;
}

void writePreferences(const QString& dataDir, const ui::Preferences& preferences) {
    QSettings settings(file(dataDir), QSettings::IniFormat);
    settings.setValue(u"language"_s, preferences.language);
    settings.setValue(u"look"_s,
                      preferences.look == ui::Preferences::Look::Dark ? u"dark"_s : u"light"_s);
    settings.setValue(u"scale"_s, preferences.scale);
    settings.setValue(u"reduced_motion"_s, preferences.reducedMotion);
}

void translate(QApplication& application, const QString& language) {
    const QString wanted = language.isEmpty() ? QLocale::system().name().left(2) : language;
    // Amounts and dates are written as the language's home writes them.
    QLocale::setDefault(wanted == QLocale::system().name().left(2)
                            ? QLocale::system()
                            : QLocale(wanted == "pt"_L1   ? u"pt_BR"_s
                                      : wanted == "es"_L1 ? u"es_CO"_s
                                                          : u"en_US"_s));
    for (const auto& [name, folder] :
         {std::pair{u"comanda_"_s + wanted, u":/i18n"_s},
          {u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(name, folder)) {
            QApplication::installTranslator(translator);
        } else {
            delete translator;
        }
    }
}

} // namespace comanda::desktop
