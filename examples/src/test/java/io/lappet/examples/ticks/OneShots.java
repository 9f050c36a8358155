package io.lappet.examples.ticks;

import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.ArrayList;
import java.util.List;

/** Delayed tasks, for tests that say what each does. */
abstract class OneShots {
  final List<String> log = new ArrayList<>();
  private final Beats.Beat beat;

  OneShots(Beats.Beat beat) {
    this.beat = beat;
  }

  void say(String what, List<String> more) throws Exception {
    log.add(what + more);
    beat.at(null);
  }

  @Async(delay = "100ms")
  abstract void sayAsync(String what, List<String> more);

  int count(int n) throws Exception {
    beat.at(null);
    return n + 1;
  }

  @Async(delay = "100ms")
  abstract Task<Integer> countAsync(int n);
}
