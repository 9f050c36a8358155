#!/bin/sh
# Measures dupes against jdupes -rq in pairs, one after the other, on a warm cache and with the start
# of the JVM, and prints the median wall times, differences and ratios. Needs a machine that does
# nothing else.
#
#   race-with-jdupes.sh DIRECTORY [PAIRS [dupes.jar]]
set -eu

directory=$1
pairs=${2:-7}
jar=${3:-$(cd "$(dirname "$0")" && pwd)/../../../target/dupes.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

millis() {
  before=$(date +%s%N)
  "$@" >/dev/null 2>&1 || true
  echo $((($(date +%s%N) - before) / 1000000))
}

median() {
  sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'
}

ours() { millis "$java" -jar "$jar" "$directory" </dev/null; }
theirs() { millis jdupes -rq "$directory"; }

ours >/dev/null && theirs >/dev/null # what is not in the cache comes into it
results=$(for _ in $(seq "$pairs"); do echo "$(ours) $(theirs)"; done)
echo "$results" | awk '{ printf "dupes %d ms, jdupes %d ms: %+d ms, ratio %.2f\n", $1, $2, $1 - $2, $1 / $2 }'
echo "median of $pairs pairs: dupes $(echo "$results" | awk '{ print $1 }' | median) ms," \
  "jdupes $(echo "$results" | awk '{ print $2 }' | median) ms," \
  "difference $(echo "$results" | awk '{ print $1 - $2 }' | median) ms," \
  "ratio $(echo "$results" | awk '{ printf "%.2f\n", $1 / $2 }' | median)"
