#include "app/desktop/practice.h"

#include "app/text/words.h"

#include <QDir>

namespace comanda::desktop {

using namespace Qt::StringLiterals;

namespace {

practice::RestaurantOptions optionsFor(double speed) {
    practice::RestaurantOptions options;
    options.customers.speed = speed;
    options.yesterday = true;
    return options;
}

} // namespace

Shop practiceShop(const QString& language) {
    Shop shop;
    shop.name = u"La Esquina de Marta"_s;
    shop.currency = Currency::of(u"COP").value_or(Currency{});
    shop.shownDecimals = 0;
    shop.language = language.isEmpty() ? u"es"_s : language;
    shop.notices = text::defaultNotices(shop.language);
    return shop;
}

Result<QString> freshPracticeDir(const QString& dataDir) {
    QDir dir(QDir(dataDir).filePath(u"practice"_s));
    if (dir.exists() && !dir.removeRecursively()) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, dir.path());
    }
    if (!QDir().mkpath(dir.path())) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, dir.path());
    }
    return dir.path();
}

Practice::Practice(hub::Hub& hub, double speed, QObject* parent)
    : QObject(parent), hub_(hub), restaurant_(optionsFor(speed)) {}

void Practice::open() {
    connectNext(0);
}

// One after the other: what Meta runs shares an address, which the first of them gets.
void Practice::connectNext(std::size_t index) {
    if (index == restaurant_.platforms().size()) {
        restaurant_.open();
        return;
    }
    const practice::SimPlatform& platform = *restaurant_.platforms()[index];
    practice::Access access = platform.access();
    access.channel.name = text::platformName(platform.platform());
    hub_.saveChannel(access.channel, access.secrets, this,
                     [this, index, on = platform.platform()](const Result<ChannelId>& saved) {
                         if (!saved) {
                             Q_EMIT failed(saved.error());
                             return;
                         }
                         restaurant_.setHook(on, QUrl(hub_.hookUrl(*saved)));
                         connectNext(index + 1);
                     });
}

} // namespace comanda::desktop
