package io.lappet.annotation;

/** What a cron timer does with a time of day that does not exist, as clocks are put forward over it. */
public enum Gap {
  /**
   * {@link #AT_END} if the expression names hours: what is to be done on a day is done. {@link #SKIP}
   * if it leaves the hour open, as {@code *}{@code /5 * * * *} does: then it goes on every five
   * minutes.
   */
  AUTO,

  /**
   * It runs at the end of the gap: 02:30 becomes 03:00. However many of its times are in one gap,
   * there is one run, and it is the same run as that of a time which is just there.
   */
  AT_END,

  /** That time is left out. */
  SKIP
}
