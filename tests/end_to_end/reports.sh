#!/usr/bin/env bash
# What every report of every sample says, beside what it said when somebody last read it: tests/reports/<sample>/.
#   <document>.<language>.txt        the page's words, a line for each heading, paragraph, item and cell
#   <document>.<language>.paper.txt  the words of the PDF in reading order, page by page: of one sample, for layout
# usage: reports.sh PROGRAM WORK             CONSILIUM_REWRITE_GOLDENS=1 rewrites what it finds different
#        reports.sh PROGRAM WORK EARLIER     instead: every byte of HTML (style sheets line by line, in any order),
#                                            and every word of PDF with its place,
#                                            beside those of EARLIER, the WORK of a build before; says what differs
set -euo pipefail
program=$(realpath "$1"); work=$(realpath -m "$2"); earlier=${3:+$(realpath "$3")}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/end_to_end/languages.sh
goldens=tests/reports
on_paper=liver-2026-014
rm -rf "$work"; mkdir -p "$work/made" "$work/texts"

report_in_languages --document all --format pdf,html --out "$work/made" >"$work/log" 2>&1 ||
  { cat "$work/log"; exit 1; }

# The body without its tags: what a browser shows, in the order of the page. "# " heads, "- " items, "| " cells.
words_of() {
  sed -n '/<main/,/<\/main>/p' "$1" |
    sed -E 's/<h[1-6][^>]*>/\n# /g; s/<(li|dt|dd)[^>]*>/\n- /g; s/<(td|th)[^>]*>/\n| /g; s/<(p|caption|summary|br)[^>]*>/\n/g; s/<[^>]*>//g' |
    sed -E 's/&nbsp;/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g; s/[[:space:]]+$//; /^[-|#]?$/d'
}

for page in "$work"/made/*/*.html; do
  sample=$(basename "$(dirname "$page")"); name=$(basename "$page" .html)
  mkdir -p "$work/texts/$sample"
  words_of "$page" >"$work/texts/$sample/$name.txt"
  [ "$sample" != "$on_paper" ] || pdftotext "${page%.html}.pdf" "$work/texts/$sample/$name.paper.txt"
done

if [ -n "$earlier" ]; then
  export work
  find "$work/made" -name '*.pdf' -print0 | xargs -0 -P 2 -I{} sh -c 'pdftotext -bbox "$1" "${1%.pdf}.places"' _ {}
  # The rules of languages in a style sheet are as good in any order: both sides' are sorted, and all else is bytes.
  sorted() {
    mkdir -p "$2"; cp -r "$1/." "$2"; find "$2" -name '*.pdf' -delete
    find "$2" -name '*.html' -print0 | xargs -0 perl -0pi -e \
      's{(<style>\n)(.*?)(</style>)}{
        my ($open, $css, $close) = ($1, $2, $3);
        $css =~ s/((?::lang\([\w-]+\),?)+)/join(",", sort(split(",", $1))) . ($1 =~ m{,\z} ? "," : "")/ge;
        $open . join("\n", sort(split("\n", $css))) . $close}se'
  }
  sorted "$earlier/made" "$work/sorted/before"; sorted "$work/made" "$work/sorted/now"
  # All but the version of the program, which each PDF bears as its Creator.
  diff -rq -I '<meta name="Creator"' -x release.json "$work/sorted/before" "$work/sorted/now" >"$work/differ" ||
    [ $? -eq 1 ]  # 2: there was nothing to compare with
  cat "$work/differ"; changed=$(wc -l <"$work/differ")
  echo "$(find "$work/made" -name '*.html' | wc -l) pages and PDFs beside those of the build before: $changed files differ"
  [ "$changed" -eq 0 ]; exit
fi

if [ -n "${CONSILIUM_REWRITE_GOLDENS:-}" ]; then
  rm -rf "$goldens"; cp -r "$work/texts" "$goldens"
fi
different=0; same=0
while read -r name; do
  if cmp -s "$goldens/$name" "$work/texts/$name"; then same=$((same + 1)); continue; fi
  different=$((different + 1))
  [ "$different" -gt 12 ] || { echo "DIFFERS: $goldens/$name"; diff -N "$goldens/$name" "$work/texts/$name" | head -n 12 || true; }
done < <({ (cd "$goldens" && find . -name '*.txt'); (cd "$work/texts" && find . -name '*.txt'); } | sed 's|^\./||' | sort -u)
[ "$different" -eq 0 ] || echo "Meant? CONSILIUM_REWRITE_GOLDENS=1 with this test rewrites the goldens; read git diff $goldens then."
echo "$same passed, $different failed"
[ "$different" -eq 0 ]
