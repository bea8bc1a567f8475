// A store opened for one command, beside a running program.
#pragma once

#include "app/ctl/command.h"
#include "core/hub/places.h"
#include "core/store/reader.h"
#include "core/store/store.h"

namespace comanda::ctl {

// Opens read-only, asks, and closes.
template <typename T>
Result<T> ask(const Invocation& invocation, const std::function<Result<T>(store::Reader&)>& query) {
    const auto config = hub::configFor(invocation.dataDir, invocation.configFile);
    if (!config) {
        return fail(config.error());
    }
    const SystemClock clock;
    const auto opened = store::Store::open(hub::storeFor(*config, invocation.dataDir),
                                           store::Access::ReadOnly, clock);
    if (!opened) {
        return fail(opened.error());
    }
    Result<T> answer = fail(ErrorKind::Storage, QStringLiteral("store.closed"));
    const auto asked = (*opened)->readNow([&](store::Reader& reader) -> Result<> {
        answer = query(reader);
        return answer ? Result<>(Done{}) : Result<>(fail(answer.error()));
    });
    return asked ? answer : Result<T>(fail(asked.error()));
}

} // namespace comanda::ctl
