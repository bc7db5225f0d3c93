#!/bin/sh
# Judges PDF files by veraPDF against PDF/A-3a and PDF/UA-1:  tests/pdf/verapdf.sh FILE...
# Needs a Java 17 runtime, and mvn the first time: veraPDF comes from Maven Central into the user's cache.
# Exit status: 0 all conform, 1 some do not, 3 veraPDF cannot be had.
set -u
version=1.28.2
cache="${XDG_CACHE_HOME:-$HOME/.cache}/consilium"
jar="$cache/greenfield-apps-$version.jar"
if [ ! -f "$jar" ]; then
  # A registry may be busy for a moment.
  for attempt in 1 2 3; do
    command -v mvn >/dev/null && mkdir -p "$cache" &&
      mvn -B -q dependency:copy -Dartifact="org.verapdf.apps:greenfield-apps:$version" -DoutputDirectory="$cache" && break
    sleep "$attempt"
  done
fi
if [ ! -f "$jar" ] || ! command -v java >/dev/null; then
  echo "verapdf.sh: no veraPDF here (it needs java, and mvn to fetch it)" >&2
  exit 3
fi
status=0
for profile in 3a ua1; do
  java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper --format text -v --flavour "$profile" "$@" || status=1
done
exit "$status"
