package io.lappet.benchmarks.calls;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much heap an outstanding call takes: one that sleeps on a virtual thread of its own, and one
 * that waits for its delay. Needs JDK 21.
 */
public final class Sleepers {
  private static final Duration LONG = Duration.ofHours(1);

  private Sleepers() {}

  /** Arguments: how many calls (1,000,000 by default). */
  public static void main(String[] arguments) throws Exception {
    int number = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    try (Fabric fabric = Fabric.create()) {
      Twin late =
          Weaving.of(fabric, 1, "Calls", new Object()).twin("late").delay(LONG).make();
      measure("waits for its delay", fabric, number, late, new AtomicInteger(number));
    }
    Fabric fabric = Fabric.create();
    Twin sleep =
        Weaving.of(fabric, 1, "Calls", new Object()).twin("sleep").daemon().make();
    measure("sleeps on a thread of its own", fabric, number, sleep, new AtomicInteger());
    fabric.close();
  }

  private static void measure(
      String what, Fabric fabric, int number, Twin twin, AtomicInteger asleep)
      throws InterruptedException {
    long before = usedHeap();
    List<Task<Void>> tasks = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      tasks.add(twin.run(() -> {
        asleep.incrementAndGet();
        fabric.sleep(LONG);
      }));
    }
    while (asleep.get() < number) {
      Thread.sleep(50);
    }
    Thread.sleep(1000);
    System.out.printf(
        Locale.ROOT,
        "%d calls, each %s: %.0f bytes of heap each%n",
        tasks.size(),
        what,
        (usedHeap() - before) / (double) number);
    long begin = System.nanoTime();
    tasks.forEach(Task::cancel);
    Task.joinAll(tasks);
    System.out.printf(
        Locale.ROOT, "cancelled all in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
  }

  private static long usedHeap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
