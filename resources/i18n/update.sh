#!/usr/bin/env bash
# Reads the sources' words into the .ts files; then translate what is marked "unfinished".
# English has only its plurals there. Needs Qt's lupdate (LUPDATE names another one).
set -euo pipefail
cd "$(dirname "$0")/../.."

lupdate=${LUPDATE:-$(command -v lupdate6 || ls /usr/lib/qt6/bin/lupdate 2>/dev/null || command -v lupdate)}
options=(-I . -locations none -no-obsolete -silent -source-language en_US)

"$lupdate" app ui core "${options[@]}" -pluralonly -target-language en_US -ts resources/i18n/comanda_en.ts
"$lupdate" app ui core "${options[@]}" -target-language es_CO -ts resources/i18n/comanda_es.ts
"$lupdate" app ui core "${options[@]}" -target-language pt_BR -ts resources/i18n/comanda_pt.ts
