#!/bin/sh
# Installs what is missing, builds everything once with the address and undefined-behaviour
# sanitizers, and runs every test on both database engines and each fuzz target for a few seconds.
# Anything given is passed on to ctest:
#   tests/run.sh -R test_store
set -eu

case ${1:-} in
-h | --help)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
esac

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
"$root/packaging/install-dependencies.sh" test
"$root/tests/foreign/install.sh" "$root/build/foreign"

build="$root/build/asan"
# clang, because the fuzz targets are part of the same build.
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCOMANDA_SANITIZE=address,undefined \
    -DCOMANDA_FUZZ=ON -DCOMANDA_WARNINGS_AS_ERRORS=ON -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++
cmake --build "$build"

cd "$build"
exec ctest --output-on-failure --parallel "$(nproc)" "$@"
