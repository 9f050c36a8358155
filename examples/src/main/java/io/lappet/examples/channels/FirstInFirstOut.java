package io.lappet.examples.channels;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.annotation.Woven;
import java.util.Optional;
import java.util.function.Consumer;

/** P40: first in, first out. Five numbers go in, and all are taken out. */
@Woven
abstract class FirstInFirstOut {
  private final Consumer<String> out;

  FirstInFirstOut(Consumer<String> out) {
    this.out = out;
  }

  abstract Channel<Integer> numbers();

  void run() throws InterruptedException {
    for (int number = 0; number < 5; number++) {
      numbers().send(number);
    }
    for (Optional<Integer> next = numbers().tryReceive();
        next.isPresent();
        next = numbers().tryReceive()) {
      out.accept("" + next.get());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenFirstInFirstOut(fabric, System.out::println).run();
    }
  }
}
