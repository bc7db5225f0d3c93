#!/usr/bin/env bash
# What `cmake --install` puts below a prefix works there: with nothing set, from another folder, and with its own files.
# usage: installed.sh PROGRAM WORK_FOLDER      PROGRAM stands in the build folder
set -uo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rm -rf "$work"; mkdir -p "$work/elsewhere"; work=$(realpath "$work")
# Not below the checkout, whose files the program would find instead of those that are missing here.
prefix=$(mktemp -d)
served=
trap 'rm -rf "$prefix"; [ -z "$served" ] || kill "$served" 2>/dev/null || true' EXIT
failed=0; checks=0
check() { checks=$((checks + 1)); if ! "${@:2}" >"$work/log" 2>&1; then failed=$((failed + 1)); echo "FAILED: $1: ${*:2}"; head -n 20 "$work/log"; fi; }

cmake --install "$(dirname "$program")" --prefix "$prefix" >"$work/install.log" 2>&1 || { cat "$work/install.log"; exit 1; }
installed() { (cd "$work/elsewhere" && exec env -i "$prefix/bin/consilium" "$@"); }
case=$prefix/share/consilium/samples/liver-2026-014/case.json

check "its version" installed --version
check "a case is checked" installed check "$case"
check "its locales are whole" installed locales check
check "a first case is written" installed new "$work/my-case"
check "it is without fault" installed check "$work/my-case/case.json"
check "a report is made" installed report "$case" --lang en,ar --format pdf,html,json --out "$work/installed"
check "the same report in the checkout" "$program" report samples/liver-2026-014/case.json --lang en,ar --format pdf,html,json --out "$work/checkout"
check "the same bytes" diff -rq "$work/installed" "$work/checkout"

sed -i 's#^</body>#<p>said by the installed template</p>\n</body>#' "$prefix/share/consilium/templates/family-comparison/report.mustache"
check "a report of a changed template" installed report "$case" --lang en --format html --out "$work/changed"
check "it is the installed template that is read" grep -rq 'said by the installed template' "$work/changed"
rm "$prefix/share/consilium/fonts/fonts.json"
check "without its own files it makes nothing" bash -c 'cd "$1" && env -i "$2" report "$3" --out "$4"; [ $? -eq 3 ]' _ "$work/elsewhere" "$prefix/bin/consilium" "$case" "$work/none"
cp fonts/fonts.json "$prefix/share/consilium/fonts/"

# Any port that nobody listens on; the ephemeral range belongs to the kernel.
port=$((20000 + RANDOM % 10000))
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((20000 + RANDOM % 10000)); done
echo "{ \"address\": \"127.0.0.1\", \"port\": $port, \"database\": \"cases.db\" }" >"$work/service.json"
(cd "$work/elsewhere" && exec env -i "$prefix/bin/consilium" serve --config "$work/service.json") >"$work/serve.log" 2>&1 &
served=$!
for _ in $(seq 100); do curl -sf -o "$work/ready" "http://127.0.0.1:$port/readyz" && break; sleep 0.1; done
check "the service is ready" grep -q '"ready"' "$work/ready"

echo "$((checks - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
