// An id of core and the words for it.
#pragma once

#include <QtGlobal>

namespace comanda::text {

struct Sentence {
    const char* id;
    const char* text; // {name} is filled from the error's parameters
};

} // namespace comanda::text
