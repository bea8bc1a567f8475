#include "ui/settings/key_words.h"

#include "app/text/words.h"
#include "ui/settings/keys_form.h"

using namespace Qt::StringLiterals;

namespace comanda::ui {

KeyWords wordsFor(const KeyEnd& end, Time now, const WallTime& wall) {
    const QString day =
        end.ends ? wall.locale().toString(wall.date(*end.ends), QLocale::LongFormat) : QString();
    if (end.ends && daysLeft(*end.ends, now) < 0) {
        return {KeysForm::tr("Its key has ended"), text::describe(u"meta.key_ended"_s),
                KeysForm::tr("ended"), Tone::Late};
    }
    const QString warning = keyWarning(end, now);
    const QString left =
        end.ends ? KeysForm::tr("%n day(s)", nullptr, daysLeft(*end.ends, now)) : QString();
    const Tone tone = warning.isEmpty() ? Tone::Ready : Tone::Due;
    switch (end.life) {
    case KeyLife::Unknown:
        return {
            KeysForm::tr("When its key ends is not known"),
            KeysForm::tr("Comanda asks once a day while the channel runs. With the app's id and "
                         "secret Meta answers for certain."),
            KeysForm::tr("not known"), Tone::Text2};
    case KeyLife::Lasting:
        return {KeysForm::tr("Its key does not end by itself"),
                KeysForm::tr("It is void when whoever made it changes the password or leaves the "
                             "page."),
                KeysForm::tr("lasts"), Tone::Ready};
    case KeyLife::Renewed:
        return {KeysForm::tr("Comanda renews its key by itself"),
                end.ends ? KeysForm::tr("The present one would end on %1.").arg(day) : QString(),
                left.isEmpty() ? KeysForm::tr("renewed") : left, tone};
    case KeyLife::Ending:
        break;
    }
    return {KeysForm::tr("Its key ends on %1").arg(day),
            warning.isEmpty() ? QString() : text::describe(warning), left, tone};
}

QString soonEnding(const KeyEnd& end, Time now) {
    if (keyWarning(end, now).isEmpty()) {
        return {};
    }
    const int days = daysLeft(*end.ends, now);
    return days < 0 ? KeysForm::tr("Its key has ended")
                    : KeysForm::tr("Key ends in %n day(s)", nullptr, days);
}

} // namespace comanda::ui
