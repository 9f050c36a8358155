package io.lappet.annotation;

/** What a cron timer does with a time of day that comes twice, as clocks are put back over it. */
public enum Fold {
  /**
   * {@link #FIRST} if the expression names hours: what is to be done once on a day is done once.
   * {@link #BOTH} if it leaves the hour open, as {@code *}{@code /5 * * * *} does: then it goes on
   * every five minutes.
   */
  AUTO,

  /** It runs the first time. */
  FIRST,

  /** It runs the second time. */
  LAST,

  /** It runs both times. */
  BOTH
}
