#!/bin/sh
# What is too long for every change: run it before an issue is closed. Prints a summary at the end.
#   tests/full.sh [STEP…]    lint gcc core-only tsan coverage kill fuzz mutations bench trixie; default: all
set -u

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root" || exit 1
steps=${*:-lint gcc core-only tsan coverage kill fuzz mutations bench trixie}
summary=
failed=0

record() { # record NAME STATUS
    if [ "$2" -eq 0 ]; then word=ok; else word=FAILED; failed=1; fi
    summary="$summary
  $1: $word"
}

configure() { # configure PRESET EXTRA…
    preset=$1
    shift
    cmake --preset "$preset" "$@" >/dev/null
}

lint() {
    find app core ui tests -name '*.h' -o -name '*.cpp' | xargs clang-format --dry-run -Werror || return 1
    tests/run.sh -N >/dev/null || return 1 # builds: the linter needs the generated files
    find app core ui -name '*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -quiet -p build/asan
}

# The other compiler, and what a user runs: without sanitizers, optimised.
gcc() {
    configure release -DCOMANDA_TESTS=ON && cmake --build build/release \
        && (cd build/release && ctest --output-on-failure -j"$(nproc)")
}

core_only() {
    configure core-only && cmake --build build/core-only \
        && ! ldd build/core-only/bin/comanda-server | grep -q 'libQt6Gui'
}

mirror() {
    sed -n 's/^deb[^h]*\(http[^ ]*\) .* main.*/\1/p;s/^URIs: *//p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1
}

# What orders our threads are Qt's queues and locks. Debian's Qt is not instrumented, so that every
# hand-over would look like a race: these three libraries are made once from Debian's own source.
qt_for_tsan() {
    qt=$root/build/qt-tsan
    [ ! -e "$qt/build/lib/libQt6Sql.so.6" ] || return 0
    mkdir -p "$qt/lists/partial"
    suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) $suite main" >"$qt/src.list"
    apt_src="-o Dir::Etc::sourcelist=$qt/src.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$qt/lists"
    apt-get install -y -qq --no-install-recommends pkg-config libglib2.0-dev libicu-dev libpcre2-dev \
        libdouble-conversion-dev libb2-dev libzstd-dev zlib1g-dev libbrotli-dev libkrb5-dev libproxy-dev >/dev/null || return 1
    (cd "$qt" && apt-get -qq $apt_src update && apt-get -qq $apt_src source qt6-base) || return 1
    cmake -S "$qt"/qt6-base-*/ -B "$qt/build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_INSTALL_PREFIX=/usr \
        -DECM_ENABLE_SANITIZERS=thread -DFEATURE_sanitizer=ON -DFEATURE_sanitize_thread=ON \
        -DFEATURE_gui=OFF -DFEATURE_widgets=OFF -DFEATURE_printsupport=OFF -DFEATURE_opengl=OFF -DFEATURE_dbus=OFF \
        -DFEATURE_testlib=OFF -DFEATURE_sql_sqlite=OFF -DFEATURE_sql_psql=OFF >/dev/null \
        && cmake --build "$qt/build" --target Core Network Sql
}

# Without the tests that only start programs: the sanitizer loses its way in QProcess's clone().
tsan() {
    qt_for_tsan || return 1
    configure tsan -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_C_COMPILER=clang && cmake --build build/tsan || return 1
    plugins=$(dirname "$(find /usr/lib -type d -path '*/qt6/plugins/sqldrivers')")
    (cd build/tsan && LD_LIBRARY_PATH="$qt/build/lib" QT_PLUGIN_PATH="$plugins" \
        TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=0 exitcode=66 suppressions=$root/tests/tsan.supp" \
        ctest --output-on-failure -j1 -E 'fuzz|faults|install|test_ctl|test_desktop')
}

coverage() {
    command -v gcovr >/dev/null || packages="gcovr"
    [ -z "${packages:-}" ] || apt-get install -y -qq --no-install-recommends $packages >/dev/null || return 1
    configure coverage && cmake --build build/coverage || return 1
    (cd build/coverage && ctest -j"$(nproc)" --output-on-failure -E fuzz) || return 1
    gcovr -r . -j "$(nproc)" build/coverage/core build/coverage/ui build/coverage/app --filter 'core/' --filter 'ui/' \
        --filter 'app/' --print-summary -o build/coverage/files.txt
}

kill_run() {
    configure release -DCOMANDA_TESTS=ON && cmake --build build/release --target test_faults || return 1
    COMANDA_KILLS=200 build/release/tests/test_faults '[kill]'
}

fuzz() {
    COMANDA_FUZZ_SECONDS=${COMANDA_FUZZ_SECONDS:-3600} tests/run.sh -R '^fuzz_'
}

# Broken bodies, for each channel's reader; prints how many.
mutations() {
    COMANDA_MUTATIONS=${COMANDA_MUTATIONS:-10000} tests/run.sh -R '^test_mutations$' -V
}

bench() {
    configure release -DCOMANDA_TESTS=ON && cmake --build build/release --target comanda-bench \
        && build/release/bin/comanda-bench ingest start isolation --json ${COMANDA_BENCH_SCALE:+--scale "$COMANDA_BENCH_SCALE"}
}

# Debian 13 with Qt 6.8, in a folder of our own.
trixie() {
    chroot_dir=${COMANDA_CHROOT:-$root/build/trixie}
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null || return 1
    if [ ! -x "$chroot_dir/usr/bin/apt-get" ]; then
        debootstrap --variant=minbase trixie "$chroot_dir" "$(mirror)" >/dev/null || return 1
        cp /etc/apt/apt.conf.d/* "$chroot_dir/etc/apt/apt.conf.d/" 2>/dev/null
    fi
    rm -rf "$chroot_dir/src" && mkdir -p "$chroot_dir/src" && git archive HEAD | tar -x -C "$chroot_dir/src" || return 1
    mount -t proc proc "$chroot_dir/proc" || return 1
    chroot "$chroot_dir" /bin/sh -c 'cd /src && LC_ALL=C.UTF-8 ./tests/run.sh'
    status=$?
    umount "$chroot_dir/proc"
    return $status
}

for step in $steps; do
    echo "=== $step"
    case $step in
    core-only) core_only ;;
    kill) kill_run ;;
    lint | gcc | tsan | coverage | fuzz | mutations | bench | trixie) "$step" ;;
    *) echo "unknown step: $step" >&2; exit 2 ;;
    esac
    record "$step" $?
done
echo "=== summary$summary"
exit $failed
