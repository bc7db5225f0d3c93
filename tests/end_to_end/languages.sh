# Which languages each sample is made in by the tests, for their number is that of samples times languages times documents.
# To be sourced, with `program` set, in the checkout's folder. By a fixed rule, so that every language stands in two samples at least:
#   three of three scripts and two directions, in every sample;
#   every language, in the liver sample;
#   each other language, in one more sample, those in turn.
# CONSILIUM_EVERY_LANGUAGE=1 (./run test --every-language): every language in every sample.
usual=ar,en,zh-Hans
rich_in_languages=liver-2026-014

# languages_of SAMPLE: as --lang takes them
languages_of() {
  local all others turn=0 chosen=$usual language
  all=$("$program" locales list | cut -f 1)
  if [ "$1" = "$rich_in_languages" ] || [ -n "${CONSILIUM_EVERY_LANGUAGE:-}" ]; then paste -sd , <<<"$all"; return; fi
  others=$(ls -d samples/*/ | xargs -n 1 basename | grep -vx "$rich_in_languages")
  for language in $all; do
    [[ ",$usual," != *",$language,"* ]] || continue
    [ "$(sed -n "$((turn % $(wc -l <<<"$others") + 1))p" <<<"$others")" != "$1" ] || chosen+=,$language
    turn=$((turn + 1))
  done
  echo "$chosen"
}

# report_in_languages OPTION...: every sample, each in its languages
report_in_languages() {
  local sample
  for sample in samples/*/case.json; do
    "$program" report "$sample" --lang "$(languages_of "$(basename "$(dirname "$sample")")")" "$@" || return
  done
}
