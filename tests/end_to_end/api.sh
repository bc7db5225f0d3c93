#!/usr/bin/env bash
# docs/api.md, command by command as it stands there, only with this build's program, a folder of our own and a free port;
# then what the page promises of a service that is killed.
# usage: api.sh PROGRAM WORK_FOLDER
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rm -rf "$work"; mkdir -p "$work"; work=$(realpath "$work")
served=
trap '[ -z "$served" ] || kill -9 "$served" 2>/dev/null || true' EXIT
failed=0; checks=0
holds() { checks=$((checks + 1)); if [ "$2" != "$3" ]; then failed=$((failed + 1)); echo "FAILED: $1: expected '$3', got '$2'"; fi; }
contains() { checks=$((checks + 1)); if ! grep -q -- "$2" "$3"; then failed=$((failed + 1)); echo "FAILED: $1: no '$2' in $3"; fi; }

# Any port that nobody listens on; the ephemeral range belongs to the kernel.
port=$((20000 + RANDOM % 10000))
while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((20000 + RANDOM % 10000)); done

awk '/^```sh$/ {on=1; next} /^```$/ {on=0} on' docs/api.md |
  sed -e "s#build/consilium#$program#g" -e "s#/tmp/consilium-demo#$work#g" -e "s#8780#$port#g" >"$work/page.sh"
# The page's service is the shell's job 1; if a command fails half-way, it must not outlive this test.
{ echo "set -m; trap 'kill -9 %1 2>/dev/null' EXIT"; cat "$work/page.sh"; } >"$work/guarded.sh"
timeout 120 bash "$work/guarded.sh" >"$work/page.log" 2>&1 </dev/null || true

holds "statuses along the page" "$(grep -aoE '^HTTP/1.1 [0-9]+' "$work/page.log" | awk '{print $2}' | tr '\n' ' ')" "201 401 200 412 201 204 "
contains "the case comes back as it went in" "the same bytes" "$work/page.log"
contains "a refused case: 422" '"status": 422' "$work/page.log"
contains "a fault has its line" '"line": [1-9]' "$work/page.log"
holds "the Arabic report is a PDF" "$(head -c 5 "$work/ar.pdf")" "%PDF-"
pdftotext "$work/ar.pdf" "$work/ar.txt"
contains "the Arabic report is in Arabic" "القرار\|رارقلا" "$work/ar.txt"
contains "the Chinese page is in Chinese" 'lang="zh-Hans"' "$work/zh.html"

# Killed in the middle of its life, the service has kept what it answered.
start() {
  "$program" serve --config "$work/service.json" >"$work/serve.log" 2>&1 &
  served=$!
  for _ in $(seq 100); do curl -sf -o "$work/ready" "$url/readyz" && return 0; sleep 0.1; done
  echo "FAILED: the service does not start"; cat "$work/serve.log"; exit 1
}
url=http://127.0.0.1:$port
token=$("$program" token create --config "$work/service.json" --label killed --scope read,write 2>"$work/token.log")
send() { curl -s -o "$work/answer" -w '%{http_code}' -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
start
holds "put" "$(send -X PUT "$url/v1/cases/pancreas-2026-040" --data-binary @samples/pancreas-2026-040/case.json)" 201
holds "put again" "$(send -X PUT -H 'If-Match: *' "$url/v1/cases/pancreas-2026-040" --data-binary @<(sed 's/First visit/First talk/' samples/pancreas-2026-040/case.json))" 200
kill -9 "$served"; wait "$served" 2>/dev/null || true
start
holds "the case is there" "$(send "$url/v1/cases/pancreas-2026-040")" 200
contains "as it was last" "First talk" "$work/answer"
holds "its first revision is there" "$(send "$url/v1/cases/pancreas-2026-040/revisions/1")" 200
contains "as it was first" "First visit" "$work/answer"
contains "the log knows no patient" '"route"' "$work/serve.log"
checks=$((checks + 1)); if grep -qE 'R\. S\.|pancreas' "$work/serve.log"; then failed=$((failed + 1)); echo "FAILED: the log names a patient or a case"; fi
kill "$served"; status=0; wait "$served" || status=$?; served=
holds "a clean stop" "$status" 0

# `serve` is done by consiliumd, beside the program; each says so where the other is wanted.
mkdir "$work/alone"; cp "$program" "$work/alone/"
status=0; "$work/alone/consilium" serve >"$work/alone.log" 2>&1 || status=$?
holds "without consiliumd" "$status" 3
contains "it says what is missing" 'alone/consiliumd: error: .*\[daemon-missing\]' "$work/alone.log"
status=0; "$(dirname "$program")/consiliumd" check samples/*/case.json >"$work/alone.log" 2>&1 || status=$?
holds "consiliumd checks no case" "$status" 2

echo "$((checks - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
