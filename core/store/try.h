// Leaving a function at the first error, in one line. For this folder's own sources.
#pragma once

#include "core/base/result.h"

#include <utility>

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration cannot stand in parentheses
#define COMANDA_TRY(expression)                                                                    \
    if (auto tried = (expression); !tried) {                                                       \
        return ::comanda::fail(std::move(tried).error());                                          \
    }                                                                                              \
    static_assert(true)

// Declares `name` as the value of the Result.
#define COMANDA_LET(name, expression)                                                              \
    auto name##Result = (expression);                                                              \
    if (!name##Result) {                                                                           \
        return ::comanda::fail(std::move(name##Result).error());                                   \
    }                                                                                              \
    auto& name = *name##Result
// NOLINTEND(bugprone-macro-parentheses)
