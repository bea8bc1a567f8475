// Messenger and Instagram wrap a conversation the same way; this is all in which their readers
// differ.
#pragma once

#include "core/connectors/graph/envelope.h"
#include "core/domain/event.h"

namespace comanda::messaging {

struct Dialect {
    Platform platform = Platform::Messenger;
    const char16_t* personId = u"psid"; // the word for a person's id in Event::ids
    // A change that is no item of a conversation; nullptr: there are none.
    Events (*readChange)(const graph::Part& part, const QString& account) = nullptr;
};

} // namespace comanda::messaging
