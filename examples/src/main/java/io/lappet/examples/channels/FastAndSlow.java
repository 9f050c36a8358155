package io.lappet.examples.channels;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** P46: a channel of ten holds back a fast producer, and lets a fast consumer wait. */
abstract class FastAndSlow {
  private static final int ITEMS = 100;

  private final Duration making;
  private final Duration using;
  private final java.util.function.Consumer<String> out;
  private int made;

  FastAndSlow(Duration making, Duration using, java.util.function.Consumer<String> out) {
    this.making = making;
    this.using = using;
    this.out = out;
  }

  abstract Fabric fabric();

  @ChannelSpec(capacity = 10)
  abstract ChannelView<Integer> items();

  @Producer(to = "items")
  @Nullable
  Integer make() throws InterruptedException {
    if (made == ITEMS) {
      return null;
    }
    fabric().sleep(making);
    out.accept("made " + ++made);
    return made;
  }

  @Consumer(from = "items")
  void use(int item) throws InterruptedException {
    fabric().sleep(using);
    out.accept("used " + item);
  }

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(fabric ->
        new WovenFastAndSlow(fabric, Duration.ZERO, Duration.ofMillis(10), System.out::println));
  }
}
