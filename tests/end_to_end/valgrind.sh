#!/usr/bin/env bash
# Every sample in three languages under memcheck: no bad access, no unset value used, nothing lost.
# usage: valgrind.sh PROGRAM WORK_FOLDER
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/end_to_end/languages.sh
command -v valgrind >/dev/null || { echo "left out: valgrind is missing"; exit 77; }
rm -rf "$work"
# mimalloc has one function for new and new[], and one for free and delete: valgrind cannot tell them apart, and takes them for
# mismatched. The address sanitizer holds that they match.
valgrind --quiet --show-mismatched-frees=no --soname-synonyms=somalloc=libmimalloc.so.2 --error-exitcode=9 \
  --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect \
  "$program" report samples/*/case.json --lang "$usual" --format pdf,html,json --out "$work"
