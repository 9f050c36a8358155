package io.lappet.benchmarks.timers;

import io.lappet.Fabric;
import io.lappet.gen.Weaving;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The processor time that timers of one minute take, beside that of the same process without them. */
public final class IdleTimers {
  private static final int NUMBER = 10_000;
  private static final int MINUTE = 60_000;

  private IdleTimers() {}

  /** Arguments: for how many minutes (2 by default) to look. */
  public static void main(String[] arguments) throws Exception {
    long minutes = arguments.length == 0 ? 2 : Long.parseLong(arguments[0]);
    long alone = processorTime(minutes);
    AtomicInteger runs = new AtomicInteger();
    try (Fabric fabric = Fabric.create()) {
      Weaving weaving = Weaving.of(fabric, 1, "Idle", runs);
      Random random = new Random(1);
      for (int i = 0; i < NUMBER; i++) {
        weaving
            .timer("t" + i)
            .every(Duration.ofMillis(MINUTE))
            .initialDelay(Duration.ofMillis(random.nextInt(MINUTE)))
            .runs(runs::incrementAndGet);
      }
      weaving.register();
      fabric.start();
      TimeUnit.MILLISECONDS.sleep(MINUTE); // for the compilers to come to an end
      runs.set(0);
      long busy = processorTime(minutes);
      System.out.printf(
          Locale.ROOT,
          "%d timers of one minute, %d runs in %d min: %d ms of processor time, %d ms without them:"
              + " %.3f %% of a core%n",
          NUMBER,
          runs.get(),
          minutes,
          busy,
          alone,
          100.0 * (busy - alone) / (minutes * MINUTE));
    }
  }

  /** Of the whole process in so many minutes, in milliseconds. */
  private static long processorTime(long minutes) throws InterruptedException {
    com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    TimeUnit.MINUTES.sleep(minutes);
    return (system.getProcessCpuTime() - before) / 1_000_000;
  }
}
