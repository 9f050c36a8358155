package io.lappet;

import java.time.Instant;

/**
 * One run of a periodic method.
 *
 * @param scheduled when it was due; if ticks were merged, when the last of them was due
 * @param actual when it began
 * @param missed how many earlier ticks were merged into this run
 */
public record Tick(Instant scheduled, Instant actual, int missed) {}
