package io.lappet.annotation;

/** What a cron timer does with a time of day that comes twice, as clocks are put back over it. */
public enum Fold {
  /** It runs the first time. */
  FIRST,

  /** It runs the second time. */
  LAST,

  /** It runs both times. */
  BOTH
}
