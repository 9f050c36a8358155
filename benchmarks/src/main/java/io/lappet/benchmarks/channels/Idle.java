package io.lappet.benchmarks.channels;

import io.lappet.Fabric;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The processor time of a process whose pipeline of ten channels has nothing to do, beside that of
 * the same process before it had a pipeline.
 */
public final class Idle {
  private static final int ITEMS = 1_000_000;

  private Idle() {}

  /** Arguments: for how many seconds (20 by default) to look. */
  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length == 0 ? 20 : Long.parseLong(arguments[0]);
    print("the JVM alone", seconds);
    Round round = new Round("1+1", ITEMS);
    try (Fabric fabric = Fabric.create()) {
      fabric.start(new WovenIdle_TenChannels(fabric, round));
      round.run();
      TimeUnit.SECONDS.sleep(1); // for the compilers to come to an end
      print("with ten channels that have carried " + ITEMS + " items each", seconds);
      round.stop();
    }
  }

  private static void print(String what, long seconds) throws InterruptedException {
    long before = processNanos();
    long beforeOfThreads = threadNanos();
    TimeUnit.SECONDS.sleep(seconds);
    System.out.printf(
        Locale.ROOT,
        "%s: in %d s %.0f ms of processor time (in steps of 10), %.3f ms of it in Java threads%n",
        what,
        seconds,
        (processNanos() - before) / 1e6,
        (threadNanos() - beforeOfThreads) / 1e6);
  }

  /** Of everything, the JVM's own threads too, but coarse. */
  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long threadNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getAllThreadIds())
        .map(threads::getThreadCpuTime)
        .sum();
  }

  /** A producer that waits for the next round, nine stages, and a consumer at the end. */
  abstract static class TenChannels {
    private final Supply supply;
    private final Sink sink;

    TenChannels(Round round) {
      supply = round.supplies.get(0);
      sink = round.sinks.get(0);
    }

    @Producer(to = "c0")
    @Nullable
    Integer next() throws InterruptedException {
      return supply.next();
    }

    @Consumer(from = "c0", to = "c1")
    Integer pass0(Integer item) {
      return item;
    }

    @Consumer(from = "c1", to = "c2")
    Integer pass1(Integer item) {
      return item;
    }

    @Consumer(from = "c2", to = "c3")
    Integer pass2(Integer item) {
      return item;
    }

    @Consumer(from = "c3", to = "c4")
    Integer pass3(Integer item) {
      return item;
    }

    @Consumer(from = "c4", to = "c5")
    Integer pass4(Integer item) {
      return item;
    }

    @Consumer(from = "c5", to = "c6")
    Integer pass5(Integer item) {
      return item;
    }

    @Consumer(from = "c6", to = "c7")
    Integer pass6(Integer item) {
      return item;
    }

    @Consumer(from = "c7", to = "c8")
    Integer pass7(Integer item) {
      return item;
    }

    @Consumer(from = "c8", to = "c9")
    Integer pass8(Integer item) {
      return item;
    }

    @Consumer(from = "c9")
    void accept(Integer item) {
      sink.accept(item);
    }
  }
}
