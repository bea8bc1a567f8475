#include "app/ctl/shop_keys.h"

#include "core/hub/remote_mailbox.h"
#include "core/store/reader.h"

#include <QCoreApplication>

namespace comanda::ctl {

using namespace Qt::StringLiterals;

Result<> openKeys(hub::Secrets& secrets) {
    Result<> outcome = fail(ErrorKind::Auth, u"secrets.no_key"_s);
    const auto finish = [&outcome](const Result<hub::Secrets::Opened>& opened) {
        outcome = opened ? Result<>(Done{}) : Result<>(fail(opened.error()));
        QCoreApplication::quit();
    };
    const Secret passphrase(qgetenv("COMANDA_PASSPHRASE"));
    secrets.open([&](const Result<hub::Secrets::Opened>& opened) {
        const bool wordsHelp = !opened && opened.error().id == "secrets.passphrase_needed"_L1;
        if (wordsHelp && !passphrase.isEmpty()) {
            secrets.openWithPassphrase(passphrase, finish);
        } else {
            finish(opened);
        }
    });
    QCoreApplication::exec();
    return outcome;
}

Result<QUrl> mailboxUrl(store::Store& store) {
    QUrl found;
    const auto asked = store.readNow([&found](store::Reader& reader) -> Result<> {
        const auto url = hub::mailboxUrl(reader);
        if (!url) {
            return fail(url.error());
        }
        found = *url;
        return Done{};
    });
    return asked ? Result<QUrl>(found) : Result<QUrl>(fail(asked.error()));
}

} // namespace comanda::ctl
