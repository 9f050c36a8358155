package io.lappet.examples.rules;

import io.lappet.Fabric;
import io.lappet.TimeSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what happens in a test, each line with the milliseconds since the beginning. */
final class Log {
  private final TimeSource time;
  private final long begin;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  Log(Fabric fabric) {
    this.time = fabric.time();
    this.begin = time.nanos();
  }

  void add(Object what) {
    lines.add(what + "@" + now());
  }

  long now() {
    return (time.nanos() - begin) / 1_000_000;
  }

  /** The lines, as {@code text@100}. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The lines without their times. */
  List<String> texts() {
    return lines.stream().map(line -> line.substring(0, line.lastIndexOf('@'))).toList();
  }

  /** The lines that begin with {@code text}. */
  List<String> linesOf(String text) {
    return lines.stream().filter(line -> line.startsWith(text)).toList();
  }
}
