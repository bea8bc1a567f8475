// The "mailbox" section of comanda-config/1:
//   {"address": TEXT, "port": 0..65535 (0: any free one), "data": DIR,
//    "tls": {"certificate": FILE, "key": FILE},
//    "routes": [{"path": TEXT, "platform": WORD, "account": ID,
//                "verify_token": SECRET | "verify_tokens": [SECRET…],
//                "app_secret": SECRET | "app_secrets": [SECRET…]}],
//    "hub_token": SECRET | "hub_tokens": [SECRET…],
//    "hub_public_key": BASE64 of 32 bytes,
//    "app_id": ID, "graph_base_url": URL, "graph_version": "v25.0", "quota_mb": NUMBER}
// SECRET is {"file": PATH}, {"env": NAME} or {"keychain": NAME}. Where two are given (a rotation),
// the first is the one that outgoing calls use.
#pragma once

#include "core/mailbox/mailbox.h"

#include <QJsonObject>

#include <functional>

namespace comanda::mailbox {

// Turns one reference of the shapes above into its secret.
using SecretResolver = std::function<Result<Secret>(const QJsonObject& reference)>;

// Fails with "config.unknown_key", "config.bad_value", "config.missing_key" or
// "config.secret_as_value" (param "key", e.g. "mailbox.routes[0].path"), or what the resolver said.
[[nodiscard]] Result<MailboxConfig> mailboxConfigFrom(const QJsonObject& section,
                                                      const SecretResolver& resolver);

} // namespace comanda::mailbox
