#!/usr/bin/env bash
# Every sample's page in every language before the Nu HTML checker (valid HTML) and axe-core (WCAG 2.2 AA).
# usage: web_pages.sh PROGRAM WORK_FOLDER     77: a judge cannot be had here
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rm -rf "$work"; mkdir -p "$work"
"$program" report samples/*/case.json --lang all --format html --out "$work" >/dev/null 2>&1
status=0
tests/html/check_pages.sh "$work"/*/*.html || status=$?
if [ "$status" -eq 3 ]; then echo "left out: the pages were not judged, see above"; exit 77; fi
exit "$status"
