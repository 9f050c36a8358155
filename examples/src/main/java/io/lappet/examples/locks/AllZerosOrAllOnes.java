package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** P20: one thread makes ones of all zeros, and who looks never sees it half done. */
abstract class AllZerosOrAllOnes {
  private final Consumer<String> out;
  private final int[] numbers = new int[1000];

  AllZerosOrAllOnes(Consumer<String> out) {
    this.out = out;
  }

  abstract Fabric fabric();

  @Synchronized
  void set() {
    for (int i = numbers.length - 1; i >= 0; i--) {
      numbers[i] = 1;
    }
  }

  @Synchronized
  int ones() {
    return Arrays.stream(numbers).sum();
  }

  void print() {
    for (int i = 0; i < 100; i++) {
      out.accept(ones() + " ones");
    }
  }

  Task<Void> setAsync() {
    return fabric().after(Duration.ZERO, "set", this::set);
  }

  Task<Void> printAsync() {
    return fabric().after(Duration.ZERO, "print", this::print);
  }

  void run() {
    Task.all(List.of(printAsync(), setAsync())).join();
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenAllZerosOrAllOnes(fabric, System.out::println).run();
    }
  }
}
