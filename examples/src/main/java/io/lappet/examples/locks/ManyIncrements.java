package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** P24: twenty thousand threads, and each adds one. They are virtual threads from JDK 21 on. */
abstract class ManyIncrements {
  private final int threads;
  private final Consumer<String> out;
  private int number;

  ManyIncrements(int threads, Consumer<String> out) {
    this.threads = threads;
    this.out = out;
  }

  @Synchronized
  int increment() {
    return ++number;
  }

  @Async
  abstract Task<Integer> incrementAsync();

  void run() {
    Task.all(IntStream.range(0, threads).mapToObj(i -> incrementAsync()).toList())
        .join();
    out.accept("number " + number);
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenManyIncrements(fabric, 20_000, System.out::println).run();
    }
  }
}
