#!/usr/bin/env bash
# Streams an archive of many gigabytes through `mbox-stat --numstat` with a heap of 64 MB and checks that nothing is lost:
# the generated mails are sent again and again, and each time must bring the same lines.
#
#   benchmarks/src/main/scripts/stream-archive.sh [GIGABYTES]     (10 when left out; needs the examples jar, git and python3)
set -euo pipefail
cd "$(dirname "$0")/../../../.."
gigabytes=${1:-10}
jar=examples/target/patchwork-examples.jar
[ -e "$jar" ] || { echo "no $jar: run mvn -DskipTests package first" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

count() { java -Xmx64m -XX:+UseSerialGC -jar "$jar" mbox-stat --numstat "$1"; }
# The number of a mail grows from one round to the next; everything else is the same.
without_numbers() { sed 's/^mail\t[0-9]*\t/mail\t/'; }

git init -q --initial-branch main "$work/history"
python3 patchwork-mbox/src/test/scripts/make-history.py 8000 11 --odd-messages | git -C "$work/history" fast-import --quiet
git -C "$work/history" format-patch --root --stdout -q main > "$work/mails"
size=$(wc -c < "$work/mails")
rounds=$(((gigabytes * 1000000000 + size - 1) / size))

count "$work/mails" | without_numbers > "$work/once"
for ((round = 0; round < rounds; round++)); do cat "$work/once"; done | md5sum > "$work/expected" &
start=$(date +%s)
for ((round = 0; round < rounds; round++)); do cat "$work/mails"; done | count /dev/stdin | without_numbers | md5sum > "$work/found"
end=$(date +%s)
wait
echo "$((size * rounds)) bytes, $rounds rounds of $(grep -c '^mail' "$work/once") mails, $((end - start)) s"
cmp "$work/expected" "$work/found" && echo "all lines as expected"
