package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** P20: one thread makes ones of all zeros, and who looks never sees it half done. */
abstract class AllZerosOrAllOnes {
  private final List<Integer> numbers;
  private final Consumer<String> out;

  AllZerosOrAllOnes(List<Integer> zeros, Consumer<String> out) {
    this.numbers = zeros;
    this.out = out;
  }

  @Synchronized
  void set() {
    for (int i = numbers.size() - 1; i >= 0; i--) {
      numbers.set(i, 1);
    }
  }

  @Synchronized
  int ones() {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  void print() {
    for (int i = 0; i < 100; i++) {
      out.accept(ones() + " ones");
    }
  }

  @Async
  abstract Task<Void> setAsync();

  @Async
  abstract Task<Void> printAsync();

  void run() {
    Task.all(List.of(printAsync(), setAsync())).join();
  }

  public static void main(String[] args) {
    List<Integer> zeros = new ArrayList<>(Collections.nCopies(1000, 0));
    try (Fabric fabric = Fabric.create()) {
      new WovenAllZerosOrAllOnes(fabric, zeros, System.out::println).run();
    }
  }
}
