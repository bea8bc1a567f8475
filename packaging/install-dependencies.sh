#!/bin/sh
# Installs what building, running and testing Comanda needs on Debian 12 or newer. Asks the package
# manager only for what is missing; works as root or with sudo.
#   install-dependencies.sh [run|test]    default: run
set -eu

purpose=${1:-run}

# What each is for: the table in ARCHITECTURE.md. pkg-config is asked by CMake's finders only;
# the three tools packages are one thing, Qt's LinguistTools, cut in three.
build="g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qt6-multimedia-dev qtkeychain-qt6-dev libqrencode-dev libboost-dev libexpected-dev libssl-dev
    libphonenumber-dev"
run="libqt6sql6-sqlite libqt6sql6-psql qt6-image-formats-plugins libsecret-1-0 fonts-noto-core fonts-noto-color-emoji"
test="catch2 postgresql clang libclang-rt-14-dev clang-format clang-tidy libsqlite3-dev"
# Debian 13 calls some of them otherwise.
alternatives="libclang-rt-14-dev:libclang-rt-dev"

wanted="$build $run"
if [ "$purpose" = test ]; then
    wanted="$wanted $test"
    # Node.js from elsewhere brings its npm along, and Debian's would be in its way.
    command -v npm >/dev/null || wanted="$wanted nodejs npm"
fi

is_installed() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

name_here() { # the name that this Debian knows, once the lists are there
    if ! apt-cache show "$1" >/dev/null 2>&1; then
        for pair in $alternatives; do
            if [ "${pair%%:*}" = "$1" ]; then
                echo "${pair##*:}"
                return
            fi
        done
    fi
    echo "$1"
}

missing=
for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "This is not a Debian system. Install what matches:$missing" >&2
    exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Run this as root, or install sudo, to install:$missing" >&2; exit 1; }
    sudo=sudo
fi

echo "Installing:$missing" >&2
$sudo apt-get update -qq >&2
names=
for package in $missing; do
    names="$names $(name_here "$package")"
done
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >&2
