package io.lappet.examples.channels;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Order;
import io.lappet.annotation.Woven;
import java.util.Optional;
import java.util.function.Consumer;

/** P41: last in, first out. Five numbers go in, and all are taken out. */
@Woven
abstract class LastInFirstOut {
  private final Consumer<String> out;

  LastInFirstOut(Consumer<String> out) {
    this.out = out;
  }

  @ChannelSpec(order = Order.LIFO)
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
      new WovenLastInFirstOut(fabric, System.out::println).run();
    }
  }
}
