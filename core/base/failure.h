// The classes of failure that a call to the outside can end in; see ARCHITECTURE.md "Health".
#pragma once

#include <QString>

namespace comanda {

enum class FailureClass { Dns, Refused, Timeout, Tls, Http5xx, Throttled, Auth, Protocol, Silent };

[[nodiscard]] QString toWord(FailureClass failure); // "dns", "http_5xx", …

} // namespace comanda
