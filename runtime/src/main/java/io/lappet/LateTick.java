package io.lappet;

import java.time.Duration;

/**
 * A run of a periodic method that began late: by more than ten milliseconds, and by more than a tenth
 * of its period.
 *
 * @param timer whose run it is
 * @param tick the run; its {@link Tick#missed} are the ticks it stands for as well
 * @param lateness how late it began, counted from the first tick it stands for
 * @param culprit what held it up longest, in words for people
 */
public record LateTick(Timer timer, Tick tick, Duration lateness, String culprit) {
  @Override
  public String toString() {
    return timer.name() + " began " + lateness.toMillis() + " ms late because of " + culprit;
  }
}
