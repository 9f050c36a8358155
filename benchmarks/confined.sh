#!/usr/bin/env bash
# Compares a confined object that is told items through a twin with an actor, in turn, each in JVMs of
# its own, with one sender and with two; then says how many bytes an idle mailbox takes. Needs a
# machine that does nothing else, and target/benchmarks.jar (mvn -Pbenchmarks package -DskipTests).
#
#   confined.sh [OPTION]...    as those of channels.sh
#
# The JDK is that of JAVA_HOME.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+"$JAVA_HOME/bin/"}java

"$here/channels.sh" -c Pekko,LappetConfined "$@" 1+1 2+1
"$java" -cp "$here/target/benchmarks.jar" io.lappet.benchmarks.confined.Mailboxes
