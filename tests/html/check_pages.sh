#!/bin/sh
# Lets outside judges look at web pages: the Nu HTML checker (valid HTML) and axe-core in Chromium (WCAG 2.2 AA).
# Usage: tests/html/check_pages.sh FILE...     Needs node, npm, java 17 and chromium; the judges come from npm once.
# Exit: 0 nothing found, 1 something found, 3 something is missing on this machine.
set -eu
[ $# -gt 0 ] || { echo "usage: $0 FILE..." >&2; exit 2; }
tools=$(cd "$(dirname "$0")/tools" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/consilium-tests
chromium=${CHROMIUM:-/usr/bin/chromium}
for program in node npm java "$chromium"; do
  command -v "$program" >/dev/null || { echo "check_pages: $program is missing (apt install nodejs npm default-jre-headless chromium)" >&2; exit 3; }
done

mkdir -p "$cache"
# Two runs at once must not install into one folder.
exec 9>"$cache/lock"
flock 9
cp "$tools/check_axe.mjs" "$cache/"
if ! cmp -s "$tools/package.json" "$cache/installed.json" || [ ! -d "$cache/node_modules" ]; then
  echo "check_pages: installing the judges into $cache"
  cp "$tools/package.json" "$cache/package.json"
  (cd "$cache" && npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error) >"$cache/install.log" 2>&1 || { cat "$cache/install.log" >&2; exit 3; }
  cp "$tools/package.json" "$cache/installed.json"
fi
flock -u 9

status=0
# Its guess at the language is left out: a page of names, drugs and quoted letters is no text to guess by.
java -Xss2m -jar "$cache/node_modules/vnu-jar/build/dist/vnu.jar" --no-langdetect --format gnu --Werror "$@" || status=1
CHROMIUM="$chromium" node "$cache/check_axe.mjs" "$@" || status=1
[ $status -eq 0 ] && echo "check_pages: $# page(s), nothing found"
exit $status
