#!/bin/sh
# Brings the programs of others that test_foreign speaks to, from the npm registry into a folder.
#   install.sh FOLDER
# Where the registry does not give it, it says so and leaves; the test is skipped then, loudly.
set -eu

folder=$1
peer=telegram-test-api@4.2.1 # runs on Node.js 12 and newer; Debian 12 has 18

if [ -f "$folder/node_modules/telegram-test-api/package.json" ]; then
    exit 0
fi
mkdir -p "$folder"
# Scripts of packages are not run: these need none. A registry may stumble once.
for attempt in 1 2; do
    if timeout 180 npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --loglevel=error "$peer" >&2; then
        exit 0
    fi
    rm -rf "$folder/node_modules"
    echo "$peer could not be installed, attempt $attempt; see above." >&2
done
echo "SKIPPED: no foreign Bot API will be spoken to." >&2
