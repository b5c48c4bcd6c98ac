#!/usr/bin/env bash
# Records what git makes of each diff in src/test/resources/diffs, in files next to it: what "git apply" prints with
# --numstat and --summary, what it complains of if it does, and the first stable, unstable and verbatim patch id. A name that ends
# in .p0.diff is read with -p0.
# Recorded with git 2.39.5; another version may print other complaints.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
diffs=$here/../resources/diffs
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT
# No configuration of the system or the user, and no repository around: both change what git prints.
export GIT_CONFIG_NOSYSTEM=1 HOME=$outside LC_ALL=C.UTF-8 GIT_CEILING_DIRECTORIES=$outside
cd "$outside"

for diff in "$diffs"/*.diff; do
  base=${diff%.diff}
  rm -f "$base.numstat" "$base.summary" "$base.refused"
  options=()
  case $base in *.p0) options=(-p0) ;; esac
  git apply --numstat "${options[@]}" "$diff" > "$base.numstat" 2> complaint || true
  git apply --summary "${options[@]}" "$diff" > "$base.summary" 2> /dev/null || true
  for kind in --stable --unstable --verbatim; do
    git patch-id "$kind" < "$diff" | head -n 1 | cut -d ' ' -f 1 | grep . || echo none
  done > "$base.patch-ids"
  if [ -s complaint ]; then
    sed "s#$diff#DIFF#g" complaint > "$base.refused"
    rm -f "$base.numstat" "$base.summary"
  fi
done
printf '%s diffs, of which git complains about %s\n' "$(ls "$diffs"/*.diff | wc -l)" "$(ls "$diffs"/*.refused | wc -l)"
