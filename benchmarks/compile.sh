#!/usr/bin/env bash
# Measures what the processor adds to javac, beside Dagger, AutoValue and Micronaut: the CPU time of a
# cold javac with a processor, divided by that of javac without one on the same sources, in pairs.
# Needs a machine that does nothing else, and the modules built (mvn package -DskipTests). The peers
# are resolved by Maven the first time, into target/compile, and are no part of the build.
#
#   compile.sh [OPTION]... [WHAT]...
#
#   WHAT   trivial     classes with one guarded method
#          large       classes of 160 lines with consumers, locks and a timer
#          checks      the same: reading the bodies against not reading them
#          none        classes of 160 lines without annotations of ours
#          dagger, autovalue, micronaut
#                      trivial classes for these
#          all of them by default
#   -n N   classes (1000)
#   -r N   pairs (5)
#
# The JDK is that of JAVA_HOME.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$here/target/compile
java_home=${JAVA_HOME:+$JAVA_HOME/bin/}
javac=${java_home}javac
classes=1000 rounds=5

while getopts "n:r:h" option; do
  case $option in
    n) classes=$OPTARG ;;
    r) rounds=$OPTARG ;;
    *) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2 && exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- trivial large checks none dagger autovalue micronaut
mkdir -p "$work"

# The jars of one artifact and of what it needs, resolved once.
resolve() {
  local name=$1 pom=$work/$1.xml
  shift
  if [ ! -d "$work/lib/$name" ]; then
    {
      echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
      echo "<groupId>local</groupId><artifactId>$name</artifactId><version>1</version><dependencies>"
      for artifact in "$@"; do
        IFS=: read -r group id version <<< "$artifact"
        echo "<dependency><groupId>$group</groupId><artifactId>$id</artifactId>"
        echo "<version>$version</version></dependency>"
      done
      echo '</dependencies></project>'
    } > "$pom"
    mvn -B -ntp -q -f "$pom" dependency:copy-dependencies \
      -DoutputDirectory="$work/lib/$name.new" && mv "$work/lib/$name.new" "$work/lib/$name"
  fi
  path=$(printf '%s:' "$work/lib/$name"/*.jar)
}

ours() {
  resolve lappet com.palantir.javapoet:javapoet:0.22.0 org.jspecify:jspecify:1.0.0
  processor=$root/processor/target/classes:$path
  library=$root/annotations/target/classes:$root/runtime/target/classes:$path
  [ -d "$root/processor/target/classes" ] || { echo "build first: mvn package -DskipTests" >&2; exit 1; }
}

# write NAME TEMPLATE: CLASSES files in which @N@ is the number of the class.
write() {
  sources=$work/src/$1-$classes
  rm -rf "$sources"
  mkdir -p "$sources/app"
  for ((n = 0; n < classes; n++)); do
    printf '%s\n' "${2//@N@/$n}" > "$sources/app/C$n.java"
  done
}

# filler LINES: methods that only compute.
filler() {
  for ((i = 0; i < $1 / 8; i++)); do
    cat <<EOF
  int step$i(int from, java.util.List<String> names) {
    int sum = from;
    for (String name : names) {
      sum += name.length() * $i;
      names.stream().filter(it -> it.length() > 3).map(String::trim).forEach(it -> {});
    }
    return sum > $i ? sum : step$(((i + 1) % ($1 / 8)))(sum + 1, names.subList(0, 0));
  }
EOF
  done
}

# cpu COMMAND: seconds of user and system, of the process and its children.
cpu() {
  local TIMEFORMAT='%U %S' out
  out=$({ time "$@" > "$work/log" 2>&1; } 2>&1) || { cat "$work/log" >&2; exit 1; }
  awk '{ print $1 + $2 }' <<< "$out"
}

# compile OPTION...: a cold javac on the sources.
compile() {
  rm -rf "$work/out"
  mkdir -p "$work/out"
  cpu "$javac" -nowarn -d "$work/out" -cp "$library" "$@" @"$sources/files"
}

# pairs NAME [BASE-OPTION...] -- [OPTION...]: prints the median ratio and its spread.
pairs() {
  local name=$1 base=() with=() ratios=() bases=()
  shift
  while [ "$1" != -- ]; do base+=("$1"); shift; done
  shift
  with=("$@")
  find "$sources" -name '*.java' | sort > "$sources/files"
  for ((round = 0; round <= rounds; round++)); do
    local before after
    before=$(compile "${base[@]}")
    after=$(compile "${with[@]}")
    # The first pair fills the caches of the machine.
    [ "$round" = 0 ] || { ratios+=("$(awk "BEGIN { print $after / $before }")"); bases+=("$before"); }
  done
  printf '%s\n' "${ratios[@]}" | sort -n | awk -v name="$name" -v base="${bases[0]}" '
    { r[NR] = $1 }
    END { printf "%-12s %.2f (%.2f to %.2f) of %.1f s\n", name, r[int((NR + 1) / 2)], r[1], r[NR], base }'
}

off=-J-Dlappet.plugin=off
for what in "$@"; do
  case $what in
    trivial)
      ours
      write trivial 'package app;
abstract class C@N@ {
  @io.lappet.annotation.Synchronized void run() {}
}'
      pairs trivial -proc:none $off -- -processorpath "$processor"
      ;;
    large | checks)
      ours
      write large "package app;
import io.lappet.annotation.*;
abstract class C@N@ {
  private int sum;
  @Producer(to = \"words\") String read() { return \"\"; }
  @Consumer(from = \"words\", to = \"counts\") Integer count(String word) { return word.length(); }
  @Consumer(from = \"counts\") @Synchronized(lock = \"sum\") void add(Integer count) { sum += count; }
  @Synchronized(lock = \"sum\") int sum() { return sum; }
  @PeriodicTimer(every = \"5s\") @Synchronized(lock = \"sum\") void report() { sum = sum() / 2; }
$(filler 144)
}"
      if [ "$what" = large ]; then
        pairs large -proc:none $off -- -processorpath "$processor"
      else
        pairs checks $off -processorpath "$processor" -- -processorpath "$processor"
      fi
      ;;
    none)
      ours
      write none "package app;
class C@N@ {
$(filler 152)
}"
      pairs none -proc:none $off -- -processorpath "$processor"
      ;;
    dagger)
      resolve dagger com.google.dagger:dagger:2.57.2 com.google.dagger:dagger-compiler:2.57.2
      library=$path
      write dagger 'package app;
class C@N@ {
  @javax.inject.Inject C@N@() {}
}'
      pairs dagger -proc:none -- -processorpath "$path"
      ;;
    autovalue)
      resolve autovalue com.google.auto.value:auto-value-annotations:1.11.0 \
        com.google.auto.value:auto-value:1.11.0
      library=$path
      write autovalue 'package app;
@com.google.auto.value.AutoValue
abstract class C@N@ {
  abstract int size();
}'
      pairs autovalue -proc:none -- -processorpath "$path"
      ;;
    micronaut)
      resolve micronaut io.micronaut:micronaut-inject:4.9.9 io.micronaut:micronaut-inject-java:4.9.9
      library=$path
      write micronaut 'package app;
@jakarta.inject.Singleton
class C@N@ {
  void run() {}
}'
      pairs micronaut -proc:none -- -processorpath "$path"
      ;;
    *)
      echo "what is $what?" >&2
      exit 2
      ;;
  esac
done
