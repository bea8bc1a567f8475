#include "core/hub/places.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace comanda::hub {

using namespace Qt::StringLiterals;

QString defaultDataDir(bool practice) {
    const QDir base(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    return base.filePath(practice ? u"comanda-practice"_s : u"comanda"_s);
}

Result<Config> configFor(const QString& dataDir, const QString& configFile) {
    if (!configFile.isEmpty()) {
        return readConfig(configFile);
    }
    const QString beside = QDir(dataDir).filePath(u"config.json"_s);
    return QFileInfo::exists(beside) ? readConfig(beside) : Result<Config>(Config{});
}

store::StoreConfig storeFor(const Config& config, const QString& dataDir) {
    store::StoreConfig store = config.store.value_or(store::StoreConfig{});
    store.dataDir = dataDir;
    if (store.engine == store::StoreConfig::Engine::Sqlite && store.path.isEmpty()) {
        store.path = QDir(dataDir).filePath(u"comanda.db"_s);
    }
    return store;
}

} // namespace comanda::hub
