#!/usr/bin/env bash
# PDF/A-3a and PDF/UA-1, judged by veraPDF: every document of every sample in its languages (languages.sh), and the pages of tests/texts, which are in all
# seventeen, right-to-left ones in both text orders.
# usage: pdf_conformance.sh PROGRAM WORK_FOLDER     77: veraPDF cannot be had here
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/end_to_end/languages.sh
rm -rf "$work"; mkdir -p "$work/texts"
for plan in templates/*/document.json; do
  report_in_languages --document "$(basename "$(dirname "$plan")")" --format pdf --out "$work" >/dev/null 2>&1
done
# Two languages side by side: every document of a usual case and of the largest.
for plan in templates/*/document.json; do
  for pair in ar:en zh-Hans:en en:ar; do
    "$program" report samples/{liver-2026-014,prostate-2026-071}/case.json --document "$(basename "$(dirname "$plan")")" \
      --lang "${pair%:*}" --beside "${pair#*:}" --format pdf --out "$work" >/dev/null 2>&1
  done
done
for page in tests/texts/*.html; do
  tag=$(basename "$page" .html)
  "$program" typeset "$page" --lang "$tag" -o "$work/texts/$tag.pdf" >/dev/null
  case $tag in
    ar|fa|ur) "$program" typeset "$page" --lang "$tag" --text-order logical -o "$work/texts/$tag-logical.pdf" >/dev/null ;;
  esac
done
status=0
tests/pdf/verapdf.sh "$work"/*/*.pdf >"$work/log" 2>&1 || status=$?
if [ "$status" -eq 3 ]; then cat "$work/log"; echo "left out: the PDF files were not judged"; exit 77; fi
grep -vE '^PASS|WARNING|^[A-Z][a-z]{2} [0-9]+, ' "$work/log" | head -n 40 || true
files=$(ls "$work"/*/*.pdf | wc -l); passed=$(grep -c ^PASS "$work/log" || true)
echo "$files files, two profiles: $passed passed, $(grep -c ^FAIL "$work/log" || true) failed"
[ "$status" -eq 0 ] && [ "$passed" -eq $((2 * files)) ]
