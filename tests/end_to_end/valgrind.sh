#!/usr/bin/env bash
# Every sample in every language under memcheck: no bad access, no unset value used, nothing lost.
# usage: valgrind.sh PROGRAM WORK_FOLDER
set -euo pipefail
program=$(realpath "$1"); work=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
command -v valgrind >/dev/null || { echo "left out: valgrind is missing"; exit 77; }
rm -rf "$work"
valgrind --quiet --soname-synonyms=somalloc=libmimalloc.so.2 --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite,indirect \
  "$program" report samples/*/case.json --lang all --format pdf,html,json --out "$work"
