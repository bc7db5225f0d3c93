#!/usr/bin/env bash
# Holds the house's style: clang-format, the width of comments, and clang-tidy with the checks of .clang-tidy.
# usage: style.sh BUILD [MODULE...]      BUILD is a configured folder with CMAKE_UNITY_BUILD; without MODULE all is linted
#        style.sh --format               the format and the width alone, in some seconds
#
# clang-tidy spends its time on what a file includes, some eight seconds for each of 210. It reads the batches of files that
# the compiler gets (CMAKE_UNITY_BUILD), so their headers once. What it asks of a main file alone (using-declarations that
# nobody uses) is not asked then.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=${1:?usage: style.sh BUILD [MODULE...] | --format}; shift
modules=$(IFS='|'; echo "${*:-[a-z]+}")
bad=0
git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run -Werror || bad=1
# clang-format leaves comments as they are: a list in one would become one line.
if git ls-files '*.h' '*.cpp' | xargs grep -nE '^ *//' | LC_ALL=C.UTF-8 grep -E '^[^:]*:[0-9]*:.{111}'; then
  echo "^ comments that are wider than 110 columns"; bad=1
fi
[ "$build" != --format ] || exit $bad
# Of a batch itself there is nothing to say but that it includes sources, which is what it is for.
batches=$(jq -r '.[].file' "$build/compile_commands.json" | grep -E "/consilium_($modules)\.dir/Unity/") ||
  { echo "$build/compile_commands.json has no batches of $modules: is it a module, and is CMAKE_UNITY_BUILD on?"; exit 3; }
programs=$(ls "$PWD"/generator/*.cpp)
printf '%s\n' "$batches" "$programs" |
  xargs -P 2 -n 1 clang-tidy-16 -p "$build" --quiet --checks=-bugprone-suspicious-include 2> >(grep -v 'warnings\? .*generated\.$' >&2 || true) || bad=1
exit $bad
