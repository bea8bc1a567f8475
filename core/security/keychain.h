// The operating system's keychain, asked asynchronously (QtKeychain).
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QObject>

#include <functional>

namespace comanda::security {

// `done` once, in `receiver`'s thread. Errors: NotFound "keychain.no_entry", Busy
// "keychain.unavailable" (none here, locked, or refused), Timeout after 15 s.
// A key: bytes that writeKeychain() put there.
void readKeychain(const QString& name, QObject* receiver, std::function<void(Result<Secret>)> done);
// Words that a person put there, under the service "Comanda", by the system's own means.
void readKeychainWords(const QString& name, QObject* receiver,
                       std::function<void(Result<Secret>)> done);
// The same for a program that starts, in its main thread: runs its event loop until the keychain
// has answered. Busy "keychain.unavailable" once the loop runs anyway: nothing may wait inside it.
[[nodiscard]] Result<Secret> readKeychainWordsNow(const QString& name);
void writeKeychain(const QString& name, const Secret& value, QObject* receiver,
                   std::function<void(Result<>)> done);

} // namespace comanda::security
