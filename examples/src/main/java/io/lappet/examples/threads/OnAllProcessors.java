package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.List;
import java.util.function.Consumer;

/** P16: two computations on two processors take about as long as one. */
abstract class OnAllProcessors {
  private final int limit;
  private final Consumer<String> out;

  OnAllProcessors(int limit, Consumer<String> out) {
    this.limit = limit;
    this.out = out;
  }

  abstract Fabric fabric();

  /** Counts the primes below the limit, the slow way. */
  int primes() {
    int count = 0;
    for (int n = 2; n < limit; n++) {
      int divisor = 2;
      while (n % divisor != 0) {
        divisor++;
      }
      if (divisor == n) {
        count++;
      }
    }
    return count;
  }

  @Async(lane = "cpu")
  abstract Task<Integer> primesAsync();

  void run() {
    long begin = fabric().time().nanos();
    int one = primes();
    long between = fabric().time().nanos();
    List<Integer> two = Task.all(List.of(primesAsync(), primesAsync())).join();
    long end = fabric().time().nanos();
    out.accept("one: " + one + ", two: " + two);
    out.accept("two took " + (end - between) * 10 / (between - begin) / 10.0 + " times as long");
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenOnAllProcessors(fabric, 50_000, System.out::println).run();
    }
  }
}
