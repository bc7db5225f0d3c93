#!/usr/bin/env bash
# What a report costs from cold: one case, one language, PDF and HTML, a new process each time. Prints the least
# and the median of user and system time, and the most memory, for each language. Nothing is judged here: times
# of a shared machine are no test. docs/performance.md holds the figures that were last taken.
#
# cold_report.sh [RUNS] [PROGRAM] [CASE] [LANGUAGE...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

runs=${1:-20}
program=${2:-build/consilium}
case_file=${3:-samples/liver-2026-014/case.json}
languages=("${@:4}")
[ ${#languages[@]} -gt 0 ] || languages=(en ar zh-Hans)
[ -x "$program" ] || { printf 'There is no program %s; build it with: ./run demo\n' "$program" >&2; exit 2; }

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# one_run LANGUAGE: "user system" in milliseconds, as a new shell counts them for its child; fails if the report does.
one_run() {
  bash -c '
    "$0" report "$1" --lang "$2" --format pdf,html --out "$3" >/dev/null || exit
    times' "$program" "$case_file" "$1" "$out" |
    awk 'NR == 2 {
      for (i = 1; i <= 2; ++i) { split($i, part, /[ms]/); $i = 1000 * (60 * part[1] + part[2]) }
      print $1, $2
    }'
}

# peak_memory LANGUAGE: in megabytes, by GNU time, if it is there. Most of it is the pages of fonts and libraries
# that the kernel keeps for every process alike.
peak_memory() {
  if ! [ -x /usr/bin/time ]; then printf -- '-'; return; fi
  /usr/bin/time -f %M -o "$out/memory" \
    "$program" report "$case_file" --lang "$1" --format pdf,html --out "$out" >/dev/null
  awk '{ printf "%.0f", $1 / 1024 }' "$out/memory"
}

printf '%-10s %22s %22s %10s\n' language 'least CPU (user+sys)' 'median CPU' 'memory'
for language in "${languages[@]}"; do
  for ((i = 0; i < runs; ++i)); do one_run "$language"; done |
    awk '{ print $1 + $2, $1, $2 }' | sort -n >"$out/times"
  awk -v language="$language" -v memory="$(peak_memory "$language")" '
    { total[NR] = $1; user[NR] = $2; system_time[NR] = $3 }
    END {
      least = sprintf("%.0f ms (%.0f+%.0f)", total[1], user[1], system_time[1])
      printf "%-10s %22s %19.0f ms %7s MB\n", language, least, total[int((NR + 1) / 2)], memory
    }' "$out/times"
done
