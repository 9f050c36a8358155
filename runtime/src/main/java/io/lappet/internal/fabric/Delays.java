package io.lappet.internal.fabric;

import java.time.Duration;

/** What a run waits for on its way, one after the other, to tell what made it late. */
final class Delays {
  private String present = "the whole process, or the machine, which stood still";
  private long since;
  private String worst = "";
  private long longest = -1;

  /** It was due at {@code due}, in nanoseconds; nothing has happened yet. */
  Delays(long due) {
    since = due;
  }

  /** From {@code now} on it waits for {@code what}. */
  void waitFor(String what, long now) {
    if (now - since > longest) {
      longest = now - since;
      worst = present;
    }
    present = what;
    since = now;
  }

  /** It begins; returns what it has waited for longest. */
  String culprit(long now) {
    waitFor("", now);
    return worst + " (" + Duration.ofNanos(longest).toMillis() + " ms)";
  }
}
