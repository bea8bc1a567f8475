// What every channel of Meta's asks for when it is set up.
#pragma once

#include "core/connectors/graph/token.h"
#include "core/domain/channel.h"

#include <vector>

namespace comanda::graph {

constexpr char16_t kGraphHost[] = u"https://graph.facebook.com";
constexpr char16_t kGraphVersion[] = u"v25.0";

[[nodiscard]] SetupField idField(const QString& key, bool required);
[[nodiscard]] SetupField tokenField(const QString& key);
[[nodiscard]] SetupField flagField(const QString& key);
// The app's secret, verify token and id, the base address and the version of the API.
[[nodiscard]] std::vector<SetupField> appFields(const QString& apiBaseUrl);

// A setting as text, trimmed.
[[nodiscard]] QString settingOf(const ChannelConfig& config, const QString& key,
                                const QString& otherwise = {});
[[nodiscard]] Endpoint endpointOf(const ChannelConfig& config, const QString& apiBaseUrl);
[[nodiscard]] TokenLife::Of tokenOf(const ChannelConfig& config, const QString& apiBaseUrl);

} // namespace comanda::graph
