#!/usr/bin/env bash
# Every sample from its file to finished reports, in its languages (languages.sh), judged by programs that are not ours.
# usage: samples.sh PROGRAM WORK_FOLDER
set -uo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/end_to_end/languages.sh
rm -rf "$work"; mkdir -p "$work"
failed=0; checks=0
check() { checks=$((checks + 1)); if ! "${@:2}" >"$work/log" 2>&1; then failed=$((failed + 1)); echo "FAILED: $1: ${*:2}"; head -n 20 "$work/log"; fi; }
holds() { grep -qF -- "$2" "$1"; }

# Two runs of the program at once: start notes one, made waits for those that were started and counts them.
pids=(); names=()
start() { "$program" "${@:2}" >"$work/log-${#pids[@]}" 2>&1 & pids+=("$!"); names+=("$1"); [ ${#pids[@]} -lt 2 ] || made; }
ended() { wait "$1" || { cat "$2"; return 1; }; }
made() { local i; for i in "${!pids[@]}"; do check "${names[i]}" ended "${pids[i]}" "$work/log-$i"; done; pids=(); names=(); }

start "reports of all samples" report samples/*/case.json --lang "$usual" --format pdf,html,json --out "$work/one"
start "the same again" report samples/*/case.json --lang "$usual" --format pdf,html,json --out "$work/two"
check "the same bytes twice" diff -rq "$work/one" "$work/two"
check "a batch with two jobs" "$program" batch samples --lang "$usual" --format pdf,html,json --jobs 2 --out "$work/batch"
check "a batch makes the same bytes" diff -rq "$work/one" "$work/batch"
check "the other languages" report_in_languages --format pdf,html,json --out "$work/others"

start "two languages side by side" report samples/*/case.json --lang ar,zh-Hans --beside en --format pdf,html --out "$work/pairs"
start "the same again" report samples/*/case.json --lang ar,zh-Hans --beside en --format pdf,html --out "$work/pairs-again"
check "the same bytes twice" diff -rq "$work/pairs" "$work/pairs-again"
documents=$(cd templates && ls -d -- */document.json | xargs -n 1 dirname)
for document in $documents; do
  start "all samples: $document" report samples/*/case.json --document "$document" --lang "$usual" --format pdf,html --out "$work/all"
  start "side by side: $document" report samples/*/case.json --document "$document" --lang ar --beside en --format pdf,html --out "$work/all"
done
for sample in samples/*/case.json; do
  [ "$(jq -r '.release.state // "draft"' "$sample")" = released ] || continue
  start "$sample: verifies" verify "$work/one/$(jq -r .id "$sample")"/family-comparison.* --case "$sample"
done
made
# The sanitized program makes the same bytes: what others say of them is asked of the released one.
if [ "${CONSILIUM_JUDGED:-yes}" = no ]; then
  echo "$((checks - failed)) passed, $failed failed, made only"
  [ "$failed" -eq 0 ]; exit
fi

# By a second validator: the suite has asked valijson.
for json in "$work"/one/*/family-comparison.en.json; do
  check "$json is as its schema says" /usr/bin/python3 -m jsonschema -i "$json" docs/schema/comparison.schema.json
done
for pdf in "$work"/all/*/*.pdf; do
  id=$(basename "$(dirname "$pdf")")
  check "$pdf is sound" qpdf --check "$pdf"
  pdftotext "$pdf" "$work/text"
  qpdf --qdf --object-streams=disable "$pdf" "$work/plain.pdf"
  while read -r secret; do
    [ -z "$secret" ] || check "$pdf: no leak" bash -c '! grep -qaF -- "$1" "$2" "$3" "$4"' _ "$secret" "$work/text" "$work/plain.pdf" "${pdf%.pdf}.html"
  done < <(jq -r '[.patient.identifiers // [], (.patient.contact // {} | [.[]])] | flatten | .[]' "samples/$id/case.json")
done

for sample in samples/*/case.json; do
  id=$(jq -r .id "$sample")
  hospitals=$(jq -r '.hospitals[].name' "$sample")
  for language in $(languages_of "$id" | tr , ' '); do
    folder=others; [[ ",$usual," != *",$language,"* ]] || folder=one
    base="$work/$folder/$id/family-comparison.$language"
    check "$id $language: made" test -s "$base.pdf" -a -s "$base.html"
    check "$id $language: PDF is sound" qpdf --check "$base.pdf"
    check "$id $language: mupdf draws it" mutool draw -q -r 20 -o "$work/mutool-%d.png" "$base.pdf"
    check "$id $language: poppler draws it" pdftoppm -r 20 -png "$base.pdf" "$work/poppler"
    pdfinfo "$base.pdf" >"$work/info" 2>&1
    check "$id $language: tagged" grep -qE '^Tagged: +yes' "$work/info"
    pdffonts "$base.pdf" >"$work/fonts"
    check "$id $language: every font embedded, subset, with Unicode" awk 'NR>2 && !/yes yes yes/ {bad=1} END {exit bad}' "$work/fonts"
    pdftotext -layout "$base.pdf" - | tr -s ' \n' ' ' >"$work/text"
    tr -s ' \n' ' ' <"$base.html" >"$work/page"
    while read -r hospital; do
      # A name may be broken over lines in a narrow column: its first word must come back.
      check "$id $language: $hospital in the PDF's text" holds "$work/text" "${hospital%% *}"
      check "$id $language: $hospital in the page" holds "$work/page" "$hospital"
    done <<<"$hospitals"
    # Privacy: no identifier or contact of the case in any output, nor in what the PDF carries along.
    qpdf --qdf --object-streams=disable "$base.pdf" "$work/plain.pdf"
    while read -r secret; do
      [ -z "$secret" ] && continue
      for file in "$base.html" "$base.json" "$work/text" "$work/plain.pdf"; do
        check "$id $language: no leak in $file" bash -c '! grep -qaF -- "$1" "$2"' _ "$secret" "$file"
      done
      # Nor with other separators, in what a reader gets.
      check "$id $language: no leak in the PDF's text, bare" \
        bash -c '! tr -cd "[:alnum:]" <"$2" | grep -qaiF -- "$(tr -cd "[:alnum:]" <<<"$1")"' _ "$secret" "$work/text"
    done < <(jq -r '[.patient.identifiers // [], (.patient.contact // {} | [.[]])] | flatten | .[]' "$sample")
  done
done
echo "$((checks - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
