#!/bin/sh
# Installs what is missing, builds everything once with the address and undefined-behaviour
# sanitizers, and runs every test on both database engines and each fuzz target for a few seconds.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
"$root/packaging/install-dependencies.sh" test

build="$root/build/asan"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCOMANDA_SANITIZE=address,undefined \
    -DCOMANDA_WARNINGS_AS_ERRORS=ON -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
cmake --build "$build"

"$root/tests/fuzz/run.sh" "${COMANDA_FUZZ_SECONDS:-10}"

cd "$build"
exec ctest --output-on-failure --parallel "$(nproc)" "$@"
