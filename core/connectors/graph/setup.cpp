#include "core/connectors/graph/setup.h"

#include "core/base/json.h"

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

SetupField secretOfApp(const QString& key) {
    SetupField field;
    field.key = key;
    field.kind = FieldKind::Secret;
    field.required = false; // with a mailbox both stay there; our own receiver cannot do without
    field.shared = true;
    return field;
}

} // namespace

SetupField idField(const QString& key, bool required) {
    SetupField field;
    field.key = key;
    field.required = required;
    field.pattern = u"[0-9]{5,25}"_s;
    return field;
}

SetupField tokenField(const QString& key) {
    SetupField field;
    field.key = key;
    field.kind = FieldKind::Secret;
    return field;
}

SetupField flagField(const QString& key) {
    SetupField field;
    field.key = key;
    field.kind = FieldKind::Flag;
    field.required = false;
    field.defaultValue = u"no"_s;
    return field;
}

std::vector<SetupField> appFields(const QString& apiBaseUrl) {
    SetupField app = idField(u"app_id"_s, false);
    app.shared = true;
    SetupField base;
    base.key = u"api_base_url"_s;
    base.kind = FieldKind::Url;
    base.required = false;
    base.rare = true;
    base.defaultValue = apiBaseUrl;
    SetupField version;
    version.key = u"graph_version"_s;
    version.required = false;
    version.rare = true;
    version.defaultValue = QString::fromUtf16(kGraphVersion);
    version.pattern = u"v[0-9]+\\.[0-9]+"_s;
    return {secretOfApp(u"app_secret"_s), secretOfApp(u"verify_token"_s), app, base, version};
}

QString settingOf(const ChannelConfig& config, const QString& key, const QString& otherwise) {
    const QString value = idText(config.settings.value(key)).trimmed();
    return value.isEmpty() ? otherwise : value;
}

Endpoint endpointOf(const ChannelConfig& config, const QString& apiBaseUrl) {
    return {QUrl(settingOf(config, u"api_base_url"_s, apiBaseUrl)),
            settingOf(config, u"graph_version"_s, QString::fromUtf16(kGraphVersion))};
}

TokenLife::Of tokenOf(const ChannelConfig& config, const QString& apiBaseUrl) {
    TokenLife::Of token;
    token.endpoint = endpointOf(config, apiBaseUrl);
    token.appId = settingOf(config, u"app_id"_s);
    token.known = keyEndOf(config);
    return token;
}

} // namespace comanda::graph
