#!/usr/bin/env bash
# Races at the rings of channels under jcstress, millions of times (src/jcstress). Fails if anything is
# lost, doubled or out of order, or if somebody is not woken. Needs the runtime built (mvn package
# -DskipTests); jcstress is resolved by Maven the first time, into target/jcstress.
#
#   rings.sh [OPTION]...    as those of jcstress; -m quick by default
#
# The JDK is that of JAVA_HOME.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$here/target/jcstress
java_home=${JAVA_HOME:+$JAVA_HOME/bin/}
[ $# -gt 0 ] || set -- -m quick

runtime=$root/runtime/target/classes
[ -d "$runtime" ] || { echo "build first: mvn package -DskipTests" >&2; exit 2; }

mkdir -p "$work"
if [ ! -d "$work/lib" ]; then
  cat > "$work/pom.xml" << 'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>jcstress</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.openjdk.jcstress</groupId>
      <artifactId>jcstress-core</artifactId>
      <version>0.16</version>
    </dependency>
    <dependency>
      <groupId>org.jspecify</groupId>
      <artifactId>jspecify</artifactId>
      <version>1.0.0</version>
    </dependency>
  </dependencies>
</project>
POM
  mvn -B -ntp -q -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/lib.new"
  mv "$work/lib.new" "$work/lib"
fi

rm -rf "$work/out"
mkdir -p "$work/out"
path="$work/lib/*:$runtime:$root/annotations/target/classes"
"${java_home}javac" -nowarn -d "$work/out" -cp "$path" \
  -processorpath "$(printf '%s:' "$work"/lib/*.jar)" $(find "$here/src/jcstress" -name '*.java')
cd "$work"
"${java_home}java" -cp "out:$path" org.openjdk.jcstress.Main -t RingStress "$@" | tee log
! grep -qE '(FAILED|ERROR|TIMEOUT)\]' log
grep -qE '^ *\(Results: .* 0 failed, 0 soft errs, 0 hard errs\)' log
