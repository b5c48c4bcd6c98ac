#!/usr/bin/env bash
# Records what "git mailinfo" makes of each mail in src/test/resources/mails, in files next to it: its standard output
# (.info), message (.msg) and patch (.patch), and what it complains of if it gives up (.refused). What stands between dots
# in a name are options: 012-x.scissors.k.eml is read with --scissors and -k, and 160-y.quoted-cr=strip.eml with that.
# Recorded with git 2.39.5; another version may print other complaints.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mails=$here/../resources/mails
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT
# No configuration of the system or the user, and no repository around: both change what git does.
export GIT_CONFIG_NOSYSTEM=1 HOME=$outside LC_ALL=C.UTF-8 GIT_CEILING_DIRECTORIES=$outside
cd "$outside"

for mail in "$mails"/*.eml; do
  base=${mail%.eml}
  rm -f "$base.info" "$base.msg" "$base.patch" "$base.refused"
  options=()
  IFS=. read -ra words <<< "$(basename "$base")"
  for word in "${words[@]:1}"; do
    case $word in ?) options+=("-$word") ;; *) options+=("--$word") ;; esac
  done
  git mailinfo "${options[@]}" msg patch < "$mail" > info 2> complaint || cp complaint "$base.refused"
  mv info "$base.info"
  mv msg "$base.msg"
  mv patch "$base.patch"
done
printf '%s mails, of which git refuses %s\n' "$(ls "$mails"/*.eml | wc -l)" "$(ls "$mails"/*.refused | wc -l)"
