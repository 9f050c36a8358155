package io.lappet.benchmarks.timers;

import io.lappet.Fabric;
import io.lappet.Tick;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How late the ticks of a timer of one millisecond are, and whether any is lost, early or drifts. */
public final class Periods {
  private static final long PERIOD = 1_000_000;

  private final long[] lateness; // of each run, in nanoseconds
  private volatile int runs;
  private long early; // of the one who runs
  private long missed;
  private long drift;

  private Periods(long seconds) {
    lateness = new long[(int) (seconds * 1100)];
  }

  /** Arguments: for how many seconds (60 by default). */
  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length == 0 ? 60 : Long.parseLong(arguments[0]);
    lappet(3); // to warm up
    executor(3);
    Periods ours = lappet(seconds);
    Periods theirs = executor(seconds);
    ours.print("@PeriodicTimer", seconds);
    theirs.print("ScheduledThreadPoolExecutor", seconds);
    System.out.printf(
        Locale.ROOT, "median: %.2f of the executor's%n", ours.part(0.5) / theirs.part(0.5));
  }

  private void note(long late) {
    int run = runs;
    if (run < lateness.length) {
      lateness[run] = late;
      runs = run + 1;
    }
    early += late < 0 ? 1 : 0;
  }

  private static Periods lappet(long seconds) throws InterruptedException {
    Periods periods = new Periods(seconds);
    Instant[] first = new Instant[1];
    try (Fabric fabric = Fabric.create()) {
      Weaving weaving = Weaving.of(fabric, 1, "Periods", periods);
      weaving.timer("tick").every(Duration.ofNanos(PERIOD)).runsWith(tick -> {
        periods.note(Duration.between(tick.scheduled(), Instant.now()).toNanos());
        periods.follow(first, tick);
      });
      weaving.register();
      fabric.start();
      TimeUnit.SECONDS.sleep(seconds);
    }
    return periods;
  }

  /** Where a tick is, counted from the first one and all that were run or merged since. */
  private void follow(Instant[] first, Tick tick) {
    missed += tick.missed();
    if (first[0] == null) {
      first[0] = tick.scheduled();
      missed = 0;
    }
    Duration since = Duration.between(first[0], tick.scheduled());
    drift = since.toNanos() - (runs - 1 + missed) * PERIOD;
  }

  private static Periods executor(long seconds) throws InterruptedException {
    Periods periods = new Periods(seconds);
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    executor.prestartAllCoreThreads();
    long begin = System.nanoTime();
    executor.scheduleAtFixedRate(
        () -> periods.note(System.nanoTime() - begin - (periods.runs + 1) * PERIOD),
        PERIOD,
        PERIOD,
        TimeUnit.NANOSECONDS);
    TimeUnit.SECONDS.sleep(seconds);
    executor.shutdownNow();
    executor.awaitTermination(1, TimeUnit.SECONDS);
    return periods;
  }

  private void print(String what, long seconds) {
    System.out.printf(
        Locale.ROOT,
        "%s, 1 ms for %d s: %d runs, %d merged, %d early, drift %d ns; late by %.1f us (median),"
            + " %.1f us (99 %%)%n",
        what,
        seconds,
        runs,
        missed,
        early,
        drift,
        part(0.5) / 1e3,
        part(0.99) / 1e3);
  }

  private double part(double part) {
    long[] sorted = Arrays.copyOf(lateness, runs);
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
