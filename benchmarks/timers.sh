#!/usr/bin/env bash
# Compares timers with those of the JDK and with a hashed wheel. Needs a machine that does nothing
# else, and target/benchmarks.jar (mvn -Pbenchmarks package -DskipTests).
#
#   timers.sh [OPTION]... [WHAT]...
#
#   WHAT   shots (a million one-shot timers, scheduled and taken back, and their heap), periods (the
#          lateness of a timer of one millisecond), or idle (what 10,000 timers of one minute take);
#          all of them by default
#   -r N   rounds of shots, of which a third is to warm up (15)
#   -s N   seconds of periods (60)
#   -m N   minutes of idle (2)
#
# The JDK is that of JAVA_HOME.
set -euo pipefail

jar=$(cd "$(dirname "$0")" && pwd)/target/benchmarks.jar
java=(${JAVA_HOME:+"$JAVA_HOME/bin/"}java)
rounds=15 seconds=60 minutes=2

while getopts "r:s:m:h" option; do
  case $option in
    r) rounds=$OPTARG ;;
    s) seconds=$OPTARG ;;
    m) minutes=$OPTARG ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))

run() {
  "${java[@]}" -Xms4g -Xmx4g -cp "$jar" "io.lappet.benchmarks.timers.$1" "$2"
}

if [ $# = 0 ]; then
  set -- shots periods idle
fi
for what in "$@"; do
  case $what in
    shots) run OneShots "$rounds" ;;
    periods) run Periods "$seconds" ;;
    idle) run IdleTimers "$minutes" ;;
    *) echo "$what is none of these" >&2 && exit 2 ;;
  esac
done
