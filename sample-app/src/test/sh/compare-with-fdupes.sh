#!/bin/sh
# Compares dupes with fdupes -rn on a tree of several thousand real files: their groups must be the
# same, in text and in JSON. Ends with 0 if they are, with 1 if not, and with 2 if it cannot tell.
#
#   compare-with-fdupes.sh [dupes.jar]
#
# The tree is made in a temporary folder: files of the JDK, of the local Maven repository and of the
# system, and among them copies, near copies, empty files, hard links, symbolic links, unreadable
# files and odd names. Root can read everything, so root lets somebody else search.
set -eu
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
jar=${1:-$here/../../../target/dupes.jar}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

fail() {
  echo "compare-with-fdupes: $*" >&2
  exit 2
}
command -v fdupes >/dev/null || fail "fdupes is not installed (package fdupes)"
[ -f "$jar" ] || fail "there is no $jar: build it with mvn package"

work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
tree=$work/tree
mkdir "$tree"
cp "$jar" "$work/dupes.jar"

# Copies the first $2 files of at most 1 MB below $1 to the folder $3 of the tree.
take() {
  [ -d "$1" ] || return 0
  mkdir "$tree/$3"
  (cd "$1" && find . -type f -size -1024k -readable | sort | head -n "$2" | tar cf - -T -) |
    tar xf - -C "$tree/$3"
}
jdk=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
take "$jdk" 800 jdk
take "${HOME:-/}/.m2/repository" 2500 repository
take /usr/share/doc 2500 doc
take /usr/lib 3000 lib

plant=$tree/planted
mkdir -p "$plant/copies" "$plant/near" "$plant/odd" "$plant/locked"
n=0
find "$tree" -type f -size +0 -size -200k ! -path "$plant/*" | sort | awk 'NR % 17 == 0' |
  head -n 400 | while IFS= read -r file; do
    n=$((n + 1))
    cp "$file" "$plant/copies/$n"
    case $((n % 5)) in
      0) cp "$file" "$plant/copies/$n-again" ;;
      1) ln "$file" "$plant/copies/$n-link" ;;                            # the same file once more
      2) { cat "$file" && printf x; } >"$plant/near/$n" ;;                # another size
      3) { tail -c +2 "$file" && printf x; } >"$plant/near/$n" ;;         # the same size
      4) ln -s "$file" "$plant/copies/$n-symlink" ;;
    esac
  done
head -c 100000 /dev/zero >"$plant/near/zero"                              # differ after 16 KiB
{ head -c 99999 /dev/zero && printf x; } >"$plant/near/one"
{ head -c 99999 /dev/zero && printf x; } >"$plant/near/two"
for length in 16383 16384 16385; do
  head -c $length /dev/zero >"$plant/near/$length-a"
  head -c $length /dev/zero >"$plant/near/$length-b"
done
: >"$plant/empty-a"
: >"$plant/empty-b"
ln "$plant/near/one" "$plant/a-link-that-sorts-first"
ln -s "$tree" "$plant/loop"
ln -s /nowhere "$plant/broken"
for name in 'with blanks' 'with "quotes"' 'with\backslash' "$(printf 'tab\there')" \
  "$(printf 'gr\303\274n')" "$(printf 'no UTF-8 \377')" "$(printf '\360\237\230\200')" '-dash'; do
  printf 'something odd' >"$plant/odd/$name"
done
cp -R "$plant/odd" "$plant/locked/odd"
printf 'a secret' >"$plant/secret-a"
printf 'a secret' >"$plant/secret-b"
chmod 000 "$plant/secret-a" "$plant/locked"

as() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
  command -v setpriv >/dev/null || fail "root can read everything, and there is no setpriv"
  chown -R 65534:65534 "$work"
  as() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
fi

as fdupes -rnq "$tree" >"$work/fdupes.txt" 2>/dev/null
code=0
as "$java" -jar "$work/dupes.jar" -q "$tree" >"$work/dupes.txt" 2>"$work/stderr" || code=$?
if [ $code -ne 3 ]; then
  cat "$work/stderr" >&2
  fail "dupes ended with $code, not with 3 for the unreadable files"
fi
as "$java" -jar "$work/dupes.jar" -q --json "$tree" >"$work/dupes.json" 2>/dev/null || true
"$java" "$here/JsonGroups.java" <"$work/dupes.json" >"$work/json.txt"

# Turns paths into files, so that it does not matter which of several hard links is named, and sorts.
files_of() {
  awk 'BEGIN { RS = ""; FS = "\n" } { for (i = 1; i <= NF; i++) if ($i != "") print NR }' "$1" >"$1.n"
  grep -v '^$' "$1" | tr '\n' '\0' | xargs -0 -r stat -c '%d:%i' -- >"$1.files"
  paste "$1.n" "$1.files" | sort -k1,1n -k2,2 |
    awk '$1 != last { if (NR > 1) print ""; last = $1 } { printf "%s ", $2 } END { print "" }' |
    sort >"$1.sorted"
}
files_of "$work/fdupes.txt"
files_of "$work/dupes.txt"

echo "$(find "$tree" -type f 2>/dev/null | wc -l) files;" \
  "fdupes: $(wc -l <"$work/fdupes.txt.sorted") groups of $(wc -l <"$work/fdupes.txt.n") files;" \
  "dupes: $(wc -l <"$work/dupes.txt.sorted") groups of $(wc -l <"$work/dupes.txt.n") files;" \
  "not readable: $(grep -c '^  ' "$work/stderr")"
grep -q '/secret-a: permission denied$' "$work/stderr" || fail "secret-a was not reported"
grep -q '/locked: permission denied$' "$work/stderr" || fail "the locked folder was not reported"
status=0
diff "$work/fdupes.txt.sorted" "$work/dupes.txt.sorted" >&2 || status=1
cmp "$work/dupes.txt" "$work/json.txt" >&2 || status=1
[ $status -eq 0 ] && echo "the same groups, in text and in JSON"
exit $status
