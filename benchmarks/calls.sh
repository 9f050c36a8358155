#!/usr/bin/env bash
# Compares calls that run elsewhere with what one would write by hand, and says what each allocates
# (gc.alloc.rate.norm). Needs a machine that does nothing else, and target/benchmarks.jar
# (mvn -Pbenchmarks package -DskipTests).
#
#   calls.sh [OPTION]... [WHAT]...
#
#   WHAT   trip, burst, virtual (needs JDK 21), or sleepers (the heap of a million outstanding calls);
#          all of them by default
#   -f N   forks of each contender (5)
#   -i N   iterations of a fork, and as many before to warm up (5)
#   -m N   milliseconds of an iteration (1000)
#
# The JDK is that of JAVA_HOME.
set -euo pipefail

jar=$(cd "$(dirname "$0")" && pwd)/target/benchmarks.jar
java=(${JAVA_HOME:+"$JAVA_HOME/bin/"}java)
forks=5 iterations=5 millis=1000

while getopts "f:i:m:h" option; do
  case $option in
    f) forks=$OPTARG ;;
    i) iterations=$OPTARG ;;
    m) millis=$OPTARG ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))

run() {
  "${java[@]}" -jar "$jar" "$1" -p by="$2" -prof gc -f "$forks" \
    -i "$iterations" -wi "$iterations" -r "${millis}ms" -w "${millis}ms"
}

if [ $# = 0 ]; then
  set -- trip burst virtual sleepers
fi
for what in "$@"; do
  case $what in
    trip) run 'CallBenchmark.roundTrip' twin,twinCallerRuns,submit,forkJoin,supplyAsync ;;
    burst) run 'CallBenchmark.burst' twin,twinCallerRuns,submit,forkJoin,supplyAsync ;;
    virtual) run 'CallBenchmark' virtualTwin,virtualThread ;;
    sleepers) "${java[@]}" -Xmx4g -cp "$jar" io.lappet.benchmarks.calls.Sleepers ;;
    *) echo "$what is none of these" >&2 && exit 2 ;;
  esac
done
