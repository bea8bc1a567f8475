#!/bin/sh
# Brings the programs of others that test_foreign speaks to, from the npm registry into a folder.
#   install.sh FOLDER
# Without a network it says so and leaves; the test is skipped then, loudly.
set -eu

folder=$1
peer=telegram-test-api@4.2.1 # runs on Node.js 12 and newer; Debian 12 has 18

if [ -f "$folder/node_modules/telegram-test-api/package.json" ]; then
    exit 0
fi
mkdir -p "$folder"
# Scripts of packages are not run: these need none.
if timeout 180 npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --loglevel=error "$peer" >&2; then
    exit 0
fi
rm -rf "$folder/node_modules"
if timeout 30 npm ping >/dev/null 2>&1; then
    echo "$peer could not be installed although the npm registry answers; see above." >&2
    exit 1
fi
echo "SKIPPED: the npm registry cannot be reached, so no foreign Bot API will be spoken to." >&2
