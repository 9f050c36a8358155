package io.lappet.gen;

import io.lappet.internal.fabric.Calendar;

/** Makes timers with a calendar of a test. */
public final class TimersAt {
  private TimersAt() {}

  public static TimerMaker of(Weaving weaving, String method, Calendar calendar) {
    return weaving.timer(method).at(calendar);
  }
}
