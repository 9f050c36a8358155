package io.lappet.internal.time;

/**
 * What is done with local times that are no plain times, because clocks are put forward or back.
 *
 * @param endOfGap whether times that clocks skip become one at the end of what they skip
 * @param first whether times that come twice are meant the first time
 * @param last whether they are meant the second time
 */
public record Clocks(boolean endOfGap, boolean first, boolean last) {
  /**
   * What people expect of {@code fields}. Who names hours wants something done on that day, once. Who
   * names none wants it done as time goes by, as at that time of every hour.
   */
  public static Clocks usual(CronFields fields) {
    boolean goesOn = fields.isInEveryHour();
    return new Clocks(!goesOn, true, goesOn);
  }

  /** The same with another rule for times that are skipped. */
  public Clocks withGap(boolean atEnd) {
    return new Clocks(atEnd, first, last);
  }

  /** The same with another rule for times that come twice. */
  public Clocks withFold(boolean first, boolean last) {
    return new Clocks(endOfGap, first, last);
  }
}
