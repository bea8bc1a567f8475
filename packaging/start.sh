#!/bin/sh
# Installs what is missing, builds Comanda and opens it in practice mode. Anything given is passed
# on to the program:
#   ./packaging/start.sh --language en
#   ./packaging/start.sh --screenshot out.png      works without a display
set -eu

case ${1:-} in
-h | --help)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
esac

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
"$root/packaging/install-dependencies.sh" run

build="$root/build/release"
if [ ! -f "$build/build.ninja" ]; then
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCOMANDA_TESTS=OFF >&2
fi
cmake --build "$build" --target comanda >&2

for argument in "$@"; do
    case $argument in
    --screenshot | --screenshot=*)
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} exec "$build/bin/comanda" --practice "$@"
        ;;
    esac
done

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    cat >&2 <<TEXT
Comanda is built, but there is no display to open its window on. Either
  - run this command in the terminal of a graphical session, or over "ssh -X";
  - make a virtual display:   apt-get install xvfb && xvfb-run ./packaging/start.sh
  - or take a picture of it:  ./packaging/start.sh --screenshot out.png
TEXT
    exit 1
fi
exec "$build/bin/comanda" --practice "$@"
