package io.lappet.benchmarks.timers;

import io.lappet.Body;
import io.lappet.Fabric;
import io.lappet.Task;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Schedules a million one-shot timers and takes all of them back, as one does whose calls have a
 * limit; and says how much heap each takes. Contenders take turns, so that what the machine does
 * besides meets them all.
 */
public final class OneShots {
  private static final int NUMBER = 1_000_000;
  private static final int HOUR = 3_600_000;

  private OneShots() {}

  /** One way to have timers. */
  private interface Contender extends AutoCloseable {
    Object schedule(long millis);

    void cancel(Object timer);

    @Override
    void close();
  }

  /** How one is made. */
  private record Kind(String name, java.util.function.Supplier<Contender> maker) {}

  private static final class Lappet implements Contender {
    private static final Body NOTHING = () -> {};

    private final Fabric fabric = Fabric.create();

    @Override
    public Object schedule(long millis) {
      return fabric.after(Duration.ofMillis(millis), "timer", NOTHING);
    }

    @Override
    public void cancel(Object timer) {
      ((Task<?>) timer).cancel(false);
    }

    @Override
    public void close() {
      fabric.close();
    }
  }

  private static final class Executor implements Contender {
    private static final Runnable NOTHING = () -> {};

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    Executor(boolean removes) {
      executor.setRemoveOnCancelPolicy(removes);
    }

    @Override
    public Object schedule(long millis) {
      return executor.schedule(NOTHING, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cancel(Object timer) {
      ((Future<?>) timer).cancel(false);
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  private static final class Netty implements Contender {
    private final HashedWheelTimer wheel = new HashedWheelTimer();

    @Override
    public Object schedule(long millis) {
      return wheel.newTimeout(timeout -> {}, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cancel(Object timer) {
      ((Timeout) timer).cancel();
    }

    @Override
    public void close() {
      wheel.stop();
    }
  }

  /** Arguments: how many rounds (15 by default, of which the first third is to warm up). */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    List<Kind> kinds = List.of(
        new Kind("Fabric.after", Lappet::new),
        new Kind("ScheduledThreadPoolExecutor, removing", () -> new Executor(true)),
        new Kind("ScheduledThreadPoolExecutor", () -> new Executor(false)),
        new Kind("HashedWheelTimer", Netty::new));
    long[] delays =
        new Random(1).longs(NUMBER, HOUR / 60, HOUR).toArray(); // none comes while we measure
    double[][] schedule = new double[kinds.size()][rounds];
    double[][] cancel = new double[kinds.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < kinds.size(); i++) {
        run(kinds.get(i), delays, round, schedule[i], cancel[i]);
      }
    }
    double[] sums = new double[kinds.size()];
    for (int i = 0; i < kinds.size(); i++) {
      double scheduled = median(schedule[i], rounds / 3);
      double cancelled = median(cancel[i], rounds / 3);
      sums[i] = scheduled + cancelled;
      System.out.printf(
          Locale.ROOT,
          "%s: schedule %.0f ms, cancel %.0f ms, sum %.0f ms, %.2f of the removing executor%n",
          kinds.get(i).name(),
          scheduled,
          cancelled,
          sums[i],
          sums[i] / sums[Math.min(i, 1)]);
    }
    System.out.printf(
        Locale.ROOT,
        "Fabric.after: %.2f of the removing executor, %.2f of the other%n",
        sums[0] / sums[1],
        sums[0] / sums[2]);
    for (Kind kind : kinds) {
      System.out.printf(
          Locale.ROOT,
          "%s: %.0f bytes of heap for each timer%n",
          kind.name(),
          heapOf(kind, delays));
    }
  }

  private static void run(Kind kind, long[] delays, int round, double[] schedule, double[] cancel) {
    Object[] timers = new Object[delays.length];
    System.gc();
    try (Contender contender = kind.maker().get()) {
      long begin = System.nanoTime();
      for (int i = 0; i < delays.length; i++) {
        timers[i] = contender.schedule(delays[i]);
      }
      long middle = System.nanoTime();
      for (Object timer : timers) {
        contender.cancel(timer);
      }
      long end = System.nanoTime();
      schedule[round] = (middle - begin) / 1e6;
      cancel[round] = (end - middle) / 1e6;
    }
  }

  private static double heapOf(Kind kind, long[] delays) throws InterruptedException {
    Object[] timers = new Object[delays.length];
    long before = usedHeap();
    try (Contender contender = kind.maker().get()) {
      for (int i = 0; i < delays.length; i++) {
        timers[i] = contender.schedule(delays[i]);
      }
      double bytes = (usedHeap() - before) / (double) timers.length;
      for (Object timer : timers) {
        contender.cancel(timer);
      }
      return bytes;
    }
  }

  private static double median(double[] values, int skipped) {
    double[] measured = Arrays.copyOfRange(values, skipped, values.length);
    Arrays.sort(measured);
    return measured[measured.length / 2];
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
