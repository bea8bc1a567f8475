#include "core/connectors/registry.h"

#include "core/connectors/telegram/module.h"
#include "core/connectors/whatsapp/module.h"

namespace comanda::connectors {

const std::vector<connect::PlatformModule>& all() {
    static const std::vector<connect::PlatformModule> modules{
        whatsapp::module(),
        telegram::module(),
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

} // namespace comanda::connectors
