package io.lappet.annotation;

/** What a cron timer does with a time of day that does not exist, as clocks are put forward over it. */
public enum Gap {
  /** It runs once at the end of the gap: 02:30 becomes 03:00. */
  AT_END,

  /** It does not run on that day. */
  SKIP
}
