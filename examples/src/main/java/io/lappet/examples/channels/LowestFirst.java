package io.lappet.examples.channels;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Order;
import io.lappet.annotation.Woven;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** P42: the lowest priority first, and equals in the order in which they were put. */
@Woven
abstract class LowestFirst {
  private final Consumer<String> out;

  LowestFirst(Consumer<String> out) {
    this.out = out;
  }

  record Job(int priority, String name) {}

  static final class ByPriority implements Comparator<Job> {
    @Override
    public int compare(Job one, Job other) {
      return Integer.compare(one.priority(), other.priority());
    }
  }

  @ChannelSpec(order = Order.PRIORITY, comparator = ByPriority.class)
  abstract Channel<Job> jobs();

  void run() throws InterruptedException {
    jobs().send(new Job(2, "b"));
    jobs().send(new Job(1, "z"));
    jobs().send(new Job(2, "a"));
    jobs().send(new Job(1, "y"));
    for (Optional<Job> next = jobs().tryReceive();
        next.isPresent();
        next = jobs().tryReceive()) {
      out.accept(next.get().name());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenLowestFirst(fabric, System.out::println).run();
    }
  }
}
