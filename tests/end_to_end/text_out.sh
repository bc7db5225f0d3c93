#!/usr/bin/env bash
# Real text in every language, set as a PDF and read back by what people read PDFs with: how much of it returns?
# text_out.mjs says what is counted, and what is required.
# usage: text_out.sh PROGRAM WORK_FOLDER     77: a judge cannot be had here
# CONSILIUM_SHOW_MISSING=1, or =READER, prints what did not come back.
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
leave_out() { echo "left out: $1; no text was read back"; exit 77; }
[ -z "${CONSILIUM_SMALL:-}" ] || leave_out "CONSILIUM_SMALL is set, and this needs pdfium and pdf.js"
for judge in pdftotext:poppler-utils pdfinfo:poppler-utils mutool:mupdf-tools qpdf:qpdf node:nodejs npm:npm; do
  command -v "${judge%%:*}" >/dev/null || leave_out "${judge%%:*} is missing (apt install ${judge#*:})"
done
cache=${XDG_CACHE_HOME:-$HOME/.cache}/consilium-text-out
mkdir -p "$cache"
# Two runs at once must not install into one folder.
exec 9>"$cache/lock"; flock 9
if ! cmp -s tests/end_to_end/text_out.json "$cache/installed.json"; then
  cp tests/end_to_end/text_out.json "$cache/package.json"
  (cd "$cache" && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --omit=optional --loglevel=error) \
    >"$cache/install.log" 2>&1 || { cat "$cache/install.log"; leave_out "npm cannot install pdfium and pdf.js"; }
  cp tests/end_to_end/text_out.json "$cache/installed.json"
fi
cp tests/end_to_end/text_out.mjs "$cache/"
flock -u 9

rm -rf "$work"
pages=(tests/texts/*.html tests/texts/limits/*.html)
for order in visual logical; do
  mkdir -p "$work/$order/limits"
  for page in "${pages[@]}"; do
    name=${page#tests/texts/}; name=${name%.html}
    "$program" typeset "$page" --lang "$(basename "$name")" --text-order "$order" -o "$work/$order/$name.pdf" >/dev/null
  done
done
node "$cache/text_out.mjs" visual "$work/visual" logical "$work/logical" "${pages[@]}"
