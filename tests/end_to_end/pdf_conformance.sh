#!/usr/bin/env bash
# Every sample's PDF in every language before veraPDF: PDF/A-3a and PDF/UA-1.
# usage: pdf_conformance.sh PROGRAM WORK_FOLDER     77: veraPDF cannot be had here
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rm -rf "$work"; mkdir -p "$work"
"$program" report samples/*/case.json --lang all --format pdf --out "$work" >/dev/null 2>&1
status=0
tests/pdf/verapdf.sh "$work"/*/*.pdf >"$work/log" 2>&1 || status=$?
if [ "$status" -eq 3 ]; then cat "$work/log"; echo "left out: the PDF files were not judged"; exit 77; fi
grep -v ^PASS "$work/log" | head -n 40 || true
echo "$(grep -c ^PASS "$work/log") passed, $(grep -c ^FAIL "$work/log" || true) failed"
exit "$status"
