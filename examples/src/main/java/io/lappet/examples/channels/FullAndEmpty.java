package io.lappet.examples.channels;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Woven;
import java.time.Duration;
import java.util.function.Consumer;

/** P43: a channel of two, when it is full and when it is empty. Who waits goes on by the other. */
@Woven
abstract class FullAndEmpty {
  private final Duration unit;
  private final Consumer<String> out;

  FullAndEmpty(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @ChannelSpec(capacity = 2)
  abstract Channel<String> box();

  void put(String item) throws InterruptedException {
    box().send(item);
    out.accept("put " + item);
  }

  @Async
  abstract Task<Void> putAsync(String item);

  void take() throws InterruptedException {
    out.accept("took " + box().receive());
  }

  @Async
  abstract Task<Void> takeAsync();

  void run() throws InterruptedException {
    Duration limit = unit.dividedBy(5);
    box().send("pen");
    box().send("ink");
    out.accept("size " + box().depth());
    out.accept("at once: " + (box().trySend("cap") ? "in" : "full"));
    out.accept("after a while: " + (box().trySend("cap", limit) ? "in" : "full"));
    out.accept("took " + box().receive() + " and " + box().receive());
    out.accept("size " + box().depth());
    out.accept("at once: " + box().tryReceive().orElse("empty"));
    out.accept("after a while: " + box().tryReceive(limit).orElse("empty"));

    Task<Void> take = takeAsync();
    fabric().sleep(unit);
    box().send("pen");
    take.join();

    box().send("ink");
    box().send("cap");
    Task<Void> put = putAsync("pad");
    fabric().sleep(unit);
    out.accept("took " + box().receive());
    put.join();
    box().closeNow();
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenFullAndEmpty(fabric, Duration.ofMillis(500), System.out::println).run();
    }
  }
}
