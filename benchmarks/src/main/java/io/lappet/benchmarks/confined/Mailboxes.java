package io.lappet.benchmarks.confined;

import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.Loop;
import io.lappet.gen.Weaving;
import java.lang.ref.Reference;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many bytes an idle mailbox takes beyond its object, by the heap that many of them occupy: new
 * ones, and those that have had a message each.
 */
public final class Mailboxes {
  private static final int OBJECTS = 100_000;
  private static final int COLLECTIONS = 5;

  private Mailboxes() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    Threads threads = new Threads();
    try (Fabric fabric = Fabric.builder().listener(threads).build()) {
      print("without a bound", bytesEach(fabric, threads, ChannelSpec.UNBOUNDED));
      print("with a bound", bytesEach(fabric, threads, 256));
    }
  }

  /** Knows how many threads there are. */
  private static final class Threads implements FabricListener {
    private final AtomicInteger alive = new AtomicInteger();

    @Override
    public void onStart(String name, Thread thread) {
      alive.incrementAndGet();
    }

    @Override
    public void onEnd(String name, Thread thread) {
      alive.decrementAndGet();
    }

    void awaitNone() throws InterruptedException {
      while (alive.get() > 0) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      TimeUnit.MILLISECONDS.sleep(500); // for the last of them to be gone
    }
  }

  private static void print(String what, double[] bytes) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f bytes each when new, %.1f after a message%n",
        what,
        bytes[0],
        bytes[1]);
  }

  private static double[] bytesEach(Fabric fabric, Threads threads, int capacity)
      throws InterruptedException {
    Weaving[] objects = new Weaving[OBJECTS];
    Loop[] loops = new Loop[OBJECTS];
    for (int i = 0; i < OBJECTS; i++) {
      objects[i] = Weaving.of(fabric, 1, "Desk", new Object());
    }
    long before = used();
    for (int i = 0; i < OBJECTS; i++) {
      loops[i] = objects[i].loop(capacity, Overflow.BLOCK);
    }
    long made = used();
    CountDownLatch handled = new CountDownLatch(OBJECTS);
    for (int i = 0; i < OBJECTS; i++) {
      objects[i].twin("count").loop(loops[i]).make().tell(handled::countDown);
    }
    handled.await();
    threads.awaitNone();
    long idle = used();
    Reference.reachabilityFence(objects);
    Reference.reachabilityFence(loops);
    return new double[] {(made - before) / (double) OBJECTS, (idle - before) / (double) OBJECTS};
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
