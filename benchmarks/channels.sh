#!/usr/bin/env bash
# Compares channels with what one would write by hand or take from another library, all contenders in
# turn, each in JVMs of its own, and prints a table for each measurement. Needs a machine that does
# nothing else, and target/benchmarks.jar (mvn -Pbenchmarks package -DskipTests).
#
#   channels.sh [OPTION]... [WHAT]...
#
#   WHAT   1+1, 1+2, 2+1 or 2+2 (producers + consumers), batch, hot or asleep (round trips), or idle;
#          all of them by default
#   -1     on one processor
#   -f N   forks of each contender (5)
#   -i N   iterations of a fork, and as many before to warm up (5)
#   -m N   milliseconds of an iteration (1000)
#   -c A,B these contenders only; without ArrayBlockingQueue ratios are to the first
#
# The JDK is that of JAVA_HOME.
set -euo pipefail

jar=$(cd "$(dirname "$0")" && pwd)/target/benchmarks.jar
java=(${JAVA_HOME:+"$JAVA_HOME/bin/"}java)
forks=5 iterations=5 millis=1000 contenders=()

while getopts "1f:i:m:c:h" option; do
  case $option in
    1) java=(taskset -c 0 "${java[@]}") ;;
    f) forks=$OPTARG ;;
    i) iterations=$OPTARG ;;
    m) millis=$OPTARG ;;
    c) IFS=, read -ra contenders <<<"$OPTARG" ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))

if [ $# = 0 ]; then
  set -- 1+1 1+2 2+1 2+2 batch hot asleep idle
fi
for what in "$@"; do
  if [ "$what" = idle ]; then
    "${java[@]}" -cp "$jar" io.lappet.benchmarks.channels.Idle
  else
    "${java[@]}" -cp "$jar" io.lappet.benchmarks.channels.Compare \
      "$what" "$forks" "$iterations" "$millis" ${contenders[@]+"${contenders[@]}"}
  fi
done
