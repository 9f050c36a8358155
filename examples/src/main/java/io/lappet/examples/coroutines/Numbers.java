package io.lappet.examples.coroutines;

import io.lappet.Fabric;
import io.lappet.Generator;
import io.lappet.Yield;
import io.lappet.annotation.Async;
import java.util.function.Consumer;

/** P67: a generator makes a number when it is asked for one, and cleans up when nobody asks more. */
abstract class Numbers {
  private final Consumer<String> out;

  Numbers(Consumer<String> out) {
    this.out = out;
  }

  void numbers(Yield<Integer> to) {
    try {
      for (int n = 0; n < 5; n++) {
        out.accept("produced " + n);
        to.yield(n);
      }
    } finally {
      out.accept("cleaned up");
    }
  }

  @Async("numbers")
  abstract Generator<Integer> generate();

  void print(int last) {
    try (Generator<Integer> numbers = generate()) {
      for (int n : numbers) {
        out.accept("consumed " + n);
        if (n == last) {
          break;
        }
      }
    }
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      Numbers numbers = new WovenNumbers(fabric, System.out::println);
      numbers.print(4);
      numbers.print(2);
    }
  }
}
