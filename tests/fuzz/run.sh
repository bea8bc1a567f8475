#!/bin/sh
# run.sh TARGET CORPUS SEEDS: one fuzz target for COMANDA_FUZZ_SECONDS (10).
set -eu
target=$1 corpus=$2 seeds=$3
mkdir -p "$corpus"
[ -d "$seeds" ] || seeds=
exec "$target" -max_total_time="${COMANDA_FUZZ_SECONDS:-10}" -max_len=65536 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 -artifact_prefix="$corpus/" "$corpus" $seeds
