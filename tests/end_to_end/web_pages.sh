#!/usr/bin/env bash
# Every sample's comparison in its languages (languages.sh), and the other documents of two, and of those two all in two languages side by side, before the Nu HTML checker (valid HTML) and axe-core (WCAG 2.2 AA).
# usage: web_pages.sh PROGRAM WORK_FOLDER     77: a judge cannot be had here
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/end_to_end/languages.sh
rm -rf "$work"; mkdir -p "$work"
report_in_languages --format html --out "$work" >/dev/null 2>&1
# The other documents share its partials: those of a usual case and of the largest will do.
for plan in templates/*/document.json; do
  "$program" report samples/{gastric-2026-044,prostate-2026-071}/case.json --document "$(basename "$(dirname "$plan")")" --lang "$usual" \
    --format html --out "$work" >/dev/null 2>&1
done
for plan in templates/*/document.json; do
  for pair in ar:en zh-Hans:en en:ar; do
    "$program" report samples/{liver-2026-014,prostate-2026-071}/case.json --document "$(basename "$(dirname "$plan")")" \
      --lang "${pair%:*}" --beside "${pair#*:}" --format html --out "$work" >/dev/null 2>&1
  done
done
status=0
tests/html/check_pages.sh "$work"/*/*.html || status=$?
if [ "$status" -eq 3 ]; then echo "left out: the pages were not judged, see above"; exit 77; fi
exit "$status"
