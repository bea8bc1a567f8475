#include "core/connectors/registry.h"

#include "core/connectors/facebook/module.h"
#include "core/connectors/instagram/module.h"
#include "core/connectors/messenger/module.h"
#include "core/connectors/signal/module.h"
#include "core/connectors/telegram/module.h"
#include "core/connectors/whatsapp/module.h"

#include <iterator>
#include <set>

namespace comanda::connectors {

const std::vector<connect::PlatformModule>& all() {
    static const std::vector<connect::PlatformModule> modules{
        whatsapp::module(), messenger::module(), instagram::module(),
        facebook::module(), telegram::module(),  signal::module(),
    };
    return modules;
}

const connect::PlatformModule* find(Platform platform) {
    for (const connect::PlatformModule& module : all()) {
        if (module.descriptor.platform == platform) {
            return &module;
        }
    }
    return nullptr;
}

Events readWhole(const connect::PlatformModule& module, const QByteArray& body,
                 const QString& account) {
    Events own = module.read(body, account);
    Events others;
    std::set<Platform> read;
    std::erase_if(own, [&](const Event& event) {
        const connect::PlatformModule* other = event.platform ? find(*event.platform) : nullptr;
        if (other == nullptr) {
            return false;
        }
        if (read.insert(*event.platform).second) {
            for (Event& theirs : other->read(body, {})) {
                if (!theirs.platform) {
                    theirs.platform = other->descriptor.platform;
                    others.push_back(std::move(theirs));
                }
            }
        }
        return true;
    });
    own.insert(own.end(), std::make_move_iterator(others.begin()),
               std::make_move_iterator(others.end()));
    return own;
}

} // namespace comanda::connectors
