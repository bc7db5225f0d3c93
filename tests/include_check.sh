#!/usr/bin/env bash
# Holds the direction of the modules: a folder of generator/ includes only those before it in this list.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
order=(base model document ingest compare locale report typeset pdf html job cli store service daemon)
# Outputs and readers that must not know each other, although one comes later in the list.
apart=("ingest document" "compare document" "compare ingest" "locale document" "locale ingest" "report ingest"
  "typeset ingest" "typeset compare" "typeset locale" "typeset report" "pdf ingest" "pdf compare" "pdf locale" "pdf report"
  "html ingest" "html compare" "html locale" "html report" "html typeset" "html pdf" "store cli" "service cli")
declare -A rank; for i in "${!order[@]}"; do rank[${order[$i]}]=$i; done
bad=0
while IFS=: read -r file line include; do
  from=${file#generator/}; from=${from%%/*}
  to=${include#*generator/}; to=${to%%/*}
  case "$file" in generator/main.cpp | generator/daemon_main.cpp) continue ;; esac
  if [ -z "${rank[$from]:-}" ] || [ -z "${rank[$to]:-}" ]; then
    echo "$file:$line: includes a module that is not in the list of modules: $include"; bad=1
  elif [ "${rank[$to]}" -gt "${rank[$from]}" ]; then
    echo "$file:$line: $from must not include $to, which comes after it"; bad=1
  fi
  for pair in "${apart[@]}"; do
    if [ "$pair" = "$from $to" ]; then echo "$file:$line: $from must not include $to"; bad=1; fi
  done
done < <(grep -rnE '^#include "generator/' generator | sed -E 's/^([^:]+):([0-9]+):#include "([^"]+)".*/\1:\2:\3/')
# Nothing is made of a comparison that nobody searched for secrets: above compare, its JSON is a dossier's.
if grep -rnE 'compare::(to_json|compare_case)\(' generator | grep -vE '^generator/(compare/|job/dossier\.cpp:)'; then
  echo "^ compares, or writes, beside job/dossier.cpp, which searches for secrets"; bad=1
fi
# One adapter a library: the header of a library is seen by one module only.
while read -r module pattern; do
  if grep -rlE "#include <$pattern" generator | grep -vE "^generator/($module)/" ; then
    echo "^ includes <$pattern...>, which only $module may"; bad=1
  fi
done <<'RULES'
pdf hpdf
typeset hyphen
pdf libdeflate
base xxhash
base sha2
store|service Poco/
base|ingest rapidjson
report kainjow
typeset|pdf hb
cli CLI/
store Poco/Data/
service Poco/Net/
RULES
exit $bad
