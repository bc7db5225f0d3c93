#!/usr/bin/env bash
# Holds the comparison in docs/schema/openapi.json to docs/schema/comparison.schema.json, which a test of compare
# holds to what is written: the same definitions, under names of their own. CONSILIUM_REWRITE_GOLDENS=1 rewrites them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
schema=docs/schema/comparison.schema.json; openapi=docs/schema/openapi.json
rewritten=$(mktemp); trap 'rm -f "$rewritten"' EXIT
jq --indent 2 --slurpfile schemas "$schema" '
  def named: "Comparison" + (split("_") | map((.[:1] | ascii_upcase) + .[1:]) | add);
  def moved: walk(if type == "object" and (.["$ref"] | type) == "string"
                  then .["$ref"] |= "#/components/schemas/" + (ltrimstr("#/definitions/") | named) else . end);
  $schemas[0] as $schema |
  .components.schemas |=
    with_entries(select(.key | startswith("Comparison") | not)) +
    ($schema.definitions | with_entries(.key |= named) | moved) +
    {Comparison: ($schema | del(.["$schema"], .definitions) | moved)}' "$openapi" >"$rewritten"
[ -z "${CONSILIUM_REWRITE_GOLDENS:-}" ] || cp "$rewritten" "$openapi"
if ! diff <(jq -S . "$openapi") <(jq -S . "$rewritten"); then
  echo "$openapi describes another comparison than $schema: CONSILIUM_REWRITE_GOLDENS=1 tests/openapi_check.sh rewrites it"
  exit 1
fi
